using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Functions and constants of SymPy, PySR and Julia that are no operator of ours by name or by number of arguments, as formulas of the operator table. A
/// condition is 1 or 0, as everywhere.
/// </summary>
internal static class SymPyForms
{
    private static readonly FrozenDictionary<string, Func<ImmutableArray<Expr>, Expr?>> Functions = new Dictionary<string, Func<ImmutableArray<Expr>, Expr?>>
    {
        ["Add"] = arguments => arguments.Length > 0 ? Sum(arguments) : null,
        ["Mul"] = arguments => arguments.Length > 0 ? Product(arguments) : null,
        ["Pow"] = arguments => arguments is [var x, var y] ? Power(x, y) : null,
        ["Min"] = arguments => Folded(Operators.Min, arguments),
        ["Max"] = arguments => Folded(Operators.Max, arguments),
        ["And"] = arguments => Folded(Operators.And, arguments),
        ["Or"] = arguments => Folded(Operators.Or, arguments),
        ["Not"] = arguments => arguments is [var x] ? Operators.LessEqual.Of(x, 0) : null,
        ["ITE"] = arguments => arguments is [var c, var x, var y] ? Operators.IfElse.Of(c, x, y) : null,
        ["Eq"] = Two(Operators.Equal),
        ["Ne"] = Two(Operators.NotEqual),
        ["Gt"] = Two(Operators.Greater),
        ["Ge"] = Two(Operators.GreaterEqual),
        ["Lt"] = Two(Operators.Less),
        ["Le"] = Two(Operators.LessEqual),
        ["Equality"] = Two(Operators.Equal),
        ["Unequality"] = Two(Operators.NotEqual),
        ["StrictGreaterThan"] = Two(Operators.Greater),
        ["GreaterThan"] = Two(Operators.GreaterEqual),
        ["StrictLessThan"] = Two(Operators.Less),
        ["LessThan"] = Two(Operators.LessEqual),
        ["Rational"] = Two(Operators.Divide),
        ["atan"] = Two(Operators.Atan2),
        ["log"] = arguments => arguments is [var x, var b] ? Operators.Log.Of(x) / Operators.Log.Of(b) : null,
        ["real_root"] = arguments => arguments is [var x, Constant { Value: 3 }] ? Operators.Cbrt.Of(x) : null,
        ["polygamma"] = arguments => arguments is [Constant { Value: 0 }, var x] ? Operators.Digamma.Of(x) : null,
        // Variables are real numbers.
        ["im"] = arguments => arguments.Length == 1 ? new Constant(0) : null,
        ["re"] = arguments => arguments is [var x] ? x : null,
        ["sec"] = arguments => arguments is [var x] ? 1 / Operators.Cos.Of(x) : null,
        ["csc"] = arguments => arguments is [var x] ? 1 / Operators.Sin.Of(x) : null,
        ["acot"] = arguments => arguments is [var x] ? Operators.Atan.Of(1 / x) : null,
        ["sech"] = arguments => arguments is [var x] ? 1 / Operators.Cosh.Of(x) : null,
        ["csch"] = arguments => arguments is [var x] ? 1 / Operators.Sinh.Of(x) : null,
        ["coth"] = arguments => arguments is [var x] ? 1 / Operators.Tanh.Of(x) : null,
        ["Heaviside"] = arguments => arguments is [var x, ..] ? Operators.IfElse.Of(x, 1, Operators.Equal.Of(x, 0) * (arguments.Length > 1 ? arguments[1] : 0.5)) : null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, double> Numbers = new Dictionary<string, double>
    {
        ["pi"] = Math.PI,
        ["E"] = Math.E,
        ["oo"] = double.PositiveInfinity,
        ["zoo"] = double.NaN,
        ["nan"] = double.NaN,
        ["true"] = 1,
        ["false"] = 0,
        ["GoldenRatio"] = 1.618033988749895,
        ["EulerGamma"] = 0.5772156649015329,
        ["Catalan"] = 0.915965594177219,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all functions here.</summary>
    public static IEnumerable<string> Names => Functions.Keys;

    /// <summary>A function applied, or null where there is none of that name with so many arguments.</summary>
    public static Expr? Apply(string name, ImmutableArray<Expr> arguments) => Functions.TryGetValue(name, out var form) ? form(arguments) : null;

    /// <summary>A constant of srepr by name, or null.</summary>
    public static Constant? Number(string name) => Numbers.TryGetValue(name, out var value) ? new(value) : null;

    /// <summary>A choice between values, the first whose condition holds; not a number where none does.</summary>
    public static Expr Piecewise(IReadOnlyList<(Expr Value, Expr Condition)> pieces)
    {
        Expr choice = new Constant(double.NaN);
        foreach (var (value, condition) in pieces.Reverse())
            choice = condition is Constant { Value: var truth } ? truth > 0 ? value : choice : Operators.IfElse.Of(condition, value, choice);
        return choice;
    }

    private static Func<ImmutableArray<Expr>, Expr?> Two(BuiltInOperator op) => arguments => arguments.Length == 2 ? op.Of(arguments[0], arguments[1]) : null;

    private static Expr? Folded(BuiltInOperator op, ImmutableArray<Expr> arguments) =>
        arguments.Length == 0 ? null : arguments.Skip(1).Aggregate(arguments[0], (all, next) => op.Of(all, next));

    // SymPy writes a - b as a + (-1)*b: terms that begin with a sign are subtracted.
    private static Expr Sum(ImmutableArray<Expr> terms)
    {
        var sum = terms[0];
        foreach (var term in terms.Skip(1))
            sum = term is Apply { Operator: var op, Arguments: [var inner] } && op == Operators.Negate ? sum - inner
                : term is Constant { Value: < 0 } constant ? sum - new Constant(-constant.Value)
                : sum + term;
        return sum;
    }

    // SymPy writes a/b as a*b**-1, and -a as -1*a.
    private static Expr Product(ImmutableArray<Expr> factors)
    {
        var negative = factors.Length > 1 && factors[0] is Constant { Value: -1 };
        var (over, under) = (new List<Expr>(), new List<Expr>());
        foreach (var factor in negative ? factors.Skip(1) : factors)
            if (factor is Apply { Operator: var op, Arguments: [Constant { Value: 1 }, var divisor] } && op == Operators.Divide)
                under.Add(divisor);
            else
                over.Add(factor);
        var product = over.Count == 0 ? new Constant(1) : over.Skip(1).Aggregate(over[0], (all, next) => all * next);
        if (under.Count > 0)
            product /= under.Skip(1).Aggregate(under[0], (all, next) => all * next);
        return negative ? -product : product;
    }

    private static Expr Power(Expr x, Expr exponent) => exponent switch
    {
        Constant { Value: -1 } => 1 / x,
        Constant { Value: 0.5 } => Operators.Sqrt.Of(x),
        Constant { Value: -0.5 } => 1 / Operators.Sqrt.Of(x),
        Constant { Value: < 0 and var value } when Math.Floor(value) == value => 1 / Operators.Power.Of(x, -value),
        _ => Operators.Power.Of(x, exponent),
    };
}
