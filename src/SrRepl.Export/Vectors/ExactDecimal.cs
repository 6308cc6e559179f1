using System.Globalization;
using System.Numerics;

namespace SrRepl.Export;

/// <summary>Raw fixed-point values as text that says them exactly.</summary>
public static class ExactDecimal
{
    private const int DoubleBits = 53;

    /// <summary>raw * 2^-fraction in plain decimal digits, without trailing zeros.</summary>
    public static string Print(BigInteger raw, int fraction)
    {
        if (fraction <= 0)
            return (raw << -fraction).ToString(CultureInfo.InvariantCulture);
        var digits = (BigInteger.Abs(raw) * BigInteger.Pow(5, fraction)).ToString(CultureInfo.InvariantCulture).PadLeft(fraction + 1, '0');
        var text = $"{digits[..^fraction]}.{digits[^fraction..]}".TrimEnd('0').TrimEnd('.');
        return raw.Sign < 0 ? "-" + text : text;
    }

    /// <summary>The value's two's complement bits in lower-case hexadecimal, as many digits as the width needs.</summary>
    public static string Hex(BigInteger raw, int width)
    {
        var bits = raw.Sign < 0 ? raw + (BigInteger.One << width) : raw;
        var digits = (width + 3) / 4;
        return bits.ToString("x", CultureInfo.InvariantCulture).TrimStart('0').PadLeft(digits, '0');
    }

    /// <summary>
    /// Numbers that a double holds exactly and whose sum is the value: one, or for a value of more than 53 bits several, largest first.
    /// </summary>
    public static IEnumerable<double> Parts(BigInteger raw, int fraction)
    {
        var rest = BigInteger.Abs(raw);
        do
        {
            var shift = (int)Math.Max(0, (long)rest.GetBitLength() - DoubleBits);
            var head = rest >> shift;
            rest -= head << shift;
            yield return Math.ScaleB(raw.Sign * (double)head, shift - fraction);
        }
        while (!rest.IsZero);
    }

    /// <summary>A double as a C++ literal that reads back to the same bits.</summary>
    public static string Literal(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text.Replace("E", "e", StringComparison.Ordinal);
    }
}
