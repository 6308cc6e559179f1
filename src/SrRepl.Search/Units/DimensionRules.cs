using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// What operators do to dimensions: the table of those that take others than pure numbers. Every operator without a row takes
/// pure numbers and gives one (sin, exp, tables).
/// </summary>
internal static class DimensionRules
{
    /// <summary>The quantity an operator makes of its arguments; null where they do not go together.</summary>
    /// <param name="arguments">What the arguments are.</param>
    /// <param name="constants">The values of arguments that are constants, not a number for the others.</param>
    public delegate Quantity? Rule(ReadOnlySpan<Quantity> arguments, ReadOnlySpan<double> constants);

    private static readonly Rule Numbers = (a, _) => AllNumbers(a) ? Quantity.Number : null;

    private static readonly FrozenDictionary<Operator, Rule> Rows = new Dictionary<Operator, Rule>
    {
        [Operators.Add] = (a, _) => Alike(a[0], a[1]),
        [Operators.Subtract] = (a, _) => Alike(a[0], a[1]),
        [Operators.Min] = (a, _) => Alike(a[0], a[1]),
        [Operators.Max] = (a, _) => Alike(a[0], a[1]),
        [Operators.Mod] = (a, _) => Alike(a[0], a[1]),
        [Operators.Multiply] = (a, _) => Product(a[0], a[1], 1),
        [Operators.Divide] = (a, _) => Product(a[0], a[1], -1),
        [Operators.Power] = Power,
        [Operators.PowAbs] = Power,
        [Operators.Negate] = (a, _) => a[0],
        [Operators.Abs] = (a, _) => a[0],
        [Operators.Relu] = (a, _) => a[0],
        [Operators.CopySign] = (a, _) => a[0],
        [Operators.Sign] = (_, _) => Quantity.Number,
        [Operators.Square] = (a, _) => Root(a[0], 2),
        [Operators.Cube] = (a, _) => Root(a[0], 3),
        [Operators.Inverse] = (a, _) => Root(a[0], -1),
        [Operators.Sqrt] = (a, _) => Root(a[0], 0.5),
        [Operators.SqrtAbs] = (a, _) => Root(a[0], 0.5),
        [Operators.Cbrt] = (a, _) => Root(a[0], 1.0 / 3),
        [Operators.Atan2] = Compared,
        [Operators.Greater] = Compared,
        [Operators.GreaterEqual] = Compared,
        [Operators.Less] = Compared,
        [Operators.LessEqual] = Compared,
        [Operators.Equal] = Compared,
        [Operators.NotEqual] = Compared,
        [Operators.And] = (_, _) => Quantity.Number,
        [Operators.Or] = (_, _) => Quantity.Number,
        [Operators.Cond] = (a, _) => a[1],
        [Operators.IfElse] = (a, _) => Alike(a[1], a[2]),
    }.ToFrozenDictionary();

    /// <summary>The rule of an operator; that of a function the user wrote follows from its formula.</summary>
    public static Rule Of(Operator op) =>
        op is DefinedOperator function ? (arguments, constants) => OfFunction(function, arguments.ToArray(), constants.ToArray()) : Rows.GetValueOrDefault(op, Numbers);

    private static Quantity? OfFunction(DefinedOperator function, Quantity[] arguments, double[] constants)
    {
        return Of(function.Body)?.Quantity;

        (Quantity Quantity, double Constant)? Of(Expr node)
        {
            switch (node)
            {
                case Constant constant:
                    return (Quantity.Number, constant.Value);
                case Variable variable:
                    var index = function.Parameters.IndexOf(variable.Name);
                    return (arguments[index], constants[index]);
                case Apply apply:
                    var inner = new Quantity[apply.Arguments.Length];
                    var values = new double[inner.Length];
                    for (var i = 0; i < inner.Length; i++)
                    {
                        if (Of(apply.Arguments[i]) is not { } argument)
                            return null;
                        (inner[i], values[i]) = argument;
                    }
                    return DimensionRules.Of(apply.Operator)(inner, values) is { } quantity ? (quantity, double.NaN) : null;
                default:
                    return null;
            }
        }
    }

    private static Quantity? Alike(Quantity a, Quantity b) =>
        a.IsWildcard ? b
        : b.IsWildcard || a.Dimension.Is(b.Dimension) ? a
        : null;

    private static Quantity? Compared(ReadOnlySpan<Quantity> a, ReadOnlySpan<double> constants) => Alike(a[0], a[1]) is null ? null : Quantity.Number;

    private static Quantity Product(Quantity a, Quantity b, double sign) => new(a.Dimension * b.Dimension.Power(sign), a.IsWildcard || b.IsWildcard);

    private static Quantity Root(Quantity a, double exponent) => a with { Dimension = a.Dimension.Power(exponent) };

    // The exponent is a pure number; what is no constant can only be over a pure number.
    private static Quantity? Power(ReadOnlySpan<Quantity> a, ReadOnlySpan<double> constants) =>
        !a[1].CanBeNumber ? null
        : !double.IsNaN(constants[1]) ? Root(a[0], constants[1])
        : a[0].CanBeNumber ? Quantity.Number
        : null;

    private static bool AllNumbers(ReadOnlySpan<Quantity> arguments)
    {
        foreach (var argument in arguments)
            if (!argument.CanBeNumber)
                return false;
        return true;
    }
}
