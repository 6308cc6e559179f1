using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// asin, acos and atan2. The first two through the angle whose cosine is a little below 1, as a function of how little:
/// singular at 0 only, and there on segments of equal ratio. Arguments beyond -1 and 1 count as the nearer of them. The
/// last through the arctangent of the smaller side over the larger.
/// </summary>
internal static class InverseTrigonometry
{
    // acos(1 - t), without the cancellation of 1 - t; t goes up to 1, and beyond the function would be singular again.
    private static readonly HalfLine Angle = new("acos", t => t >= 1 ? Math.PI / 2 : 2 * Math.Asin(Math.Sqrt(t / 2)), 0);

    private static readonly HalfLine Arctangent = new("atan", Math.Atan, 0);

    /// <summary>acos.</summary>
    public static int? Arccosine(FunctionRequest request)
    {
        var builder = request.Builder;
        if (OfSize(request) is not { } angle)
            return null;
        var negative = builder.Compare("less", request.Argument, builder.Whole(0));
        return request.Finish(builder.Select(negative, builder.Subtract(Pi(request, 1), angle), angle));
    }

    /// <summary>asin.</summary>
    public static int? Arcsine(FunctionRequest request) => OfSize(request) is { } angle
        ? request.Finish(Symmetric.Signed(request, request.Builder.Subtract(Pi(request, 0.5), angle)))
        : null;

    /// <summary>atan2(y, x), 0 where both are 0.</summary>
    public static int? Arctangent2(FunctionRequest request)
    {
        var builder = request.Builder;
        var (y, x) = (request.Arguments[0], request.Arguments[1]);
        var (height, width) = (builder.Abs(y), builder.Abs(x));
        var steep = builder.Compare("greater", height, width);
        var (small, large) = (builder.Select(steep, width, height), builder.Select(steep, height, width));
        var own = builder.Type(large);
        var least = builder.Literal(new FixedValue(BigInteger.One, own));
        var divisor = builder.Select(builder.Compare("equal", large, builder.Whole(0)), least, large);
        var fraction = Math.Max(own.Fraction, request.Precision + 2);
        var dividend = builder.Cast(small, new(own.Integer + fraction, own.Integer, Signed: false));
        var ratio = builder.Truncate(builder.Cast(builder.Divide(dividend, divisor), new(fraction + 1, 1, Signed: false)), request.Precision + 2);
        if (Arctangent.Build(request.WithRoom, ratio) is not { } angle)
            return null;
        var first = builder.Select(steep, builder.Subtract(Pi(request, 0.5), angle), angle);
        var upper = builder.Select(builder.Compare("less", x, builder.Whole(0)), builder.Subtract(Pi(request, 1), first), first);
        return request.Finish(builder.Select(builder.Compare("less", y, builder.Whole(0)), builder.Negate(upper), upper));
    }

    // acos(|x|).
    private static int? OfSize(FunctionRequest request) => Angle.Build(request.WithRoom, request.DistanceBelowOne());

    private static int Pi(FunctionRequest request, double times) => request.Builder.Real(times * Math.PI, request.Precision + 2);
}
