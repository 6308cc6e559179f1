using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace SrRepl.Core;

/// <summary>Writes a formula as a function of a programming language, in double precision.</summary>
public sealed class CodePrinter
{
    private const int Atom = 100;

    private readonly CodeLanguage _language;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    private readonly record struct Piece(string Text, int Precedence)
    {
        public string In(int context) => Precedence < context ? $"({Text})" : Text;
    }

    private CodePrinter(CodeLanguage language, IEnumerable<string> parameters)
    {
        _language = language;
        foreach (var parameter in parameters)
            _names[parameter] = Unused(parameter);
    }

    /// <summary>The function's text. Parameters keep their names where the language allows them.</summary>
    /// <param name="formula">What it computes; its parameters are the function's, in order.</param>
    /// <param name="language">The language.</param>
    /// <param name="name">The function's name.</param>
    /// <exception cref="DiagnosticException">An operator has no form in the language.</exception>
    public static string Print(IFormula formula, CodeLanguage language, string name = "formula")
    {
        var printer = new CodePrinter(language, formula.Parameters);
        var parameters = formula.Parameters.Select(parameter => Template.Fill(language.Parameter, [printer._names[parameter]]));
        return Template.Fill(language.Frame, [name, string.Join(", ", parameters), printer.Write(formula.Formula).Text]);
    }

    private Piece Write(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return expr switch
        {
            Constant constant => Number(constant.Value),
            Variable variable => new(_names[variable.Name], Atom),
            Apply apply => Write(apply.Operator, apply.Arguments),
            _ => throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr)),
        };
    }

    private Piece Write(Operator op, ImmutableArray<Expr> arguments)
    {
        if (_language.Templates.TryGetValue(op, out var template))
            return new(Template.Fill(template, [.. arguments.Select(argument => Write(argument).Text)]), template.EndsWith(')') && !template.StartsWith('(') ? Atom : Notation.Additive);
        if (op is DefinedOperator defined)
            return Write(defined.Inline(arguments));
        if (op is Annotation)
            return Write(arguments[0]);
        if (op.Notation is { Form: NotationForm.Prefix } sign)
            return new(sign.Symbol + Write(arguments[0]).In(Notation.Sign + 1), Notation.Sign);
        if (op.Notation is { Form: NotationForm.Infix, Precedence: Notation.Additive or Notation.Multiplicative } infix)
            return new($"{Write(arguments[0]).In(infix.Precedence)} {infix.Symbol} {Write(arguments[1]).In(infix.Precedence + 1)}", infix.Precedence);
        if (op is BuiltInOperator { Meaning: { } meaning })
            return Write(meaning(arguments));
        throw new DiagnosticException(Errors.NoCodeForm(op.Name, _language.Name));
    }

    // A whole number is written with a fraction: in C, 1/3 would be 0.
    private Piece Number(double value)
    {
        if (double.IsNaN(value))
            return new(_language.NotANumber, Atom);
        var text = double.IsInfinity(value) ? _language.Infinity : Math.Abs(value).ToString("R", CultureInfo.InvariantCulture).ToLowerInvariant();
        if (text.All(char.IsAsciiDigit))
            text += ".0";
        return double.IsNegative(value) ? new("-" + text, Notation.Sign) : new(text, Atom);
    }

    private string Unused(string parameter)
    {
        var stem = string.Concat(parameter.Select(c => char.IsAsciiLetterOrDigit(c) || c == '_' ? c : '_'));
        if (stem.Length == 0 || char.IsAsciiDigit(stem[0]))
            stem = "_" + stem;
        while (_language.Keywords.Contains(stem) || _names.ContainsValue(stem))
            stem += "_";
        return stem;
    }
}
