using System.Diagnostics;

namespace SrRepl.Repl.Tests;

/// <summary>Programs that must end well, started without what the test runner sets for its own build.</summary>
public static class Dotnet
{
    /// <summary>The configuration that these tests were built in.</summary>
#if DEBUG
    public const string Configuration = "Debug";
#else
    public const string Configuration = "Release";
#endif

    /// <summary>Runs the SDK's command in a folder and gives what it wrote.</summary>
    public static string Run(string folder, params string[] arguments) => RunProgram(folder, "dotnet", arguments);

    /// <summary>Runs any program in a folder and gives what it wrote to standard output.</summary>
    public static string RunProgram(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, output + error.Result);
        return output;
    }
}
