using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Signs on values: numbers give numbers, anything symbolic gives a formula.</summary>
internal static class Arithmetic
{
    /// <summary>A value as a formula: a number, a truth value (1 or 0), or something that is one already; null for the rest.</summary>
    public static Expr? AsExpr(object value) => value switch
    {
        double number => new Constant(number),
        bool truth => new Constant(truth ? 1 : 0),
        FunctionValue => null,
        IFormula formula => formula.Formula,
        _ => null,
    };

    /// <summary>Whether arithmetic on the value makes a formula. A function is no operand, though it is a formula to a verb.</summary>
    public static bool IsSymbolic(object value) => value is IFormula and not FunctionValue;

    /// <summary>The value of an infix sign of the operator table.</summary>
    public static object Join(InfixSign sign, Argument left, Argument right, Origin at)
    {
        if (left.Value is double a && right.Value is double b)
            return OfNumbers(sign, a, b);
        if ((IsSymbolic(left.Value) || IsSymbolic(right.Value)) && AsExpr(left.Value) is { } x && AsExpr(right.Value) is { } y)
            return sign.Operator!.Of(x, y);
        return sign.Text switch
        {
            "=" => Same(left.Value, right.Value, at),
            "<>" => !Same(left.Value, right.Value, at),
            "+" when left.Value is string first && right.Value is string second => first + second,
            "+" when left.Value is ListValue first && right.Value is ListValue second => new ListValue([.. first.Items, .. second.Items]),
            _ => throw at.Error(Errors.WrongOperands(sign.Text, Kinds.WithArticle(left.Value), Kinds.WithArticle(right.Value))),
        };
    }

    /// <summary>The negative.</summary>
    public static object Negate(Argument operand) => operand.Value switch
    {
        // Without the cast the switch would make a formula of it: a number converts to one.
        double number => (object)-number,
        var value when IsSymbolic(value) => Operators.Negate.Of(AsExpr(value)!),
        var value => throw operand.Origin.Error(Errors.WrongValue("a number", Kinds.WithArticle(value), null)),
    };

    private static object OfNumbers(InfixSign sign, double a, double b) => sign.Text switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "<" => a < b,
        "<=" => a <= b,
        ">" => a > b,
        ">=" => a >= b,
        "=" => a == b,
        "<>" => a != b,
        _ => sign.Operator!.Evaluate([a, b]),
    };

    private static bool Same(object a, object b, Origin at) => (a, b) switch
    {
        (double x, double y) => x == y,
        (ListValue x, ListValue y) => x.Length == y.Length && x.Items.Zip(y.Items).All(pair => Same(pair.First, pair.Second, at)),
        (TupleValue x, TupleValue y) => x.Items.Length == y.Items.Length && x.Items.Zip(y.Items).All(pair => Same(pair.First, pair.Second, at)),
        (RecordValue x, RecordValue y) => x.Fields.Length == y.Fields.Length
            && x.Fields.All(field => y.Find(field.Name) is { } other && Same(field.Value, other, at)),
        (FunctionValue, _) or (_, FunctionValue) => throw at.Error(Errors.WrongOperands("=", Kinds.WithArticle(a), Kinds.WithArticle(b))),
        _ when a.GetType() != b.GetType() => throw at.Error(Errors.WrongOperands("=", Kinds.WithArticle(a), Kinds.WithArticle(b))),
        _ => a.Equals(b),
    };
}
