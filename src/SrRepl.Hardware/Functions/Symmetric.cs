namespace SrRepl.Hardware;

/// <summary>Functions that are known everywhere once they are known above 0.</summary>
internal static class Symmetric
{
    /// <summary>f(-x) = -f(x).</summary>
    public static int? Odd(FunctionRequest request, HalfLine half) =>
        half.Build(request, request.Builder.Abs(request.Argument)) is { } size ? request.Finish(Signed(request, size)) : null;

    /// <summary>A size with the argument's sign.</summary>
    public static int Signed(FunctionRequest request, int size)
    {
        var (builder, value) = (request.Builder, request.Builder.Truncate(size, request.Precision + 1));
        if (request.Range.Low >= 0)
            return value;
        var negative = builder.Compare("less", request.Argument, builder.Whole(0));
        return builder.Select(negative, builder.Negate(value), value);
    }

    /// <summary>1 - f(|x|) above 0 and 1 + f(|x|) below, for an odd f: the complement of an error function.</summary>
    public static int? Complement(FunctionRequest request, HalfLine half)
    {
        var builder = request.Builder;
        return half.Build(request.WithRoom, builder.Abs(request.Argument)) is { } size
            ? request.Finish(builder.Subtract(builder.Whole(1), Signed(request, size)))
            : null;
    }
}
