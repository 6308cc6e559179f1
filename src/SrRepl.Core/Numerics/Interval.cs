using System.Globalization;

namespace SrRepl.Core;

/// <summary>
/// A closed range of reals, ends possibly infinite. Operations are sound: each widens its computed ends by one unit in
/// the last place (by four where a library function is only nearly rounded), so the true result is always inside.
/// Points outside an operator's domain contribute nothing; a range wholly outside gives <see cref="Empty"/>.
/// </summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>All reals.</summary>
    public static readonly Interval Everything = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>No value at all.</summary>
    public static readonly Interval Empty = new(double.PositiveInfinity, double.NegativeInfinity);

    /// <summary>The range from -1 to 1.</summary>
    public static readonly Interval Unit = new(-1, 1);

    /// <summary>Whether no value is inside.</summary>
    public bool IsEmpty => !(Low <= High);

    /// <summary>Whether both ends are finite.</summary>
    public bool IsFinite => double.IsFinite(Low) && double.IsFinite(High);

    /// <summary>The larger of the ends' absolute values.</summary>
    public double Magnitude => Math.Max(Math.Abs(Low), Math.Abs(High));

    /// <summary>One value; NaN gives the empty range.</summary>
    public static Interval Point(double value) => double.IsNaN(value) ? Empty : new(value, value);

    /// <summary>Whether the value is inside.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <summary>Whether the whole other range is inside.</summary>
    public bool Contains(Interval other) => other.IsEmpty || (Low <= other.Low && other.High <= High);

    /// <summary>The smallest range that holds both.</summary>
    public Interval Union(Interval other) =>
        IsEmpty ? other : other.IsEmpty ? this : new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    /// <summary>What both hold.</summary>
    public Interval Intersect(Interval other) =>
        IsEmpty || other.IsEmpty || Math.Max(Low, other.Low) > Math.Min(High, other.High)
            ? Empty
            : new(Math.Max(Low, other.Low), Math.Min(High, other.High));

    /// <summary>The ranges of sums.</summary>
    public static Interval operator +(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? Empty : Outward(a.Low + b.Low, a.High + b.High);

    /// <summary>The ranges of differences.</summary>
    public static Interval operator -(Interval a, Interval b) =>
        a.IsEmpty || b.IsEmpty ? Empty : Outward(a.Low - b.High, a.High - b.Low);

    /// <summary>The negated range, exactly. Its ends are never -0, at which 1/x and powers would jump to the other infinity.</summary>
    public static Interval operator -(Interval a) => a.IsEmpty ? Empty : new(0 - a.High, 0 - a.Low);

    /// <summary>The ranges of products.</summary>
    public static Interval operator *(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty)
            return Empty;
        var (p, q, r, s) = (Times(a.Low, b.Low), Times(a.Low, b.High), Times(a.High, b.Low), Times(a.High, b.High));
        return Outward(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>The ranges of quotients; everything when the divisor can come arbitrarily near 0 from both sides.</summary>
    public static Interval operator /(Interval a, Interval b)
    {
        if (a.IsEmpty || b.IsEmpty || b is { Low: 0, High: 0 })
            return Empty;
        if (b.Low < 0 && b.High > 0)
            return a is { Low: 0, High: 0 } ? a : Everything;
        var reciprocal = Outward(
            b.High == 0 ? double.NegativeInfinity : 1 / b.High,
            b.Low == 0 ? double.PositiveInfinity : 1 / b.Low);
        return a * reciprocal;
    }

    /// <summary>The ranges of absolute values, exactly.</summary>
    public Interval Abs() =>
        IsEmpty ? Empty
        : Low >= 0 ? this
        : High <= 0 ? -this
        : new(0, Magnitude);

    /// <summary>The image under a function that nowhere falls, cut to its domain first.</summary>
    public Interval Rising(Func<double, double> f, Interval domain)
    {
        var inside = Intersect(domain);
        return inside.IsEmpty ? Empty : Outward(f(inside.Low), f(inside.High), 4);
    }

    /// <summary>The image under a function that nowhere rises, cut to its domain first.</summary>
    public Interval Falling(Func<double, double> f, Interval domain)
    {
        var inside = Intersect(domain);
        return inside.IsEmpty ? Empty : Outward(f(inside.High), f(inside.Low), 4);
    }

    /// <summary>The image under a step function that nowhere falls (floor, sign): its values are exact.</summary>
    public Interval Stepped(Func<double, double> f) => IsEmpty ? Empty : new(f(Low), f(High));

    /// <summary>The image under an even function that rises from 0 on (cosh, square).</summary>
    public Interval Even(Func<double, double> f) => Abs().Rising(f, new(0, double.PositiveInfinity));

    /// <summary>The image under cosine.</summary>
    public Interval Cos()
    {
        if (IsEmpty)
            return Empty;
        // Beyond this an argument's own last place is no longer small against a period.
        if (!IsFinite || Magnitude > 1e8 || High - Low >= 2 * Math.PI)
            return Unit;
        var range = Outward(Math.Min(Math.Cos(Low), Math.Cos(High)), Math.Max(Math.Cos(Low), Math.Cos(High)), 4);
        // Extremes at whole multiples of pi, even ones +1, odd ones -1; the slack covers pi's own rounding.
        for (var k = (long)Math.Floor(Low / Math.PI) - 1; k <= (long)Math.Ceiling(High / Math.PI) + 1; k++)
            if (k * Math.PI >= Low - 1e-7 && k * Math.PI <= High + 1e-7)
                range = range.Union(Point(k % 2 == 0 ? 1 : -1));
        return range.Intersect(Unit);
    }

    /// <summary>Powers with any exponent range; exact cases for whole constant exponents.</summary>
    public static Interval Pow(Interval x, Interval exponent)
    {
        if (x.IsEmpty || exponent.IsEmpty)
            return Empty;
        if (exponent.Low == exponent.High && double.IsInteger(exponent.Low))
            return WholePower(x, exponent.Low);
        if (x.Low < 0)
            return exponent.Low == exponent.High ? Pow(x.Intersect(new(0, double.PositiveInfinity)), exponent) : Everything;
        // For a base at or above 0 every extreme of x**p lies at a corner of the box.
        var low = Math.Abs(x.Low);
        var (p, q, r, s) = (Math.Pow(low, exponent.Low), Math.Pow(low, exponent.High),
            Math.Pow(x.High, exponent.Low), Math.Pow(x.High, exponent.High));
        return Outward(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), 4)
            .Union(x.Contains(1) || exponent.Contains(0) ? Point(1) : Empty)
            .Intersect(new(0, double.PositiveInfinity));
    }

    /// <summary>Prints as [low, high].</summary>
    public override string ToString() =>
        IsEmpty ? "[]" : string.Create(CultureInfo.InvariantCulture, $"[{Low:G6}, {High:G6}]");

    /// <summary>Ends moved outward by some units in the last place; an exact zero stays.</summary>
    public static Interval Outward(double low, double high, int ulps = 1)
    {
        if (double.IsNaN(low))
            low = double.NegativeInfinity;
        if (double.IsNaN(high))
            high = double.PositiveInfinity;
        for (var i = 0; i < ulps; i++)
        {
            low = low == 0 ? low : Math.BitDecrement(low);
            high = high == 0 ? high : Math.BitIncrement(high);
        }
        return new(low, high);
    }

    private static Interval WholePower(Interval x, double n) =>
        n == 0 ? Point(1)
        : n < 0 ? Point(1) / WholePower(x, -n)
        : n % 2 == 0 ? x.Even(v => Math.Pow(v, n))
        : x.Rising(v => Math.Pow(v, n), Everything);

    // 0 times an infinite end is 0: the end stands for arbitrarily large numbers, none of them infinite.
    private static double Times(double a, double b) => a == 0 || b == 0 ? 0 : a * b;
}
