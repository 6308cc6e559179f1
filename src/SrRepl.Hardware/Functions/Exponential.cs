namespace SrRepl.Hardware;

/// <summary>exp(x) as 2^y for y = x log2(e): the fraction of y through a polynomial, its whole part as a shift.</summary>
internal static class Exponential
{
    /// <summary>Builds exp, or gives null where the precision is out of reach.</summary>
    public static int? Build(FunctionRequest request)
    {
        var builder = request.Builder;
        var log2 = builder.Real(Irrational.Log2E, Bits(request) + 2 + Math.Max(0, Math.ILogB(Math.Max(1, request.Range.Magnitude))));
        return OfPower(request, builder.Multiply(request.Argument, log2));
    }

    /// <summary>Builds 2^y, or gives null where the precision is out of reach.</summary>
    public static int? OfPower(FunctionRequest request, int y)
    {
        var builder = request.Builder;
        var bits = Bits(request);
        var (lowest, highest) = (Lowest(request), Highest(request));
        y = builder.Truncate(y, bits);
        if (builder.Range(y).High >= highest)
            y = builder.Min(y, builder.Whole(highest));
        if (builder.Range(y).Low < lowest)
            y = builder.Max(y, builder.Whole(lowest));
        y = builder.Narrow(y);
        var top = (int)Math.Min(highest, Math.Floor(builder.Range(y).High));
        var bottom = (int)Math.Max(lowest, Math.Floor(builder.Range(y).Low));

        var fraction = builder.Bits(builder.Truncate(y, bits), 0, -bits);
        if (SegmentedPolynomial.Design("exp2", u => Math.Pow(2, u), bits, Math.Max(3, top + request.Precision)) is not { } polynomial)
            return null;
        var mantissa = builder.Narrow(polynomial.Build(builder, fraction));
        return request.Finish(Shifted(builder, builder.Scale(mantissa, top), y, top, bottom));
    }

    // From here on down the result rounds to 0.
    private static int Lowest(FunctionRequest request) => -(request.Type.Fraction + 2);

    // From here on up it saturates.
    private static int Highest(FunctionRequest request) => Math.Max(Lowest(request), request.Ceiling);

    // Bits of y's fraction: the error of 2^y is as large as y's, times the result.
    private static int Bits(FunctionRequest request) => Math.Max(3, Highest(request) + request.Type.Fraction + FunctionRequest.Guard);

    // top - floor(y), bit by bit, is how far the mantissa at its highest moves down.
    private static int Shifted(KernelBuilder builder, int highest, int y, int top, int bottom)
    {
        var stages = 0;
        while (top - bottom >= 1 << stages)
            stages++;
        if (stages == 0)
            return highest;
        var type = builder.Type(y);
        var whole = builder.Cast(y, new(Math.Max(1, type.Integer), Math.Max(1, type.Integer), type.Signed));
        var distance = builder.Cast(builder.Subtract(builder.Whole(top), whole), new(stages, stages, Signed: false));
        return builder.ShiftRight(highest, Enumerable.Range(0, stages).Select(j => (builder.Bits(distance, j + 1, j), 1 << j)));
    }
}
