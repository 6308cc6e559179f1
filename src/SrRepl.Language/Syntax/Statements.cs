using Sprache;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>A let or an expression.</summary>
internal static class Statements
{
    private static readonly Parser<bool> Recursion = Word("rec", required: false).Optional().Select(word => word.IsDefined);

    private static readonly Parser<Node> Let =
        from word in Word("let")
        from recursive in Recursion
        from target in Patterns.Target
        from parameters in Patterns.Parameter.Many()
        from type in Patterns.Type
        from equal in Sign("=")
        from body in Grammar.Body
        let isFunction = parameters.Any()
        select (Node)new LetNode(
            word.Span.To(body.Span),
            !isFunction && target is NamePattern { Type: null } name && type is not null ? name with { Type = type } : target,
            [.. parameters], recursive,
            // The type behind a function's parameters is that of its value.
            isFunction && type is { IsFixed: true } ? new ApplyNode(body.Span, type, [body]) : body);

    /// <summary>One statement.</summary>
    public static readonly Parser<Node> Statement = Choose("an expression", (token, _) =>
        token.Is(TokenKind.Keyword, "let") ? Nested(Let) : Grammar.Expression);
}
