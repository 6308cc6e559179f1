using System.Diagnostics;

namespace SrRepl.Tests;

/// <summary>Programs outside .NET that a test runs.</summary>
public static class Tool
{
    /// <summary>Whether a program is on the path.</summary>
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Runs a program to its end: exit code and all it printed.</summary>
    public static (int Exit, string Output) Run(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The code is run once and briefly: compiling it is what takes time.
        start.Environment["CXXFLAGS"] = "-O0";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}

/// <summary>A test that needs a program, and is skipped with a reason where it is absent.</summary>
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(params string[] programs)
    {
        if (programs.FirstOrDefault(program => !Tool.Exists(program)) is { } missing)
            Skip = $"{missing} is not installed";
    }
}

/// <summary>A theory that needs a program, and is skipped with a reason where it is absent.</summary>
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    public ToolTheoryAttribute(params string[] programs)
    {
        if (programs.FirstOrDefault(program => !Tool.Exists(program)) is { } missing)
            Skip = $"{missing} is not installed";
    }
}

/// <summary>A Python that has the packages a test needs: the first on the path, or the distribution's own.</summary>
public static class Python
{
    private static readonly Dictionary<string, string?> Known = [];

    /// <summary>The program that can import a package, or null where none can.</summary>
    public static string? With(string package)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(package, out var program))
                Known[package] = program = new[] { "python3", "/usr/bin/python3" }.FirstOrDefault(candidate => Has(candidate, package));
            return program;
        }
    }

    private static bool Has(string program, string package) =>
        (Path.IsPathRooted(program) ? File.Exists(program) : Tool.Exists(program))
        && Tool.Run(Path.GetTempPath(), program, "-c", $"import importlib.util as u, sys; sys.exit(u.find_spec('{package}') is None)").Exit == 0;
}

/// <summary>A test that needs a Python with a package, and is skipped with a reason where there is none.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(string package)
    {
        if (Python.With(package) is null)
            Skip = $"no python3 here has {package}";
    }
}
