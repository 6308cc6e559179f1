using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>Functions of a session as its C# calls them: with numbers and with formulas where they are formulas, else with anything.</summary>
public static class SharedFunction
{
    /// <summary>The value for numbers; of a comparison 1 or 0, as its formula has it.</summary>
    /// <exception cref="DiagnosticException">The function fails, or gives no number.</exception>
    public static double Number(object function, params ReadOnlySpan<object?> arguments) => Session.Apply(function, arguments) switch
    {
        double number => number,
        bool truth => truth ? 1 : 0,
        var value => throw new DiagnosticException(Errors.WrongValue("a number", $"a {Session.Describe(value)}", null)),
    };

    /// <summary>The formula that it makes of formulas.</summary>
    /// <exception cref="DiagnosticException">The function fails, or gives no formula.</exception>
    public static Expr Formula(object function, params ReadOnlySpan<object?> arguments) => Session.Apply(function, arguments) switch
    {
        IFormula formula => formula.Formula,
        double number => number,
        bool truth => truth ? 1 : 0,
        var value => throw new DiagnosticException(Errors.WrongValue("a formula", $"a {Session.Describe(value)}", null)),
    };

    /// <summary>The value of any arguments.</summary>
    /// <exception cref="DiagnosticException">The function fails.</exception>
    public static object? Value(object function, params ReadOnlySpan<object?> arguments) => CSharpView.Of(Session.Apply(function, arguments));
}
