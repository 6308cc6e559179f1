using System.Diagnostics;
using System.Globalization;
using SrRepl.Search;

namespace SrRepl.Benchmarks;

/// <summary>A search with default options on one table.</summary>
internal static class FitCommand
{
    public static int Run(string[] args)
    {
        var train = Tables.Read(args[0]);
        var seconds = args.Length > 1 ? double.Parse(args[1], CultureInfo.InvariantCulture) : 20;
        var threads = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        var seed = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 0;
        var clock = Stopwatch.StartNew();
        var front = Evolution.Run(train, new EvolveOptions { Timeout = seconds, Threads = threads, Seed = seed });
        var other = args[0].Replace(".train.", ".test.", StringComparison.Ordinal);
        if (other != args[0] && File.Exists(other))
            front = FrontScorer.On(front, Tables.Read(other));
        Console.WriteLine(front);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:F1} s, {front.Evaluations} evaluations"));
        return 0;
    }
}
