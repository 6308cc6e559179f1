using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What a search draws from <see cref="Xoshiro256"/> beside uniform and normal numbers.</summary>
internal static class Draws
{
    // A larger mean counts as this one: the product takes as many draws as the mean.
    private const double MostMean = 30;

    /// <summary>Whether something of this probability happens.</summary>
    public static bool Chance(this Xoshiro256 rng, double probability) => rng.NextDouble() < probability;

    /// <summary>A Poisson deviate of a small mean, by Knuth's product.</summary>
    public static int Poisson(this Xoshiro256 rng, double mean)
    {
        var limit = Math.Exp(-Math.Min(mean, MostMean));
        var count = 0;
        for (var product = rng.NextDouble(); product > limit; product *= rng.NextDouble())
            count++;
        return count;
    }

    /// <summary>An index drawn with the given weights, which sum to <paramref name="total"/>.</summary>
    public static int Weighted(this Xoshiro256 rng, ReadOnlySpan<double> weights, double total)
    {
        var mark = rng.NextDouble() * total;
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
                continue;
            last = i;
            mark -= weights[i];
            if (mark < 0)
                break;
        }
        return last;
    }
}
