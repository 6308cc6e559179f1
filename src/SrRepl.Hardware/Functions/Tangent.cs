namespace SrRepl.Hardware;

/// <summary>
/// tan(x): the argument in half turns, whole ones dropped; how far it is from the pole in the middle goes through a polynomial of the
/// cotangent, which has its pole at 0, and the side says the sign.
/// </summary>
internal static class Tangent
{
    // The guard of the argument against the slope 1 + tan^2.
    private const int Guard = 5;

    private static readonly HalfLine Cotangent = new("cot", v => v >= 0.5 ? 0 : 1 / Math.Tan(Math.PI * v), double.PositiveInfinity);

    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public static int? Build(FunctionRequest request)
    {
        var builder = request.Builder;
        var bits = Math.Max(3, request.Type.Fraction + 2 * Math.Max(0, request.Ceiling) + Guard);
        var halfTurns = builder.Real(Irrational.HalfTurnsPerRadian, bits + Math.Max(0, builder.Type(request.Argument).Integer));
        var turn = builder.Bits(builder.Multiply(request.Argument, halfTurns), 0, -bits);
        var fromPole = builder.Subtract(turn, builder.PowerOfTwo(-1));
        var distance = builder.Cast(builder.Abs(fromPole), new(bits, 0, Signed: false));
        if (Cotangent.Build(request, distance) is not { } size)
            return null;
        var value = builder.Truncate(size, request.Precision + 1);
        var negative = builder.Compare("greater", fromPole, builder.Whole(0));
        return request.Finish(builder.Select(negative, builder.Negate(value), value));
    }
}
