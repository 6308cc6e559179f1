using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>The expressions of the language over laid-out tokens. Each alternative is chosen by at most two tokens; operands and signs are <see cref="Operands"/>.</summary>
internal static class Grammar
{
    /// <summary>An expression, a bare tuple included.</summary>
    public static readonly Parser<Node> Expression = Rule(Operands.Expression);

    /// <summary>What follows <c>=</c>, <c>-&gt;</c>, <c>then</c> and <c>else</c>: an indented block, or an expression on the same line.</summary>
    public static readonly Parser<Node> Body = Choose("an expression", (token, _) =>
        token.Kind == TokenKind.BlockOpen ? Block : Expression);

    private static readonly Parser<Token> Separator =
        Where(token => token.Kind is TokenKind.BlockNext or TokenKind.Semicolon || token.Is(TokenKind.Keyword, "in"), null);

    private static readonly Parser<Node> Block =
        from open in Kind(TokenKind.BlockOpen)
        from statements in Separated(Lazily(() => Statements.Statement), Separator, token => token.Kind == TokenKind.BlockClose)
        from valued in EndsWithValue(statements)
        from close in Kind(TokenKind.BlockClose, "a new line")
        select Blocked([.. statements]);

    /// <summary><c>if</c>, with any number of <c>elif</c>.</summary>
    public static readonly Parser<Node> If = Lazily(() =>
        from start in Word("if")
        from condition in Expression
        from then in Word("then")
        from yes in Body
        from no in Else
        select (Node)new IfNode(start.Span.To((no ?? yes).Span), condition, yes, no));

    private static readonly Parser<Node?> Else = Choose<Node?>(null, (token, next) =>
        token.Is(TokenKind.Keyword, "elif") ? Nested(Elif!)
        : token.Is(TokenKind.Keyword, "else") ? from word in Word("else") from no in Body select no
        : Parse.Return<Node?>(null));

    private static readonly Parser<Node> Elif =
        from start in Word("elif")
        from condition in Expression
        from then in Word("then")
        from yes in Body
        from no in Lazily(() => Else)
        select new IfNode(start.Span.To((no ?? yes).Span), condition, yes, no);

    /// <summary><c>fun x y -&gt; e</c></summary>
    public static readonly Parser<Node> Fun =
        from start in Word("fun")
        from parameters in Patterns.Parameter.AtLeastOnce()
        from arrow in Sign("->")
        from body in Lazily(() => Body)
        select (Node)new FunNode(start.Span.To(body.Span), [.. parameters], body);

    private static Parser<bool> EndsWithValue(List<Node> statements) => input =>
    {
        var here = (TokenInput)input;
        if (statements[^1] is not LetNode)
            return new Parsed<bool>(true, input);
        here.State.GiveUp(here.Position, Errors.BodyEndsWithLet());
        return Failed<bool>(input);
    };

    private static Node Blocked(ImmutableArray<Node> statements) =>
        statements is [var only and not LetNode] ? only : new BlockNode(statements[0].Span.To(statements[^1].Span), statements);
}
