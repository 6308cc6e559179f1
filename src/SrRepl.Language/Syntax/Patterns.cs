using Sprache;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>What stands left of <c>=</c> in a let, behind <c>fun</c>, and between <c>for</c> and <c>in</c>.</summary>
internal static class Patterns
{
    /// <summary>One parameter: a name, <c>_</c>, <c>()</c>, a tuple in parentheses, or <c>(name : type)</c>.</summary>
    public static readonly Parser<Pattern> Parameter = Choose("a parameter", (token, _) => token.Kind switch
    {
        TokenKind.Name => Named!,
        TokenKind.Open when token.Text == "(" => Parenthesised!,
        _ => null,
    });

    /// <summary>A pattern, a bare tuple included.</summary>
    public static readonly Parser<Pattern> Target =
        from first in Lazily(() => Typed!)
        from rest in Rest(Kind(TokenKind.Comma), Lazily(() => Typed!))
        select rest.Length == 0 ? first : new TuplePattern(first.Span.To(rest[^1].Span), [first, .. rest]);

    private static readonly Parser<TypeNode?> Annotation = Choose(null, (token, _) =>
        token.Is(TokenKind.Sign, ":")
            ? Sign(":").Then(_ => Where(type => type.Kind is TokenKind.Type or TokenKind.Name, "a type"))
                .Select(TypeNode? (type) => new TypeNode(type.Span, type.Text))
            : Parse.Return<TypeNode?>(null));

    private static readonly Parser<Pattern> Named =
        Kind(TokenKind.Name, "a name").Select(Pattern (name) => name.Text == "_" ? new AnyPattern(name.Span) : new NamePattern(name.Span, name.Text));

    private static readonly Parser<Pattern> Typed =
        from pattern in Choose("a name", (token, _) => token.Is(TokenKind.Open, "(") ? Parenthesised! : Named)
        from type in Annotation
        select pattern is NamePattern name && type is not null ? name with { Type = type } : pattern;

    private static readonly Parser<Pattern> Parenthesised = Nested(
        from open in Open("(")
        from inner in Choose(null, (token, _) => token.Is(TokenKind.Close, ")") ? Parse.Return<Pattern?>(null) : Target)
        from close in Close(")")
        select inner ?? new UnitPattern(open.Span.To(close.Span)));

    /// <summary>The type behind a name or a function's parameters.</summary>
    public static Parser<TypeNode?> Type => Annotation;
}
