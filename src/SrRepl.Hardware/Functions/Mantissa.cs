namespace SrRepl.Hardware;

/// <summary>The argument of a function of positive numbers, as a number below 1 to be shifted up.</summary>
internal static class Mantissa
{
    /// <summary>The argument's bits without its sign: an unsigned number. What a negative argument gives is replaced afterwards by <see cref="WherePositive"/>.</summary>
    public static int WithoutSign(FunctionRequest request)
    {
        var builder = request.Builder;
        var type = builder.Type(request.Argument);
        return type.Signed && type.Width > 1
            ? builder.Pick(request.Argument, new(type.Width - 1, type.Integer - 1, Signed: false))
            : builder.Pick(request.Argument, type with { Signed = false });
    }

    /// <summary>The argument without its sign, as a number m below 1 with x = m 2^Top for an even Top.</summary>
    public static (int Value, int Top) Even(FunctionRequest request)
    {
        var builder = request.Builder;
        var x = WithoutSign(request);
        var top = builder.Type(x).Integer;
        if (top % 2 != 0)
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
