using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Small tables made from formulas.</summary>
internal static class SearchTables
{
    /// <summary>A table of features uniform in a range and a target computed from them.</summary>
    public static Dataset Of(int rows, int features, Func<double[], double> target, double low = 1, double high = 3, ulong seed = 1)
    {
        var rng = new Xoshiro256(seed, 0);
        var columns = Enumerable.Range(0, features + 1).Select(_ => new double[rows]).ToArray();
        for (var row = 0; row < rows; row++)
        {
            var point = new double[features];
            for (var i = 0; i < features; i++)
                columns[i][row] = point[i] = low + (high - low) * rng.NextDouble();
            columns[features][row] = target(point);
        }
        var names = Enumerable.Range(0, features).Select(i => $"x{i}").Append("y").ToArray();
        return new Dataset([.. names.Select((name, i) => new Column(name, columns[i]))]) { Features = [.. names[..^1]], Target = "y" };
    }
}
