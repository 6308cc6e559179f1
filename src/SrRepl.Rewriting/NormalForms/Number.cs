using System.Globalization;
using System.Numerics;

namespace SrRepl.Rewriting;

/// <summary>
/// A coefficient: an exact ratio of whole numbers below 2**62 while it fits, else the nearest double. A double is taken
/// for the number it is written as (0.1 is one tenth, not the binary fraction next to it), so folding 0.1 + 0.2 gives
/// 0.3; both readings lie within one rounding of each other.
/// </summary>
internal readonly struct Number : IEquatable<Number>
{
    private const long Limit = 1L << 62;

    // A denominator of 0: only the rounded value counts.
    private readonly long _numerator;
    private readonly long _denominator;
    private readonly double _rounded;

    private Number(long numerator, long denominator)
    {
        _numerator = numerator;
        _denominator = denominator;
    }

    private Number(double rounded) => _rounded = rounded;

    public static readonly Number Zero = new(0, 1);
    public static readonly Number One = new(1, 1);

    /// <summary>Whether no rounding has happened on the way here.</summary>
    public bool IsExact => _denominator != 0;

    public bool IsZero => IsExact ? _numerator == 0 : _rounded == 0;

    public bool IsOne => IsExact ? _numerator == 1 && _denominator == 1 : _rounded == 1;

    public bool IsNegative => IsExact ? _numerator < 0 : _rounded < 0;

    public bool IsWhole => IsExact && _denominator == 1;

    /// <summary>The nearest double.</summary>
    public double Value => IsExact ? Nearest(_numerator, _denominator) : _rounded;

    /// <summary>The number a double is written as.</summary>
    public static Number Of(double value)
    {
        if (Math.Abs(value) < 1L << 53 && Math.Floor(value) == value)
            return new((long)value, 1);
        if (!double.IsFinite(value))
            return new(value);
        var (digits, power) = DecimalText.Of(value);
        if (Math.Abs(power) > 18)
            return new(value);
        var ten = (Int128)1;
        for (var i = 0; i < Math.Abs(power); i++)
            ten *= 10;
        return power < 0 ? Reduced(digits, ten, value) : Reduced(digits * ten, 1, value);
    }

    public static Number operator -(Number a) => a.IsExact ? new(-a._numerator, a._denominator) : new(-a._rounded);

    public static Number operator +(Number a, Number b) =>
        a.IsExact && b.IsExact
            ? Reduced((Int128)a._numerator * b._denominator + (Int128)b._numerator * a._denominator, (Int128)a._denominator * b._denominator, a.Value + b.Value)
            : new(a.Value + b.Value);

    public static Number operator -(Number a, Number b) => a + -b;

    public static Number operator *(Number a, Number b) =>
        a.IsExact && b.IsExact
            ? Reduced((Int128)a._numerator * b._numerator, (Int128)a._denominator * b._denominator, a.Value * b.Value)
            : new(a.Value * b.Value);

    public static Number operator /(Number a, Number b) =>
        a.IsExact && b.IsExact && b._numerator != 0
            ? Reduced((Int128)a._numerator * b._denominator, (Int128)a._denominator * b._numerator, a.Value / b.Value)
            : new(a.Value / b.Value);

    public static bool operator ==(Number a, Number b) => a.Equals(b);

    public static bool operator !=(Number a, Number b) => !a.Equals(b);

    public Number Abs() => IsNegative ? -this : this;

    /// <summary>A whole power; negative ones are of a number that is not 0.</summary>
    public Number Power(int exponent)
    {
        if (exponent < 0)
            return One / Power(-exponent);
        var power = One;
        for (var square = this; exponent > 0; exponent >>= 1, square *= square)
            if ((exponent & 1) != 0)
                power *= square;
        return power;
    }

    public bool Equals(Number other) =>
        IsExact && other.IsExact
            ? _numerator == other._numerator && _denominator == other._denominator
            : BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    public override bool Equals(object? obj) => obj is Number other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture);

    private static Number Reduced(Int128 numerator, Int128 denominator, double rounded)
    {
        if (denominator < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var divisor = Divisor((UInt128)Int128.Abs(numerator), (UInt128)denominator);
        numerator /= divisor;
        denominator /= divisor;
        return Int128.Abs(numerator) < Limit && denominator < Limit ? new((long)numerator, (long)denominator) : new(rounded);
    }

    private static Int128 Divisor(UInt128 a, UInt128 b)
    {
        while (a > ulong.MaxValue || b > ulong.MaxValue)
        {
            if (b == 0)
                return (Int128)a;
            (a, b) = (b, a % b);
        }
        var (p, q) = ((ulong)a, (ulong)b);
        while (q != 0)
            (p, q) = (q, p % q);
        return p;
    }

    // The quotient to 63 bits with a sticky last one rounds to 53 as the true quotient does.
    private static double Nearest(long numerator, long denominator)
    {
        if (denominator == 1 && Math.Abs(numerator) < 1L << 53)
            return numerator;
        var magnitude = (ulong)Math.Abs(numerator);
        if (magnitude == 0)
            return 0;
        var shift = 63 + BitOperations.LeadingZeroCount(magnitude) - BitOperations.LeadingZeroCount((ulong)denominator);
        var (quotient, remainder) = UInt128.DivRem((UInt128)magnitude << shift, (ulong)denominator);
        var value = Math.ScaleB((double)((ulong)quotient | (remainder == 0 ? 0UL : 1UL)), -shift);
        return numerator < 0 ? -value : value;
    }
}
