namespace SrRepl.Hardware;

/// <summary>The argument of a function of positive numbers, as a number below 1 to be shifted up.</summary>
internal static class Mantissa
{
    /// <summary>
    /// The argument without its sign, as a number m below 1 with x = m 2^Top. What a negative argument gives is replaced
    /// afterwards by <see cref="WherePositive"/>.
    /// </summary>
    public static (int Value, int Top) Unsigned(FunctionRequest request, bool even)
    {
        var builder = request.Builder;
        var type = builder.Type(request.Argument);
        var x = type.Signed && type.Width > 1
            ? builder.Pick(request.Argument, new(type.Width - 1, type.Integer - 1, Signed: false))
            : builder.Pick(request.Argument, type with { Signed = false });
        var top = builder.Type(x).Integer;
        if (even && top % 2 != 0)
        {
            top++;
            x = builder.Cast(x, new(builder.Type(x).Width + 1, top, Signed: false));
        }
        return (builder.Scale(x, -top), top);
    }

    /// <summary>One value where the argument is above 0, another elsewhere; the choice falls away where the range decides.</summary>
    public static int WherePositive(FunctionRequest request, int value, int otherwise)
    {
        if (request.Range.Low > 0)
            return value;
        var builder = request.Builder;
        var positive = builder.Compare("greater", request.Argument, builder.Whole(0));
        return builder.Select(positive, value, otherwise);
    }
}
