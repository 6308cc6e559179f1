using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Benchmarks;

/// <summary>The cost model beside real synthesis: a table per run, the medians per family, plain and with runs, widths and families left out.</summary>
internal static class CostCommand
{
    private sealed record Errors(SynthesisRun Run, double Lut, double Ff, double Dsp, int Latency, int Bram);

    /// <summary>Prints the tables; an argument names the folder of reference data.</summary>
    public static int Run(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Environment.GetEnvironmentVariable("SRREPL_REFERENCE_DATA") ?? Path.Combine("..", "shared", "data");
        if (!File.Exists(Path.Combine(folder, "vivado", "runs.json")))
        {
            Console.Error.WriteLine($"no reference data in {folder}: name its folder, or set SRREPL_REFERENCE_DATA");
            return 2;
        }
        var runs = SynthesisRuns.Read(folder);
        Console.WriteLine(PerRun(runs));
        Console.WriteLine();
        var without = new LeftOut(folder);
        foreach (var (title, target) in new (string, Func<SynthesisRun, CostTarget>)[]
        {
            ("with every figure", _ => CostTarget.Of(null)),
            ("each run left out, and the function modules at its type", without.Run),
            ("every run of its width left out", run => without.Width(run, runs)),
            ("every run of its family left out; a module that no other family holds answers by its law", run => without.Family(run, runs)),
        })
        {
            Console.WriteLine($"median absolute errors in percent, and latencies: {title}");
            Console.WriteLine(PerFamily([.. runs.Select(run => Compare(run, target(run)))]));
            Console.WriteLine();
        }
        Console.WriteLine("the paper's comparison by the model: functions by CORDIC (nonlut), by hls4ml's octants (lut), as user tables (userlut)");
        Console.WriteLine(Comparison(folder));
        Console.WriteLine();
        Console.WriteLine(Speed(runs));
        return 0;
    }

    private static string PerRun(ImmutableArray<SynthesisRun> runs)
    {
        var table = new TextTable("run", ">LUT", ">Vivado", ">%", ">FF", ">Vivado", ">%", ">DSP", ">Vivado", ">%", ">BRAM", ">Vivado", ">latency", ">Vivado");
        foreach (var run in runs)
        {
            var report = CostModel.Estimate(run.Kernel);
            table.Add(
                run.Name, Text(report.Lut), Text(run.Lut), Percent(report.Lut, run.Lut), Text(report.Ff), Text(run.Ff), Percent(report.Ff, run.Ff),
                Text(report.Dsp), Text(run.Dsp), Percent(report.Dsp, run.Dsp), Text(report.Bram), Text(run.Bram), Text(report.Latency), Text(run.Latency));
        }
        return table.ToString();
    }

    private static string Comparison(string folder)
    {
        var table = new TextTable("family", "functions", "type", ">LUT", ">FF", ">DSP", ">BRAM", ">cycles", ">ns");
        foreach (var (family, tables, kernel) in SynthesisRuns.Families(folder, [.. new[] { 8, 10, 12, 14, 16, 18 }.Select(width => new FixedType(width, 6))]))
        {
            var report = CostModel.Estimate(kernel);
            table.Add(
                family, tables, kernel.Type.ToString(), Text(report.Lut), Text(report.Ff), Text(report.Dsp), Text(report.Bram),
                Text(report.Cycles), report.Ns.ToString("0", CultureInfo.InvariantCulture));
        }
        return table.ToString();
    }

    private static string PerFamily(ImmutableArray<Errors> errors)
    {
        var table = new TextTable("family", ">runs", ">LUT %", ">FF %", ">DSP %", ">BRAM exact", ">latency exact", ">within 1");
        foreach (var family in errors.GroupBy(error => error.Run.Family))
            AddRow(family.Key, [.. family]);
        table.AddRule();
        AddRow("all", errors);
        return table.ToString();

        void AddRow(string name, ImmutableArray<Errors> of) => table.Add(
            name, Text(of.Length), Median(of.Select(error => error.Lut)), Median(of.Select(error => error.Ff)), Median(of.Select(error => error.Dsp)),
            Part(of, error => error.Bram == 0), Part(of, error => error.Latency == 0), Part(of, error => error.Latency <= 1));
    }

    private static Errors Compare(SynthesisRun run, CostTarget target)
    {
        var report = CostModel.EstimateOn(target, run.Kernel);
        return new(run, Error(report.Lut, run.Lut), Error(report.Ff, run.Ff), Error(report.Dsp, run.Dsp), Math.Abs(report.Latency - run.Latency), Math.Abs(report.Bram - run.Bram));
    }

    private static double Error(int model, int real) => model == real ? 0 : 100.0 * Math.Abs(model - real) / Math.Max(1, real);

    private static string Speed(ImmutableArray<SynthesisRun> runs)
    {
        var kernel = runs.Select(run => run.Kernel).MinBy(kernel => Math.Abs(kernel.Operations.Length - 80))!;
        var target = CostTarget.Of(null);
        for (var i = 0; i < 2000; i++)
            CostModel.EstimateOn(target, kernel);
        const int Times = 500;
        var each = double.PositiveInfinity;
        // CPU time, the best of several: other programs on the machine slow the clock, and not this.
        for (var repeat = 0; repeat < 8; repeat++)
        {
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            for (var i = 0; i < Times; i++)
                CostModel.EstimateOn(target, kernel);
            each = Math.Min(each, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / Times);
        }
        return string.Create(CultureInfo.InvariantCulture, $"{each:0} us of CPU for a kernel of {kernel.Operations.Length} operations, {each / kernel.Operations.Length * 40:0} us for each 40 of them");
    }

    private static string Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        return median.ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static string Part(ImmutableArray<Errors> errors, Func<Errors, bool> holds) =>
        (100.0 * errors.Count(holds) / errors.Length).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Percent(int model, int real) =>
        real == 0 ? "" : (100.0 * (model - real) / real).ToString("+0.0;-0.0;0.0", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
