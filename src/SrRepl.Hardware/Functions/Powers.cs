using System.Globalization;

namespace SrRepl.Hardware;

/// <summary>
/// x^y: for an exponent known when the Kernel is built, the function of x that it is; else 2^(y log2 |x|), with the sign
/// of x where y is an odd whole number. A power of 0 with a negative exponent saturates, one of a negative number with a broken exponent is 0.
/// </summary>
internal static class Powers
{
    // Polynomials in doubles reach no further.
    private const int FinestLogarithm = 46;

    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public static int? Build(FunctionRequest request) =>
        request.Builder.Operations[request.Arguments[1]] is { Kind: OperationKind.Literal } exponent
            ? Known(request, new FixedValue(exponent.Raw, exponent.Type).Double)
            : Variable(request);

    private static int? Known(FunctionRequest request, double exponent)
    {
        if (exponent == 0)
            return request.Finish(request.Builder.Whole(1));
        var builder = request.Builder;
        var name = "pow_" + string.Create(CultureInfo.InvariantCulture, $"{exponent:R}").Replace('.', 'p').Replace('-', 'm').Replace("+", "", StringComparison.Ordinal);
        var half = new HalfLine(name, x => Math.Pow(x, exponent), exponent > 0 ? 0 : double.PositiveInfinity);
        if (half.Build(request, builder.Abs(request.Argument)) is not { } size)
            return null;
        var value = builder.Truncate(size, request.Precision + 1);
        if (request.Range.Low >= 0)
            return request.Finish(value);
        var negative = builder.Compare("less", request.Argument, builder.Whole(0));
        var below = Math.Floor(exponent) != exponent ? builder.Whole(0) : exponent % 2 == 0 ? value : builder.Negate(value);
        return request.Finish(builder.Select(negative, below, value));
    }

    private static int? Variable(FunctionRequest request)
    {
        var builder = request.Builder;
        var (x, y) = (request.Arguments[0], request.Arguments[1]);
        var size = builder.Abs(x);
        // The error of the logarithm grows by the exponent and by the result.
        var fraction = Math.Max(3, request.Ceiling + request.Type.Fraction + FunctionRequest.Guard + Math.Max(0, Math.ILogB(Math.Max(1, builder.Range(y).Magnitude)) + 1));
        if (fraction > FinestLogarithm || Logarithm.Base2.Value(builder, size, fraction) is not { } logarithm)
            return null;
        if (Exponential.OfPower(request, builder.Multiply(y, logarithm)) is not { } power)
            return null;
        var type = FunctionRequest.Result(request.Type);
        var highest = builder.Literal(new FixedValue(type.MaxRaw, type));
        var zero = builder.Whole(0);
        var (falls, isOne) = (builder.Compare("less", y, zero), builder.Compare("equal", y, zero));
        var ofZero = builder.Select(falls, highest, builder.Select(isOne, builder.Cast(builder.Whole(1), type), zero));
        var value = builder.Range(size).Low > 0 ? power : builder.Select(builder.Compare("equal", size, zero), ofZero, power);
        if (builder.Range(x).Low >= 0)
            return request.Finish(value);
        var own = builder.Type(y);
        var whole = own.Fraction <= 0 ? builder.Literal(new FixedValue(1, FixedType.Bit)) : builder.Compare("equal", builder.Bits(y, 0, -own.Fraction), zero);
        var odd = own.Integer > 0 && own.Fraction >= 0 ? builder.Bits(y, 1, 0) : zero;
        var below = builder.Select(whole, builder.Select(odd, builder.Negate(value), value), builder.Select(builder.Compare("equal", size, zero), value, zero));
        return request.Finish(builder.Select(builder.Compare("less", x, zero), below, value));
    }
}
