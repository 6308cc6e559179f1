using System.Numerics;

namespace SrRepl.Search;

/// <summary>
/// The search's source of chance: xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64, so that a seed and a
/// stream give the same numbers in every process and on every machine. Its state can be saved and restored.
/// </summary>
public sealed class Rng
{
    private ulong _a, _b, _c, _d;

    /// <summary>The stream of a number within a seed.</summary>
    public Rng(ulong seed, ulong stream)
    {
        var state = seed ^ (stream * 0x9E3779B97F4A7C15UL + 0xD1B54A32D192ED03UL);
        (_a, _b, _c, _d) = (Mix(ref state), Mix(ref state), Mix(ref state), Mix(ref state));
    }

    /// <summary>The four words of state.</summary>
    public (ulong A, ulong B, ulong C, ulong D) State
    {
        get => (_a, _b, _c, _d);
        set => (_a, _b, _c, _d) = value;
    }

    /// <summary>64 random bits.</summary>
    public ulong Bits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 up to, not with, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)Math.BigMul(Bits(), (ulong)limit, out _);

    /// <summary>A real from 0 up to, not with, 1.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Whether something of this probability happens.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>A normal deviate, by the polar method without its second half.</summary>
    public double Normal()
    {
        while (true)
        {
            var x = 2 * Uniform() - 1;
            var y = 2 * Uniform() - 1;
            var square = x * x + y * y;
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>A Poisson deviate of a small mean, by Knuth's product.</summary>
    public int Poisson(double mean)
    {
        var limit = Math.Exp(-Math.Min(mean, 30));
        var count = 0;
        for (var product = Uniform(); product > limit; product *= Uniform())
            count++;
        return count;
    }

    /// <summary>An index drawn with the given weights, which sum to <paramref name="total"/>.</summary>
    public int Weighted(ReadOnlySpan<double> weights, double total)
    {
        var mark = Uniform() * total;
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

    private static ulong Mix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
