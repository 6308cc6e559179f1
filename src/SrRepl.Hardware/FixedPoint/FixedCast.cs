using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// The cast into a type, at any width: first the dropped bits are rounded by Q, then the integer is brought into the
/// type's range by O, as ap_fixed does. The rules are the vendor's, measured on its open headers.
/// </summary>
public static class FixedCast
{
    /// <summary>The raw integer of <paramref name="type"/> nearest, by its modes, to raw * 2^-fraction.</summary>
    public static BigInteger Cast(BigInteger raw, int fraction, FixedType type) =>
        Fit(Round(raw, fraction - type.Fraction, type.Rounding), type);

    /// <summary>The raw integer of a double, rounded exactly; infinities and NaN are no numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static BigInteger Cast(double value, FixedType type) => Fit(Round(value, type), type);

    /// <summary>A double as an integer times the type's last bit, rounded by the type's mode and not yet fitted to its width.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not finite.</exception>
    public static BigInteger Round(double value, FixedType type)
    {
        var (mantissa, exponent) = Split(value);
        return Round(mantissa, -exponent - type.Fraction, type.Rounding);
    }

    /// <summary>raw * 2^-shift as an integer, rounded by the mode; a negative shift is exact.</summary>
    public static BigInteger Round(BigInteger raw, int shift, Rounding mode)
    {
        if (shift <= 0)
            return raw << -shift;
        var floor = raw >> shift;
        var dropped = raw - (floor << shift);
        if (dropped.IsZero)
            return floor;
        var againstHalf = dropped.CompareTo(BigInteger.One << (shift - 1));
        return RoundsUp(mode, againstHalf, raw.Sign < 0, !floor.IsEven) ? floor + 1 : floor;
    }

    /// <summary>An integer brought into the type's range by its overflow mode.</summary>
    public static BigInteger Fit(BigInteger raw, FixedType type)
    {
        var (min, max) = (type.MinRaw, type.MaxRaw);
        if (type is { Overflow: Overflow.SatSym, Signed: true })
            min = -max;
        if (raw >= min && raw <= max)
            return raw;
        return type.Overflow switch
        {
            Overflow.Wrap => Wrap(raw, type),
            Overflow.SatZero => BigInteger.Zero,
            _ => raw < min ? min : max,
        };
    }

    /// <summary>Whether a value between two neighbours goes to the upper one. <paramref name="againstHalf"/> compares the
    /// dropped part, which is not zero, with half a step.</summary>
    internal static bool RoundsUp(Rounding mode, int againstHalf, bool negative, bool floorIsOdd) => mode switch
    {
        Rounding.Trn => false,
        Rounding.TrnZero => negative,
        _ when againstHalf != 0 => againstHalf > 0,
        Rounding.Rnd => true,
        Rounding.RndZero => negative,
        Rounding.RndMinInf => false,
        Rounding.RndInf => !negative,
        _ => floorIsOdd,
    };

    // A double is an integer of at most 53 bits times a power of two.
    private static (BigInteger Mantissa, int Exponent) Split(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "only finite numbers have a fixed-point value");
        var bits = BitConverter.DoubleToInt64Bits(value);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = exponent == 0 ? fraction : fraction | 0x10_0000_0000_0000;
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    private static BigInteger Wrap(BigInteger raw, FixedType type)
    {
        var modulus = BigInteger.One << type.Width;
        var low = raw & (modulus - 1);
        return type.Signed && low >= modulus >> 1 ? low - modulus : low;
    }
}
