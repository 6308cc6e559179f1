using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Rewriting;
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
        var source = args.Length > 0 ? args[0] : "tuning";
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        var seeds = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 5;
        var filter = args.Length > 3 && args[3] != "all" ? args[3].Split(',') : [];
        var options = args.Skip(4).Aggregate(new EvolveOptions(), With);
        var problems = Problems(source).Where(problem => filter.Length == 0 || filter.Any(name => problem.Name.StartsWith(name, StringComparison.Ordinal)));
        var recovered = 0;
        Console.WriteLine($"{"problem",-14} {"train R2",10} {"test R2",10} {"t .99",6} {"t .999",6} {"t 1-1e-9",8} {"exact",5} {"law",5}  {"evals/s",8}  simplest of the least loss");
        var count = 0;
        foreach (var problem in problems)
        {
            var runs = Enumerable.Range(1, seeds).Select(seed => Once(problem, seconds, options with { Threads = 1, Seed = seed, NIterations = 1_000_000 })).ToArray();
            var found = runs.Count(run => run.Recovered);
            (count, recovered) = (count + 1, recovered + (2 * found > seeds ? 1 : 0));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{problem.Name,-14} {Median(runs.Select(r => r.Train)),10:F6} {Median(runs.Select(r => r.Test)),10:F6} {Time(runs, 0),6} {Time(runs, 1),6} {Time(runs, 2),8} {runs.Count(r => r.Times[2] is not null),3}/{seeds} {found,3}/{seeds}  {Median(runs.Select(r => r.Rate)),8:F0}  {runs[0].Formula}"));
        }
        Console.WriteLine($"law recovered by most seeds: {recovered} of {count}");
        return 0;
    }

    // A folder of NAME.train.csv and NAME.test.csv, the reference data's formulas.csv, or a set of this command's own.
    private static IEnumerable<Problem> Problems(string source)
    {
        if (Directory.Exists(source))
            return Directory.GetFiles(source, "*.train.csv").Order(StringComparer.Ordinal).Select(path => new Problem(
                Path.GetFileName(path)[..^".train.csv".Length], () => Tables.Read(path), () => Tables.Read(path.Replace(".train.", ".test.", StringComparison.Ordinal)), null));
        var known = source switch
        {
            "classic" => KnownProblems.Classic,
            "tuning" => KnownProblems.Tuning,
            _ => KnownProblems.Feynman(source),
        };
        return known.Select(problem => new Problem(problem.Name, () => problem.Sample(problem.Rows, 1), () => problem.Sample(1000, 2), problem.Law));
    }

    private sealed record Problem(string Name, Func<Dataset> Train, Func<Dataset> Test, Expr? Law);

    private sealed record Result(double Train, double Test, double?[] Times, double Rate, bool Recovered, string Formula);

    private static Result Once(Problem problem, double seconds, EvolveOptions options)
    {
        var (train, test) = (problem.Train(), problem.Test());
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
        return new(1 - best.Loss / variance, 1 - simplest.TestLoss!.Value / Variance(test), times, front.Evaluations / took,
            problem.Law is { } law && front.Candidates.Any(c => c.Loss < 1e-12 * variance && Equivalence.Compare(law, c).Holds), simplest.ToString());
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
