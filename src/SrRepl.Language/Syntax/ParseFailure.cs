using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Puts the farthest failure of a parse into words.</summary>
internal static class ParseFailure
{
    public static Diagnostic Explain(SourceText source, ParseState state)
    {
        var token = state.Tokens[state.Farthest];
        var diagnostic = state.Fatal ?? Errors.Expected(Join(state.Expected), token.ToString(), HintFor(token));
        return diagnostic.At(source.PlaceOf(token.Span.Length > 0 || state.Farthest == 0 ? token.Span : Behind(state.Tokens[state.Farthest - 1])));
    }

    /// <summary>Whether more text could mend it: nothing but the ends of bodies stands behind the failure.</summary>
    public static bool IsAtEnd(ParseState state)
    {
        for (var i = state.Farthest; i < state.Tokens.Length; i++)
            if (state.Tokens[i].Kind is not (TokenKind.End or TokenKind.BlockClose))
                return false;
        return true;
    }

    // What layout made has no text of its own: the place is just behind the word before it.
    private static Span Behind(Token before) => new(before.Span.End, 0);

    private static string? HintFor(Token token) => token switch
    {
        { Kind: TokenKind.Keyword, Text: "let" } => "a `let` begins a line of its own, indented as the line before it",
        { Kind: TokenKind.Keyword, Text: "for" } => "a list is made of another by one [for x in xs -> f x]",
        { Kind: TokenKind.Keyword } => $"`{token.Text}` is a word of the language; a name like it is written ``{token.Text}``",
        { Kind: TokenKind.BlockNext } => "a line goes on while it is indented deeper than its statement's first word",
        _ => null,
    };

    private static string Join(IReadOnlyList<string> expected) => expected.Count switch
    {
        0 => "an expression",
        1 => expected[0],
        _ => string.Join(", ", expected.Take(expected.Count - 1)) + " or " + expected[^1],
    };
}
