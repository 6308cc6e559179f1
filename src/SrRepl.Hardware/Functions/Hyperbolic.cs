namespace SrRepl.Hardware;

/// <summary>
/// sinh and cosh as half the difference and half the sum of two exponentials; acosh and atanh as functions of the distance from where
/// they are singular. acosh below 1 is 0, atanh from -1 and 1 on is the type's end.
/// </summary>
internal static class Hyperbolic
{
    // acosh(1 + t) and atanh(1 - t), without the cancellation of 1 +- t.
    private static readonly HalfLine FromOne = new("acosh", t => 2 * Math.Asinh(Math.Sqrt(t / 2)), 0);
    private static readonly HalfLine BelowOne = new("atanh", t => t >= 1 ? 0 : 0.5 * Math.Log((2 - t) / t), double.PositiveInfinity);

    /// <summary>sinh.</summary>
    public static int? Sine(FunctionRequest request) =>
        Exponentials(request) is ({ } growing, { } falling) ? request.Finish(Symmetric.Signed(request, request.Builder.Subtract(growing, falling))) : null;

    /// <summary>cosh.</summary>
    public static int? Cosine(FunctionRequest request) =>
        Exponentials(request) is ({ } growing, { } falling) ? request.Finish(request.Builder.Add(growing, falling)) : null;

    /// <summary>acosh.</summary>
    public static int? AreaCosine(FunctionRequest request)
    {
        var builder = request.Builder;
        var beyond = builder.Subtract(request.Argument, builder.Whole(1));
        var type = builder.Type(beyond);
        var distance = builder.Cast(builder.Max(beyond, builder.Whole(0)), new(type.Width, type.Integer, Signed: false));
        return FromOne.Build(request, distance) is { } value ? request.Finish(value) : null;
    }

    /// <summary>atanh.</summary>
    public static int? AreaTangent(FunctionRequest request) =>
        BelowOne.Build(request, request.DistanceBelowOne()) is { } value ? request.Finish(Symmetric.Signed(request, value)) : null;

    // Half of e^|x| and of e^-|x|, with bits to spare at both ends: the sum of two errors, and a result that saturates only once halved.
    private static (int?, int?) Exponentials(FunctionRequest request)
    {
        var builder = request.Builder;
        var integer = Math.Max(1, request.Ceiling + 2);
        var type = new FixedType(integer + request.Type.Fraction + FunctionRequest.Guard, integer, Signed: false);
        if (type.Width < 2)
            return (null, null);
        var size = builder.Abs(request.Argument);
        return (Half(size), Half(builder.Negate(size)));

        int? Half(int argument) => Exponential.Build(request with { Arguments = [argument], Type = type }) is { } value ? builder.Scale(value, -1) : null;
    }
}
