using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A parsed text: its statements, or what is wrong with it.</summary>
/// <param name="Statements">The statements in order; those before and after a wrong one included.</param>
/// <param name="Diagnostics">What is wrong, in order; empty when the text can run.</param>
/// <param name="Incomplete">Whether more text could make it right: a bracket, a string, a comment or an expression is open at the end.</param>
public sealed record Script(ImmutableArray<Node> Statements, ImmutableArray<Diagnostic> Diagnostics, bool Incomplete)
{
    private const int ManyTokens = 1000;

    /// <summary>Parses a script, recovering at each statement of the top level.</summary>
    public static Script Parse(SourceText source)
    {
        var lexer = Lexer.Read(source);
        var layout = Layout.Of(source, lexer.Tokens);
        if (lexer.Diagnostics.Count > 0)
            return new([], [.. lexer.Diagnostics], lexer.EndsInside);
        if (layout.Problem is { } problem)
            return new([], [problem], layout.EndsInside);
        return layout.Tokens.Length > ManyTokens ? DeepStack.Run(() => ParseStatements(source, layout)) : ParseStatements(source, layout);
    }

    private static Script ParseStatements(SourceText source, Layout layout)
    {
        var tokens = layout.Tokens;
        using var state = new ParseState(tokens);
        var statements = ImmutableArray.CreateBuilder<Node>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var incomplete = false;
        for (var i = 0; i < layout.Statements.Count; i++)
        {
            var position = layout.Statements[i];
            var end = i + 1 < layout.Statements.Count ? layout.Statements[i + 1] - 1 : tokens.Length - 1;
            while (tokens[position].Kind == TokenKind.Semicolon)
                position++;
            while (position < end)
            {
                state.Forget();
                var result = Language.Statements.Statement(new TokenInput(state, position));
                var next = result.Remainder.Position;
                if (result.WasSuccessful && (next == end || IsSeparator(tokens[next])))
                {
                    statements.Add(result.Value);
                    position = next;
                    while (position < end && IsSeparator(tokens[position]))
                        position++;
                    continue;
                }
                if (result.WasSuccessful)
                    state.Fail(next, "an operator or a new line");
                else if (state.Farthest < 0)
                    state.Fail(next, "an expression");
                diagnostics.Add(ParseFailure.Explain(source, state));
                incomplete = i == layout.Statements.Count - 1 && ParseFailure.IsAtEnd(state);
                break;
            }
        }
        return new(statements.ToImmutable(), diagnostics.ToImmutable(), incomplete);
    }

    private static bool IsSeparator(Token token) => token.Kind == TokenKind.Semicolon || token.Is(TokenKind.Keyword, "in");
}
