using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The primitive parsers over tokens. A failure of a required token is recorded in the input's state, so that the farthest one is known.</summary>
internal static class TokenParsers
{
    /// <summary>A token of a kind; <paramref name="expected"/> is what a diagnostic calls it, null where another way to go on is as good.</summary>
    public static Parser<Token> Kind(TokenKind kind, string? expected = null) => Where(token => token.Kind == kind, expected);

    public static Parser<Token> Sign(string text, bool required = true) =>
        Where(token => token.Is(TokenKind.Sign, text), required ? $"`{text}`" : null);

    public static Parser<Token> Word(string text, bool required = true) =>
        Where(token => token.Is(TokenKind.Keyword, text), required ? $"`{text}`" : null);

    public static Parser<Token> Open(string text) => Where(token => token.Is(TokenKind.Open, text), null);

    public static Parser<Token> Close(string text) => Where(token => token.Is(TokenKind.Close, text), $"`{text}`");

    public static Parser<Token> Where(Func<Token, bool> fits, string? expected) => input =>
    {
        var here = (TokenInput)input;
        if (fits(here.Token) && !here.AtEnd)
            return new Parsed<Token>(here.Token, here.Advance());
        return Fail<Token>(here, expected);
    };

    /// <summary>One of several parsers, chosen by the next two tokens alone: nothing is tried twice.</summary>
    public static Parser<T> Choose<T>(string? expected, Func<Token, Token, Parser<T>?> choice) => input =>
    {
        var here = (TokenInput)input;
        return choice(here.Token, here.Next) is { } chosen ? chosen(input) : Fail<T>(here, expected);
    };

    /// <summary>A rule that is a function over a position, null where it fails.</summary>
    public delegate Node? Stepping(ParseState state, ref int at);

    /// <summary>Such a rule among Sprache's.</summary>
    public static Parser<Node> Rule(Stepping rule) => input =>
    {
        var here = (TokenInput)input;
        var at = here.Position;
        return rule(here.State, ref at) is { } node ? new Parsed<Node>(node, new TokenInput(here.State, at)) : Failed<Node>(new TokenInput(here.State, at));
    };

    /// <summary>A parser made when first used, so that rules can name one another.</summary>
    public static Parser<T> Lazily<T>(Func<Parser<T>> rule)
    {
        Parser<T>? made = null;
        return input => (made ??= rule())(input);
    }

    /// <summary>A parser that may contain itself; too deep a nesting is a diagnostic at the token that goes too far.</summary>
    public static Parser<T> Nested<T>(Parser<T> parser) => input =>
    {
        var here = (TokenInput)input;
        if (here.State.Depth >= Layout.DeepestNesting + 1)
            return TooDeep<T>(here);
        here.State.Depth++;
        var result = parser(input);
        here.State.Depth--;
        return result;
    };

    /// <summary>Items with separators between; one more separator may end them.</summary>
    public static Parser<List<T>> Separated<T>(Parser<T> item, Parser<Token> separator, Func<Token, bool> ends) => input =>
    {
        var items = new List<T>();
        var rest = input;
        while (!ends(((TokenInput)rest).Token))
        {
            var parsed = item(rest);
            if (!parsed.WasSuccessful)
                return Failed<List<T>>(parsed.Remainder);
            items.Add(parsed.Value);
            rest = parsed.Remainder;
            var separated = separator(rest);
            if (!separated.WasSuccessful)
                break;
            while (separated.WasSuccessful)
            {
                rest = separated.Remainder;
                separated = separator(rest);
            }
        }
        return new Parsed<List<T>>(items, rest);
    };

    /// <summary>Several items behind a first one, each with the separator in front of it.</summary>
    public static Parser<ImmutableArray<T>> Rest<T>(Parser<Token> separator, Parser<T> item) => input =>
    {
        ImmutableArray<T>.Builder? items = null;
        var rest = input;
        while (separator(rest) is { WasSuccessful: true } separated)
        {
            var parsed = item(separated.Remainder);
            if (!parsed.WasSuccessful)
                return Failed<ImmutableArray<T>>(parsed.Remainder);
            (items ??= ImmutableArray.CreateBuilder<T>()).Add(parsed.Value);
            rest = parsed.Remainder;
        }
        return new Parsed<ImmutableArray<T>>(items?.ToImmutable() ?? [], rest);
    };

    public static IResult<T> TooDeep<T>(TokenInput here)
    {
        here.State.GiveUp(here.Position, Errors.NestedTooDeep(Layout.DeepestNesting));
        return Failed<T>(here);
    }

    public static IResult<T> Fail<T>(TokenInput here, string? expected)
    {
        if (expected is not null)
            here.State.Fail(here.Position, expected);
        return Failed<T>(here);
    }

    /// <summary>A failure that says nothing by itself: the input's state knows the farthest one.</summary>
    public static IResult<T> Failed<T>(IInput here) => Result.Failure<T>(here, "", []);
}
