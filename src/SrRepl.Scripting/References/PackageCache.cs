using System.Diagnostics;
using System.Text.Json;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>
/// Fetches packages by letting the SDK restore a project that names them, once: what it found stays in the cache folder
/// of the XDG base directory specification.
/// </summary>
/// <param name="folder">The cache's folder.</param>
internal sealed class PackageCache(string folder)
{
    private const string Framework = "net10.0";

    /// <summary>The user's own cache.</summary>
    public static PackageCache OfUser()
    {
        var named = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var caches = Path.IsPathRooted(named)
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return new PackageCache(Path.Combine(caches, "sr", "packages"));
    }

    /// <summary>The dlls of a package and of all it needs.</summary>
    /// <exception cref="DiagnosticException">The feed has no such package, or there is no SDK to ask.</exception>
    public IReadOnlyList<string> Restore(PackageName package)
    {
        var home = Path.Combine(folder, package.Id.ToLowerInvariant(), package.Version.ToLowerInvariant());
        var assets = Path.Combine(home, "obj", "project.assets.json");
        if (!File.Exists(assets) || !Assemblies(assets).All(File.Exists))
            Fetch(package, home);
        return Assemblies(assets);
    }

    private static void Fetch(PackageName package, string home)
    {
        AtomicFile.WriteText(Path.Combine(home, "package.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{Framework}</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package.Id}" Version="[{package.Version}]" />
              </ItemGroup>
            </Project>

            """);
        RunContext.Current.Error.WriteLine($"restoring {package.Id} {package.Version}");
        var start = new ProcessStartInfo(Sdk(), ["restore", "--verbosity", "quiet", "--force"])
        {
            WorkingDirectory = home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            using var stop = RunContext.Current.Cancellation.Register(() => process.Kill(entireProcessTree: true));
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            RunContext.Current.Cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                throw new DiagnosticException(Errors.PackageUnavailable(package.Id, package.Version, Reason(output + error.Result)));
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new DiagnosticException(Errors.PackageUnavailable(package.Id, package.Version, "the .NET SDK's `dotnet` is not on the path"), e);
        }
    }

    // Every dll that the restored graph runs with; placeholders stand for "nothing here".
    private static List<string> Assemblies(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var roots = root.GetProperty("packageFolders").EnumerateObject().Select(entry => entry.Name).ToList();
        var found = new List<string>();
        foreach (var library in root.GetProperty("targets").GetProperty(Framework).EnumerateObject())
            if (library.Value.TryGetProperty("runtime", out var runtime))
                foreach (var file in runtime.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.Ordinal)))
                {
                    var path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
                    var places = roots.Select(folder => Path.Combine(folder, path, file.Name)).ToList();
                    found.Add(places.Find(File.Exists) ?? places[0]);
                }
        return found;
    }

    // MSBuild's line is "path : error NU1101: what is wrong [project]".
    private static string Reason(string output)
    {
        var line = output.Split('\n').FirstOrDefault(line => line.Contains("error NU", StringComparison.Ordinal)) ?? output.Trim();
        var from = line.IndexOf("error NU", StringComparison.Ordinal);
        var to = line.LastIndexOf(" [", StringComparison.Ordinal);
        return line[Math.Max(0, from)..(to > from ? to : line.Length)].Replace("error ", "", StringComparison.Ordinal).Trim();
    }

    private static string Sdk() => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
