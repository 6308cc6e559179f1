using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>
/// Known problems, several seeds each: best train and test R2, CPU time to 0.99, 0.999 and 1 - 1e-9. The budget is CPU time of
/// the whole process, so that a busy machine does not change the picture.
/// </summary>
internal static class ProblemsCommand
{
    private static readonly double[] Marks = [0.99, 0.999, 1 - 1e-9];

    public static int Run(string[] args)
    {
        var folder = args[0];
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        var seeds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
        var filter = args.Length > 3 ? args[3].Split(',') : [];
        var options = args.Skip(4).Aggregate(new EvolveOptions(), With);
        var problems = Directory.GetFiles(folder, "*.train.csv").Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path)[..^".train.csv".Length], Train: (Func<Dataset>)(() => Tables.Read(path)), Test: (Func<Dataset>)(() => Tables.Read(path.Replace(".train.", ".test.", StringComparison.Ordinal)))))
            .Concat(KnownProblems.All())
            .Where(problem => filter.Length == 0 || filter.Any(name => problem.Name.StartsWith(name, StringComparison.Ordinal)));
        Console.WriteLine($"{"problem",-16} {"train R2",10} {"test R2",10} {"t .99",6} {"t .999",6} {"t 1-1e-9",8} {"exact",5}  {"evals/s",8}");
        foreach (var (name, train, test) in problems)
        {
            var runs = Enumerable.Range(1, seeds).Select(seed => Once(train(), test(), seconds, options with { Threads = 1, Seed = seed, NIterations = 1_000_000 })).ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-16} {Median(runs.Select(r => r.Train)),10:F6} {Median(runs.Select(r => r.Test)),10:F6} {Time(runs, 0),6} {Time(runs, 1),6} {Time(runs, 2),8} {runs.Count(r => r.Times[2] is not null),3}/{seeds}  {Median(runs.Select(r => r.Rate)),8:F0}"));
            Console.WriteLine($"    {runs[0].Formula}");
        }
        return 0;
    }

    private sealed record Result(double Train, double Test, double?[] Times, double Rate, string Formula);

    private static Result Once(Dataset train, Dataset test, double seconds, EvolveOptions options)
    {
        using var stop = new CancellationTokenSource();
        var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        double Used()
        {
            process.Refresh();
            return (process.TotalProcessorTime - start).TotalSeconds;
        }
        var times = new double?[Marks.Length];
        var variance = Variance(train);
        var watch = new Watch(progress =>
        {
            var used = Used();
            var least = progress.Front.Min(entry => entry.Loss);
            for (var i = 0; i < Marks.Length; i++)
                if (1 - least / variance >= Marks[i])
                    times[i] ??= used;
            if (used > seconds)
                stop.Cancel();
        });
        var front = Evolution.Run(train, options, watch, stop.Token);
        var took = Used();
        front = FrontScorer.On(front, test);
        var best = front.Candidates[^1];
        var simplest = front.Candidates.First(c => c.Loss <= Math.Max(best.Loss * 1.01, 1e-12 * variance));
        return new(1 - best.Loss / variance, 1 - simplest.TestLoss!.Value / Variance(test), times, front.Evaluations / took, simplest.ToString());
    }

    // name=value sets a numeric option.
    private static EvolveOptions With(EvolveOptions options, string setting)
    {
        var (name, text) = (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        var copy = options with { };
        var property = typeof(EvolveOptions).GetProperty(name)!;
        property.SetValue(copy, Convert.ChangeType(text, Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, CultureInfo.InvariantCulture));
        return copy;
    }

    private static double Variance(Dataset data)
    {
        var y = data[data.Target!].ToArray();
        var mean = y.Average();
        return y.Average(v => (v - mean) * (v - mean));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static string Time(Result[] runs, int mark)
    {
        var sorted = runs.Select(r => r.Times[mark] ?? double.PositiveInfinity).Order().ToArray();
        var median = sorted[sorted.Length / 2];
        return double.IsInfinity(median) ? "-" : median.ToString("F1", CultureInfo.InvariantCulture);
    }

    private sealed class Watch(Action<SearchProgress> action) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => action(value);
    }
}
