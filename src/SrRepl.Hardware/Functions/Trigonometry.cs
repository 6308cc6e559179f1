namespace SrRepl.Hardware;

/// <summary>
/// Sine and cosine: the argument as a fraction of a turn (whole turns vanish by wrapping), its top two bits the quarter,
/// the rest folded into the first quarter. Both are one function a quarter turn apart, and share the multiplication.
/// </summary>
internal static class Trigonometry
{
    /// <summary>sin.</summary>
    public static int? Sine(FunctionRequest request) => Build(request, quarters: 0);

    /// <summary>cos.</summary>
    public static int? Cosine(FunctionRequest request) => Build(request, quarters: 1);

    private static int? Build(FunctionRequest request, int quarters)
    {
        var (builder, precision) = (request.Builder, request.Precision);
        // The slope is 2 pi a turn, hence three bits more.
        var bits = precision + 3;
        var turns = builder.Real(Irrational.TurnsPerRadian, bits + Math.Max(0, builder.Type(request.Argument).Integer));
        var turn = builder.Bits(builder.Multiply(request.Argument, turns), 0, -bits);
        if (quarters != 0)
            turn = builder.Bits(builder.Add(turn, builder.PowerOfTwo(-2)), 0, -bits);
        var folds = builder.Bits(turn, -1, -2);
        var negative = builder.Bits(turn, 0, -1);
        var within = builder.Scale(builder.Bits(turn, -2, -bits), 2);
        // One's complement: the mirror image less a last bit, which the guard bits absorb, and never 1.
        var last = builder.Type(within);
        var mirrored = builder.Cast(builder.Subtract(builder.Literal(new FixedValue(last.MaxRaw, last)), within), last);
        var quarter = builder.Select(folds, mirrored, within);
        if (SegmentedPolynomial.Design("sine", u => Math.Sin(Math.PI / 2 * u), last.Fraction, precision) is not { } polynomial)
            return null;
        var size = builder.Truncate(polynomial.Build(builder, quarter), precision + 1);
        return request.Finish(builder.Select(negative, builder.Negate(size), size));
    }
}
