namespace SrRepl.Rewriting;

/// <summary>
/// A number as the unevaluated sum of two doubles, about 31 decimal digits: enough to tell a wrong identity from
/// rounding. Sums and products after Dekker (1971) and Knuth, with the fused multiply-add for the error of a product.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static readonly DoubleDouble NaN = new(double.NaN, 0);
    public static readonly DoubleDouble Pi = new(3.141592653589793116, 1.224646799147353207e-16);
    public static readonly DoubleDouble HalfPi = new(1.570796326794896558, 6.123233995736766036e-17);
    public static readonly DoubleDouble Log2 = new(6.931471805599452862e-01, 2.319046813846299558e-17);

    // Powers of ten up to this one are doubles exactly.
    private const int ExactPowers = 22;

    public bool IsFinite => double.IsFinite(High);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>The decimal number that a double is written as: one tenth for 0.1, not the binary fraction next to it.</summary>
    public static DoubleDouble OfDecimal(double value)
    {
        if (Math.Floor(value) == value && Math.Abs(value) < 1L << 53)
            return value;
        var (digits, power) = DecimalText.Of(value);
        DoubleDouble number = Normal(digits, digits - (long)(double)digits);
        for (; power > 0; power -= Math.Min(power, ExactPowers))
            number *= Math.Pow(10, Math.Min(power, ExactPowers));
        for (; power < 0; power += Math.Min(-power, ExactPowers))
            number /= Math.Pow(10, Math.Min(-power, ExactPowers));
        return number.IsFinite ? number : value;
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (s, e) = TwoSum(a.High, b.High);
        var (t, f) = TwoSum(a.Low, b.Low);
        (s, e) = QuickTwoSum(s, e + t);
        return Normal(s, e + f);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var p = a.High * b.High;
        var e = Math.FusedMultiplyAdd(a.High, b.High, -p) + (a.High * b.Low + a.Low * b.High);
        return Normal(p, e);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var q = a.High / b.High;
        if (!double.IsFinite(q))
            return q;
        var r = a - b * q;
        var q2 = r.High / b.High;
        r -= b * q2;
        return Normal(q, q2) + r.High / b.High;
    }

    public static bool operator <(DoubleDouble a, DoubleDouble b) => a.High < b.High || (a.High == b.High && a.Low < b.Low);

    public static bool operator >(DoubleDouble a, DoubleDouble b) => b < a;

    public DoubleDouble Abs() => High < 0 ? -this : this;

    public DoubleDouble Floor()
    {
        var high = Math.Floor(High);
        return high == High ? Normal(high, Math.Floor(Low)) : high;
    }

    /// <summary>The number times a power of two.</summary>
    public DoubleDouble Scale(int exponent) => new(Math.ScaleB(High, exponent), Math.ScaleB(Low, exponent));

    private static DoubleDouble Normal(double high, double low)
    {
        if (!double.IsFinite(high))
            return high;
        var (s, e) = QuickTwoSum(high, low);
        return new(s, e);
    }

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var s = a + b;
        var v = s - a;
        return (s, a - (s - v) + (b - v));
    }

    private static (double Sum, double Error) QuickTwoSum(double a, double b)
    {
        var s = a + b;
        return (s, b - (s - a));
    }
}
