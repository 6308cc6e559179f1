namespace SrRepl.Hardware;

/// <summary>
/// Every value a cell can take, in units of its last bit. Ends are doubles: beyond 53 bits they are rounded, which can move
/// a width by a bit where an end lies that close to a power of two.
/// </summary>
internal readonly record struct ValueRange(double Low, double High)
{
    /// <summary>All integers of a width.</summary>
    public static ValueRange Of(int width, bool signed) =>
        signed ? new(-Math.ScaleB(1, width - 1), Math.ScaleB(1, width - 1) - 1) : new(0, Math.ScaleB(1, width) - 1);

    /// <summary>The bits of a two's complement integer that takes all these values.</summary>
    public int SignedWidth => Math.Max(Below(Low), Below(High));

    /// <summary>The same values counted in a last bit that is 2^<paramref name="places"/> times smaller.</summary>
    public ValueRange Up(int places) => new(Math.Floor(Math.ScaleB(Low, places)), Math.Floor(Math.ScaleB(High, places)));

    /// <summary>All sums.</summary>
    public static ValueRange operator +(ValueRange a, ValueRange b) => new(a.Low + b.Low, a.High + b.High);

    /// <summary>All differences.</summary>
    public static ValueRange operator -(ValueRange a, ValueRange b) => new(a.Low - b.High, a.High - b.Low);

    /// <summary>All products.</summary>
    public static ValueRange operator *(ValueRange a, ValueRange b)
    {
        var (p, q, r, s) = (a.Low * b.Low, a.Low * b.High, a.High * b.Low, a.High * b.High);
        return new(Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
    }

    /// <summary>All squares.</summary>
    public ValueRange Squared() =>
        new(Low <= 0 && High >= 0 ? 0 : Math.Min(Low * Low, High * High), Math.Max(Low * Low, High * High));

    /// <summary>All values of either.</summary>
    public ValueRange Or(ValueRange other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High));

    // A positive end needs a bit more than its own, a negative one too unless it is a power of two.
    private static int Below(double end)
    {
        if (end == 0)
            return 1;
        var exponent = Math.ILogB(end);
        return end > 0 || end != -Math.ScaleB(1, exponent) ? exponent + 2 : exponent + 1;
    }
}
