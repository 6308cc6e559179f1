using System.Numerics;

namespace SrRepl.Core;

/// <summary>
/// The random numbers of xoshiro256** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021), its
/// state filled by SplitMix64. The same seed gives the same numbers on every machine.
/// </summary>
public sealed class Xoshiro256
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>Starts a stream.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="stream">Tells apart independent streams of one seed, such as one for each row.</param>
    public Xoshiro256(ulong seed, ulong stream = 0)
    {
        var state = Mix(seed) ^ Mix(stream + 0x6A09E667F3BCC909);
        (_a, _b, _c, _d) = (Next(ref state), Next(ref state), Next(ref state), Next(ref state));
    }

    /// <summary>The four words of state, to be saved and restored.</summary>
    public (ulong A, ulong B, ulong C, ulong D) State
    {
        get => (_a, _b, _c, _d);
        set => (_a, _b, _c, _d) = value;
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number from 0 up to, not with, 1, a multiple of 2^-53.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from <paramref name="low"/> up to <paramref name="high"/>.</summary>
    public double NextDouble(double low, double high) => low + (high - low) * NextDouble();

    /// <summary>A whole number from 0 up to, not with, <paramref name="bound"/>, without bias (Lemire 2019).</summary>
    public int NextInt(int bound)
    {
        var (limit, wide) = ((uint)bound, (NextBits() >> 32) * (uint)bound);
        for (var threshold = (0u - limit) % limit; (uint)wide < threshold;)
            wide = (NextBits() >> 32) * limit;
        return (int)(wide >> 32);
    }

    /// <summary>A number of the standard normal distribution (polar method of Marsaglia).</summary>
    public double NextGaussian()
    {
        while (true)
        {
            var (x, y) = (NextDouble(-1, 1), NextDouble(-1, 1));
            var square = x * x + y * y;
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
        }
    }

    /// <summary>Puts items in a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = NextInt(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        return Mix(state);
    }

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
