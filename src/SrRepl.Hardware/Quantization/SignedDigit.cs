using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>Numbers as sums and differences of powers of two.</summary>
internal static class SignedDigit
{
    /// <summary>The number nearest to <paramref name="raw"/> that is a sum or difference of at most so many powers of two.</summary>
    public static BigInteger Nearest(BigInteger raw, int digits)
    {
        var sum = BigInteger.Zero;
        for (var rest = raw; digits > 0 && !rest.IsZero; digits--, rest = raw - sum)
            sum += NearestPower(rest);
        return sum;
    }

    // 3/2 of a power is as near to the next: the canonical form then takes the larger, and a difference.
    private static BigInteger NearestPower(BigInteger value)
    {
        var size = BigInteger.Abs(value);
        var power = BigInteger.One << (int)(size.GetBitLength() - 1);
        if (size * 2 >= power * 3)
            power <<= 1;
        return value.Sign < 0 ? -power : power;
    }
}
