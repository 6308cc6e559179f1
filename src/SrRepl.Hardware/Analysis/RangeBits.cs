using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How many integer bits a range needs.</summary>
internal static class RangeBits
{
    /// <summary>The least I, the sign included, whose type holds every value of a finite range; it may be negative.</summary>
    /// <param name="range">The range, finite.</param>
    /// <param name="signed">Whether the type has a sign.</param>
    /// <param name="fraction">The type's fraction bits; no fewer than -fraction + 1 integer bits are given.</param>
    public static int Integer(Interval range, bool signed, int fraction)
    {
        var least = 1 - fraction;
        // 2^(I-1) is one step too much above and just held below.
        var above = range.High > 0 ? Math.ILogB(range.High) + 1 : least;
        var below = range.Low < 0 ? Math.ILogB(Math.BitDecrement(-range.Low)) + 1 : least;
        return Math.Max(least, signed ? Math.Max(above, below) + 1 : above);
    }
}
