namespace SrRepl.Hardware;

/// <summary>
/// a / b within one unit in the last place of the result, whatever the operands' types: the division of ap_fixed on a
/// dividend with enough fraction bits, rounded and saturated. A zero divisor gives the type's end of the dividend's sign.
/// </summary>
internal static class Quotient
{
    /// <summary>Builds it.</summary>
    public static int Build(KernelBuilder builder, int dividend, int divisor, FixedType type)
    {
        var own = builder.Type(dividend);
        var fraction = Math.Max(own.Fraction, type.Fraction + 2);
        var wide = builder.Cast(dividend, new(Math.Max(1, own.Integer + fraction), Math.Max(1, own.Integer + fraction) - fraction, own.Signed));
        if (!builder.Range(divisor).Contains(0))
            return builder.Cast(builder.Divide(wide, divisor), FunctionRequest.Result(type));
        var isZero = builder.Compare("equal", divisor, builder.Whole(0));
        var last = builder.Literal(new FixedValue(1, builder.Type(divisor) with { Signed = false }));
        var quotient = builder.Cast(builder.Divide(wide, builder.Select(isZero, last, divisor)), FunctionRequest.Result(type));
        var lowest = builder.Literal(new FixedValue(type.MinRaw, type));
        var highest = builder.Literal(new FixedValue(type.MaxRaw, type));
        var end = builder.Select(builder.Compare("less", dividend, builder.Whole(0)), lowest, highest);
        return builder.Select(isZero, end, quotient);
    }
}
