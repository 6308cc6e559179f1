using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace SrRepl.Benchmarks;

/// <summary>The program as a shell starts it: wall and processor time of the whole process, and of a script's first output.</summary>
internal static class ProgramCommand
{
    private const int Starts = 10;

    public static int Run(string[] arguments)
    {
        if (arguments.Length is 0 or > 2)
        {
            Console.Error.WriteLine("program FOLDER [all]: the folder of a published sr; all runs the quickstart and the paper's study in its small form, too");
            return 2;
        }
        var program = Path.Combine(Path.GetFullPath(arguments[0]), "sr");
        var scripts = Path.GetFullPath("scripts");
        var folder = Directory.CreateTempSubdirectory("srrepl-program-").FullName;
        try
        {
            var one = Path.Combine(folder, "one.csx");
            File.WriteAllText(one, "\"one\".Print();\n");
            Show(Starts, folder, program, "-e", "1 + 1");
            Show(Starts, folder, program, "run", one);
            if (arguments.Length == 1)
                return 0;
            Show(1, folder, program, "run", Path.Combine(scripts, "quickstart.sr"));
            Show(1, folder, program, "run", Path.Combine(scripts, "quickstart.csx"));
            Show(1, folder, program, "run", Path.Combine(scripts, "paper.sr"), "--", "--quick");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The best of several starts: what others do on the machine only ever adds.
    private static void Show(int times, string folder, string program, params string[] arguments)
    {
        var runs = Enumerable.Range(0, times).Select(_ => Time(folder, program, arguments)).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"sr {string.Join(' ', arguments.Select(argument => Path.GetFileName(argument)))}: first output {runs.Min(run => run.First):F2} s wall, end {runs.Min(run => run.Wall):F2} s wall, {runs.Min(run => run.Processor):F2} s of processor"));
    }

    private static (double First, double Wall, double Processor) Time(string folder, string program, string[] arguments)
    {
        var before = OfChildren();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        process.StandardOutput.Read();
        var first = clock.Elapsed.TotalSeconds;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (first, clock.Elapsed.TotalSeconds, OfChildren() - before)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
    }

    // The processor time in seconds of all processes that were started here and have ended: getrusage(2), whose structure starts
    // with seconds and microseconds of the program's time, then of the system's.
    private static double OfChildren()
    {
        const int children = -1;
        Span<long> usage = stackalloc long[18];
        return getrusage(children, ref usage[0]) == 0
            ? usage[0] + usage[2] + (usage[1] + usage[3]) * 1e-6
            : throw new InvalidOperationException("the system does not tell processor times");
    }

    [DllImport("libc")]
    private static extern int getrusage(int who, ref long usage);
}
