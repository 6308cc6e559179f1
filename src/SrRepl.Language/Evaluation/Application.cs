using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>What can be applied, and what comes of it: functions, operators of the table, formulas, verbs.</summary>
internal static class Application
{
    private static readonly ImmutableArray<string> Letters = ["x", "y", "z"];

    public static bool IsFunction(object value) => value is FunctionValue or Operator or FixedType || (value is IFormula and not Expr) || value is Expr { Nodes: > 1 };

    /// <summary>How many arguments a function takes.</summary>
    public static int ArityOf(object function) => function switch
    {
        FunctionValue own => own.Arity,
        Operator op => op.Arity,
        FixedType => 1,
        IFormula formula => formula.Parameters.Length,
        _ => 0,
    };

    /// <summary>Names for a function's arguments.</summary>
    public static ImmutableArray<string> ParametersOf(object function) => function switch
    {
        DefinedOperator defined => defined.Parameters,
        Operator op => Letters[..Math.Min(op.Arity, Letters.Length)],
        IFormula formula => formula.Parameters,
        _ => ["x"],
    };

    public static object Apply(Evaluator evaluator, object function, ImmutableArray<Argument> arguments, Origin call) => function switch
    {
        FunctionValue own => own.Apply(evaluator, arguments, call),
        Operator op => ApplyOperator(evaluator, op, Spread(arguments, op.Arity), call),
        FixedType type => ApplyType(evaluator, type, arguments, call),
        Expr { Nodes: 1 } => throw call.Error(Errors.NotAFunction(Kinds.WithArticle(function))),
        IFormula formula => ApplyFormula(evaluator, formula, Spread(arguments, formula.Parameters.Length), call),
        _ => throw call.Error(Errors.NotAFunction(Kinds.WithArticle(function))),
    };

    /// <summary>The arguments one by one: f(x, y) is one tuple to the grammar.</summary>
    public static ImmutableArray<Argument> Spread(ImmutableArray<Argument> arguments, int arity) =>
        arguments is [{ Value: TupleValue tuple, Origin: var origin }] && arity > 1
            ? [.. tuple.Items.Select(item => new Argument(item, origin))]
            : arguments;

    private static object ApplyType(Evaluator evaluator, FixedType type, ImmutableArray<Argument> arguments, Origin call) => arguments switch
    {
        [{ Value: double } number] when evaluator.IsNumeric => number.Value,
        [var argument] => Pins.Pin(type, argument),
        _ => throw call.Error(Errors.WrongArity(type.ToString(), 1, arguments.Length)),
    };

    private static object ApplyOperator(Evaluator evaluator, Operator op, ImmutableArray<Argument> arguments, Origin call)
    {
        if (arguments.Length < op.Arity)
            return new PartialFunction(op, arguments);
        if (arguments.Length > op.Arity)
            throw call.Error(Errors.WrongArity(op.Name, op.Arity, arguments.Length));
        if (arguments.All(argument => argument.Value is double))
            return op.Evaluate([.. arguments.Select(argument => (double)argument.Value)]);
        return op.Of([.. arguments.Select(argument => Arithmetic.AsExpr(argument.Value) ?? throw NotANumber(op.Name, argument))]);
    }

    private static object ApplyFormula(Evaluator evaluator, IFormula formula, ImmutableArray<Argument> arguments, Origin call)
    {
        var parameters = formula.Parameters;
        if (arguments.Length < parameters.Length)
            return new PartialFunction(formula, arguments);
        if (arguments.Length > parameters.Length)
            throw call.Error(Errors.WrongArity(formula.ToString() ?? "", parameters.Length, arguments.Length));
        var values = new Dictionary<string, Expr>(StringComparer.Ordinal);
        for (var i = 0; i < parameters.Length; i++)
            values[parameters[i]] = Arithmetic.AsExpr(arguments[i].Value) ?? throw NotANumber("the formula", arguments[i]);
        if (values.Values.All(value => value is Constant))
            return formula.Formula.Evaluate(values.ToDictionary(pair => pair.Key, pair => ((Constant)pair.Value).Value, StringComparer.Ordinal));
        return formula.Formula.Substitute(values);
    }

    private static DiagnosticException NotANumber(string name, Argument argument) =>
        argument.Origin.Error(Errors.WrongArgument(name, "a number", Kinds.WithArticle(argument.Value), Conversions.Hint(typeof(IFormula), argument.Value)));
}
