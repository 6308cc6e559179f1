using System.Globalization;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A fixed-point number: an integer and its type, worth Raw * 2^-F. Arithmetic is exact, in ap_fixed's result types.</summary>
/// <param name="Raw">The integer, within the type's range.</param>
/// <param name="Type">The type.</param>
public readonly record struct FixedValue(BigInteger Raw, FixedType Type)
{
    /// <summary>The nearest double (to even; below the normal range it may be a step off).</summary>
    public double Double => Round(Raw, Type.Fraction);

    /// <summary>The value as a range: a point where a double holds it exactly, else the doubles on either side.</summary>
    public Interval Bounds => IsExactDouble ? Interval.Point(Double) : Interval.Outward(Double, Double);

    /// <summary>A double cast into a type.</summary>
    public static FixedValue From(double value, FixedType type) => new(FixedCast.Cast(value, type), type);

    /// <summary>The exact sum.</summary>
    public static FixedValue operator +(FixedValue a, FixedValue b)
    {
        var type = FixedType.Sum(a.Type, b.Type);
        return new(a.Aligned(type) + b.Aligned(type), type);
    }

    /// <summary>The exact difference.</summary>
    public static FixedValue operator -(FixedValue a, FixedValue b)
    {
        var type = FixedType.Difference(a.Type, b.Type);
        return new(a.Aligned(type) - b.Aligned(type), type);
    }

    /// <summary>The exact product.</summary>
    public static FixedValue operator *(FixedValue a, FixedValue b) => new(a.Raw * b.Raw, FixedType.Product(a.Type, b.Type));

    /// <summary>The quotient, truncated toward zero.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0, where the C++ traps too.</exception>
    public static FixedValue operator /(FixedValue a, FixedValue b)
    {
        var type = FixedType.Quotient(a.Type, b.Type);
        return new(BigInteger.Divide(a.Raw << Math.Max(b.Type.Fraction, 0), b.Raw), type);
    }

    /// <summary>The exact negative.</summary>
    public static FixedValue operator -(FixedValue a) => new(-a.Raw, FixedType.Negative(a.Type));

    /// <summary>Rounded and overflowed into a type.</summary>
    public FixedValue Cast(FixedType type) => new(FixedCast.Cast(Raw, Type.Fraction, type), type);

    /// <summary>Compares the two numbers exactly, whatever their types.</summary>
    public int CompareTo(FixedValue other)
    {
        var fraction = Math.Max(Type.Fraction, other.Type.Fraction);
        return (Raw << (fraction - Type.Fraction)).CompareTo(other.Raw << (fraction - other.Type.Fraction));
    }

    /// <summary>The value and its type, as C++ writes a constant of it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type}({Double:R})");

    /// <summary>raw * 2^-fraction as the nearest double, halves to even.</summary>
    public static double Round(BigInteger raw, int fraction)
    {
        var excess = (int)BigInteger.Abs(raw).GetBitLength() - 53;
        return excess <= 0
            ? Math.ScaleB((double)raw, -fraction)
            : Math.ScaleB((double)FixedCast.Round(raw, excess, Rounding.RndConv), excess - fraction);
    }

    // 53 significant bits, and far from the ends of the exponents.
    private bool IsExactDouble =>
        Raw.IsZero
        || ((int)BigInteger.Abs(Raw).GetBitLength() - (int)BigInteger.TrailingZeroCount(Raw) <= 53 && Math.Abs(Type.Fraction) + Type.Width < 1000);

    private BigInteger Aligned(FixedType type) => Raw << (type.Fraction - Type.Fraction);
}
