using System.Diagnostics;

namespace SrRepl.Repl.Tests;

/// <summary>What one run of the program gave.</summary>
public sealed record Ran(int ExitCode, string Output, string Error);

/// <summary>Starts the program as a user's shell would: as a process of its own, with pipes for its streams.</summary>
public static class SrProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>The built program.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "sr.dll");

    /// <summary>Runs it to its end with nothing on standard input.</summary>
    public static Ran Run(params string[] arguments) => RunIn(Directory.GetCurrentDirectory(), "", arguments);

    /// <summary>Runs it to its end with a text on standard input.</summary>
    public static Ran Pipe(string input, params string[] arguments) => RunIn(Directory.GetCurrentDirectory(), input, arguments);

    /// <summary>Runs it to its end in a folder.</summary>
    public static Ran RunIn(string folder, string input, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        return Finish(process);
    }

    /// <summary>Runs it, interrupts it a while after it has written a line, and waits for its end.</summary>
    public static Ran Interrupt(TimeSpan after, params string[] arguments)
    {
        using var process = Start(Directory.GetCurrentDirectory(), arguments);
        process.StandardInput.Close();
        var first = process.StandardOutput.ReadLine();
        Thread.Sleep(after);
        using (var kill = System.Diagnostics.Process.Start("kill", ["-INT", process.Id.ToString()]))
            kill.WaitForExit();
        var ran = Finish(process);
        return ran with { Output = first + "\n" + ran.Output };
    }

    /// <summary>Starts it; the caller talks to it.</summary>
    public static Process Start(string folder, params string[] arguments) => Start(folder, [], arguments);

    /// <summary>Starts it with variables in its environment; the caller talks to it.</summary>
    public static Process Start(string folder, IEnumerable<KeyValuePair<string, string>> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["NO_COLOR"] = "1";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return System.Diagnostics.Process.Start(start)!;
    }

    private static Ran Finish(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"sr did not end within {Patience.TotalMinutes} minutes");
        }
        return new Ran(process.ExitCode, output.Result, error.Result);
    }
}
