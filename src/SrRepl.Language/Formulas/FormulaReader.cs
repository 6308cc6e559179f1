using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Reads a formula from infix text as PySR, SymPy, hls4ml and <see cref="InfixPrinter"/> write it, with the grammar of the
/// language, or from what SymPy's srepr writes. A name before an opening parenthesis is a function, any other a variable, also one called like an operator
/// (gamma, sign) or like a constant of SymPy's (E, I); only pi, inf and nan are numbers, however PySR and SymPy write them. Nothing is
/// folded but the sign of a number.
/// </summary>
public static class FormulaReader
{
    /// <summary>The name of a text that has none of its own, in diagnostics.</summary>
    public const string SourceName = "expr";

    private const int ManyTokens = 1000;

    /// <summary>Reads a formula; <paramref name="functions"/> finds functions before those of the operator table, null where it knows none.</summary>
    /// <exception cref="DiagnosticException">The text is no formula; the place is inside the text.</exception>
    public static Expr Read(string text, Func<string, Operator?>? functions = null) => Read(new SourceText(text, SourceName), functions);

    /// <summary>Reads a formula from a text with a name.</summary>
    /// <exception cref="DiagnosticException">The text is no formula; the place is inside the text.</exception>
    public static Expr Read(SourceText source, Func<string, Operator?>? functions = null) =>
        SreprReader.Fits(source.Text)
            ? SreprReader.Read(source, functions ?? (_ => null))
            : Read(source, functions is null ? (_, _) => null : (name, _) => functions(name));

    /// <summary>Reads a formula; functions are found by their name and the number of arguments they are applied to.</summary>
    /// <exception cref="DiagnosticException">The text is no formula; the place is inside the text.</exception>
    internal static Expr Read(SourceText source, Func<string, int, Operator?> functions)
    {
        var lexer = Lexer.ReadFormula(source);
        if (lexer.Diagnostics.Count > 0)
            throw new DiagnosticException(lexer.Diagnostics[0]);
        // In parentheses line breaks mean nothing, so that a long formula may be broken anywhere.
        var layout = Layout.Of(source, lexer.Tokens, continuous: true);
        if (layout.Problem is { } problem)
            throw new DiagnosticException(problem);
        return NestsDeep(layout.Tokens) ? DeepStack.Run(() => Parse(source, layout.Tokens, functions)) : Parse(source, layout.Tokens, functions);
    }

    // Brackets nest to a depth that any stack bears; what a word begins takes more of it a level.
    private static bool NestsDeep(ImmutableArray<Token> tokens)
    {
        if (tokens.Length > ManyTokens)
            foreach (ref readonly var token in tokens.AsSpan())
                if (token.Kind == TokenKind.Keyword)
                    return true;
        return false;
    }

    private static Expr Parse(SourceText source, ImmutableArray<Token> tokens, Func<string, int, Operator?> functions)
    {
        using var state = new ParseState(tokens);
        var parsed = Grammar.Expression(new TokenInput(state, 0));
        if (parsed.WasSuccessful && ((TokenInput)parsed.Remainder).AtEnd)
            return new FormulaBuilder(source, functions).Build(parsed.Value);
        if (parsed.WasSuccessful)
            state.Fail(parsed.Remainder.Position, "an operator");
        throw new DiagnosticException(ParseFailure.Explain(source, state));
    }
}
