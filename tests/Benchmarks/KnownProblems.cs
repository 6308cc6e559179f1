using SrRepl.Core;

namespace SrRepl.Benchmarks;

/// <summary>Problems given by a formula: Nguyen-1 to 12 (Uy et al. 2011), Keijzer-6 (2003).</summary>
internal static class KnownProblems
{
    private static readonly (string Name, int Features, double Low, double High, int Rows, Func<double[], double> Law)[] Small =
    [
        ("nguyen1", 1, -1, 1, 20, x => Sum(x[0], 3)),
        ("nguyen2", 1, -1, 1, 20, x => Sum(x[0], 4)),
        ("nguyen3", 1, -1, 1, 20, x => Sum(x[0], 5)),
        ("nguyen4", 1, -1, 1, 20, x => Sum(x[0], 6)),
        ("nguyen5", 1, -1, 1, 20, x => Math.Sin(x[0] * x[0]) * Math.Cos(x[0]) - 1),
        ("nguyen6", 1, -1, 1, 20, x => Math.Sin(x[0]) + Math.Sin(x[0] + x[0] * x[0])),
        ("nguyen7", 1, 0, 2, 20, x => Math.Log(x[0] + 1) + Math.Log(x[0] * x[0] + 1)),
        ("nguyen8", 1, 0, 4, 20, x => Math.Sqrt(x[0])),
        ("nguyen9", 2, 0, 1, 20, x => Math.Sin(x[0]) + Math.Sin(x[1] * x[1])),
        ("nguyen10", 2, 0, 1, 20, x => 2 * Math.Sin(x[0]) * Math.Cos(x[1])),
        ("nguyen11", 2, 0, 1, 20, x => Math.Pow(x[0], x[1])),
        ("nguyen12", 2, 0, 1, 20, x => Math.Pow(x[0], 4) - Math.Pow(x[0], 3) + x[1] * x[1] / 2 - x[1]),
        ("keijzer6", 1, 1, 50, 50, x => Enumerable.Range(1, (int)x[0]).Sum(i => 1.0 / i)),
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Func<Dataset> Train, Func<Dataset> Test)> All()
    {
        foreach (var (name, features, low, high, rows, law) in Small)
        {
            var ranges = Enumerable.Range(0, features).Select(i => ($"x{i}", low, high)).ToArray();
            yield return (name, () => Sample(ranges, rows, 1, name == "keijzer6", law), () => Sample(ranges, 10 * rows, 2, name == "keijzer6", law));
        }
    }

    private static double Sum(double x, int degree) => Enumerable.Range(1, degree).Sum(power => Math.Pow(x, power));

    private static Dataset Sample((string Name, double Low, double High)[] ranges, int rows, ulong seed, bool whole, Func<double[], double> law)
    {
        var rng = new Xoshiro256(seed, 0);
        var columns = Enumerable.Range(0, ranges.Length + 1).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var point = ranges.Select(range => range.Low + (range.High - range.Low) * rng.NextDouble()).Select(x => whole ? Math.Floor(x) : x).ToArray();
            for (var i = 0; i < point.Length; i++)
                columns[i][row] = point[i];
            columns[^1][row] = law(point);
        }
        return new Dataset([.. ranges.Select((range, i) => new Column(range.Name, columns[i])), new Column("target_", columns[^1])])
        {
            Features = [.. ranges.Select(range => range.Name)],
            Target = "target_",
        };
    }
}
