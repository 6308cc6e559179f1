using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>Formulas a second by threads and by rows, and the process's peak memory.</summary>
internal static class ScalingCommand
{
    public static int Run(string[] args)
    {
        // What is compiled on the first run counts for none.
        Rate(Table(1_000), 2, 1_000);
        foreach (var rows in new[] { 1_000, 10_000, 100_000, 1_000_000 })
        {
            var table = Table(rows);
            var one = Rate(table, 1, rows);
            var two = Rate(table, 2, rows);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rows,9} rows: {one,8:F0} formulas/s on 1 thread, {two,8:F0} on 2 ({two / one:F2} times), peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB"));
        }
        return 0;
    }

    // Rounds long enough that starting does not count, and no laws looked for before them; all rows, no sample.
    private static double Rate(Dataset table, int threads, int rows)
    {
        var options = new EvolveOptions
        {
            Threads = threads,
            NIterations = 12,
            NCyclesPerIteration = Math.Clamp(4_000_000 / rows, 4, 400),
            EnumeratedTerms = 0,
            Batching = false,
            EarlyStopCondition = -1,
        };
        long evaluations = 0;
        var elapsed = TimeSpan.Zero;
        Evolution.Run(table, options, new Watch(progress => (evaluations, elapsed) = (progress.Evaluations, progress.Elapsed)));
        return evaluations / elapsed.TotalSeconds;
    }

    private static Dataset Table(int rows)
    {
        var rng = new Xoshiro256(3, 0);
        var columns = Enumerable.Range(0, 9).Select(_ => new float[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            for (var i = 0; i < 8; i++)
                columns[i][row] = (float)(1 + rng.NextDouble());
            columns[8][row] = MathF.Sin(columns[0][row] * columns[1][row]) + (float)rng.NextGaussian();
        }
        var data = new Dataset([.. columns.Select((values, i) => new Column(i == 8 ? "y" : $"x{i}", values))]);
        return data.WithTarget("y");
    }

    private sealed class Watch(Action<SearchProgress> action) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => action(value);
    }
}
