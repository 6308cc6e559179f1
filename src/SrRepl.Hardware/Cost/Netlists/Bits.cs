using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>How many bits integers take.</summary>
internal static class Bits
{
    /// <summary>The fewest bits of a constant: without a sign bit when it is not negative, at least 1.</summary>
    public static int Needed(BigInteger value) =>
        Math.Max(1, value.Sign < 0 ? (int)(-value - 1).GetBitLength() + 1 : (int)value.GetBitLength());

    /// <summary>The fewest bits of a two's complement number that reaches from <paramref name="low"/> to <paramref name="high"/>.</summary>
    public static int NeededSigned(BigInteger low, BigInteger high) =>
        Math.Max(Signed(low), Signed(high));

    private static int Signed(BigInteger value) => 1 + (int)(value.Sign < 0 ? -value - 1 : value).GetBitLength();
}
