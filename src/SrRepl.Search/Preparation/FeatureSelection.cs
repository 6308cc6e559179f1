using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Chooses the features that matter by a random forest, as PySR's select_k_features does: shallow trees on bootstrapped rows
/// (Breiman, Machine Learning 45, 2001); a feature's importance is how much its splits lower the target's variance.
/// </summary>
internal static class FeatureSelection
{
    private const int Trees = 100;
    private const int Deepest = 3;
    private const int MostRows = 4_096;
    private const int Bins = 64;

    /// <summary>The most important features, in the dataset's order.</summary>
    public static ImmutableArray<string> Best(Dataset data, int count, long seed)
    {
        if (count < 1 || count > data.Features.Length)
            throw new DiagnosticException(Errors.BadOption("selectKFeatures", count.ToString(System.Globalization.CultureInfo.InvariantCulture), $"the dataset has {data.Features.Length} features"));
        var importance = Importance(data, seed);
        var chosen = Enumerable.Range(0, data.Features.Length).OrderByDescending(i => importance[i]).Take(count).ToHashSet();
        return [.. data.Features.Where((_, i) => chosen.Contains(i))];
    }

    /// <summary>The importance of each feature; their sum is what the forest explains of the target's variance.</summary>
    internal static double[] Importance(Dataset data, long seed)
    {
        var rng = new Xoshiro256((ulong)seed, ulong.MaxValue - 1);
        var order = Enumerable.Range(0, data.Rows).ToArray();
        rng.Shuffle<int>(order);
        var rows = order.AsSpan(0, Math.Min(MostRows, data.Rows)).ToArray();
        var target = Values(data[data.Target!], rows);
        var weights = data.Weights is { } name ? Values(data[name], rows) : [.. Enumerable.Repeat(1.0, rows.Length)];
        var bins = data.Features.Select(feature => Binned(Values(data[feature], rows))).ToArray();
        var importance = new double[bins.Length];
        var drawn = new int[rows.Length];
        for (var tree = 0; tree < Trees; tree++)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = rng.NextInt(rows.Length);
            Grow(drawn, 0, bins, target, weights, importance);
        }
        var variance = Variance(target);
        return [.. importance.Select(sum => sum / (Trees * Math.Max(variance, double.Epsilon) * rows.Length))];
    }

    private static void Grow(int[] rows, int depth, byte[][] bins, double[] target, double[] weights, double[] importance)
    {
        if (depth == Deepest || rows.Length < 2)
            return;
        var (best, feature, cut) = (0.0, -1, 0);
        var sums = new double[Bins];
        var totals = new double[Bins];
        for (var candidate = 0; candidate < bins.Length; candidate++)
        {
            Array.Clear(sums);
            Array.Clear(totals);
            foreach (var row in rows)
            {
                sums[bins[candidate][row]] += weights[row] * target[row];
                totals[bins[candidate][row]] += weights[row];
            }
            var (sum, total) = (sums.Sum(), totals.Sum());
            var (left, below) = (0.0, 0.0);
            for (var bin = 0; bin < Bins - 1; bin++)
            {
                left += sums[bin];
                below += totals[bin];
                if (below <= 0 || total - below <= 0)
                    continue;
                var gain = left * left / below + (sum - left) * (sum - left) / (total - below) - sum * sum / total;
                if (gain > best)
                    (best, feature, cut) = (gain, candidate, bin);
            }
        }
        if (feature < 0)
            return;
        importance[feature] += best;
        Grow([.. rows.Where(row => bins[feature][row] <= cut)], depth + 1, bins, target, weights, importance);
        Grow([.. rows.Where(row => bins[feature][row] > cut)], depth + 1, bins, target, weights, importance);
    }

    // Which of equally filled ranges each value is in.
    private static byte[] Binned(double[] values)
    {
        var sorted = values.Order().ToArray();
        var edges = Enumerable.Range(1, Bins - 1).Select(bin => sorted[bin * (sorted.Length - 1) / Bins]).Distinct().ToArray();
        return [.. values.Select(value => (byte)(Array.BinarySearch(edges, value) is >= 0 and var at ? at : ~Array.BinarySearch(edges, value)))];
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }

    private static double[] Values(Column column, int[] rows) => [.. rows.Select(row => column[row])];
}
