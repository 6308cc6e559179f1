namespace SrRepl.Hardware;

/// <summary>
/// An odd function without poles whose slope is at most about 1 (tanh, atan, erf), straight through a polynomial: the
/// size of the argument, limited to where the function still changes, and the sign put back.
/// </summary>
internal static class SmoothFunction
{
    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public static int? Odd(string name, Func<double, double> f, FunctionRequest request)
    {
        var (builder, precision) = (request.Builder, request.Precision);
        var largest = builder.Range(request.Argument).Magnitude;
        var top = Top(f, largest, Math.ScaleB(1, -precision - 1));
        var fraction = Math.Min(builder.Type(request.Argument).Fraction, precision + 2);
        if (top + fraction < 1)
            return null;
        var size = builder.Truncate(builder.Abs(request.Argument), fraction);
        var limited = builder.Cast(size, new(top + fraction, top, Signed: false, Overflow: Overflow.Sat));
        var unit = builder.Scale(limited, -top);
        if (SegmentedPolynomial.Design(FormattableString.Invariant($"{name}_{(top < 0 ? "m" : "")}{Math.Abs(top)}"), u => f(Math.ScaleB(u, top)), builder.Type(unit).Fraction, precision) is not { } polynomial)
            return null;
        var value = builder.Truncate(polynomial.Build(builder, unit), precision + 1);
        if (request.Range.Low >= 0)
            return request.Finish(value);
        var negative = builder.Compare("less", request.Argument, builder.Whole(0));
        return request.Finish(builder.Select(negative, builder.Negate(value), value));
    }

    // The least power of two beyond which the argument does not go or the function no longer changes.
    private static int Top(Func<double, double> f, double largest, double tolerance)
    {
        var top = Math.ILogB(Math.Max(largest, double.Epsilon)) + 1;
        while (top > 0 && Math.Abs(f(largest) - f(Math.ScaleB(1, top - 1))) < tolerance)
            top--;
        return top;
    }
}
