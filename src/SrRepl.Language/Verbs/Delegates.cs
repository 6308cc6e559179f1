using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Functions of the language as the delegates that options may ask for.</summary>
internal static class Delegates
{
    private static readonly Origin Nowhere = new(new SourceText("", "input"), default);

    /// <summary>A delegate of the type, or null when the language has no such shape.</summary>
    public static Delegate? Of(object function, Type type) =>
        type == typeof(Func<object?>) ? (Func<object?>)(() => Call(function, UnitValue.Value))
        : type == typeof(Func<object, object?>) ? (Func<object, object?>)(argument => Call(function, argument))
        : type == typeof(Func<IFormula, double>) ? (Func<IFormula, double>)(formula => Number(Call(function, formula.Formula)))
        : type == typeof(Func<Expr, double>) ? (Func<Expr, double>)(formula => Number(Call(function, formula)))
        : type == typeof(Func<double, double>) ? (Func<double, double>)(number => Number(Call(function, number)))
        : null;

    private static object Call(object function, object argument) =>
        new Evaluator(RunContext.Current.Cancellation).Apply(function, [new(argument, Nowhere)], Nowhere);

    private static double Number(object value) =>
        value as double? ?? throw new DiagnosticException(Errors.WrongValue("a number", Kinds.WithArticle(value), null));
}
