using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>The expressions of the language over laid-out tokens. Each alternative is chosen by at most two tokens.</summary>
internal static class Grammar
{
    /// <summary>An expression, a bare tuple included.</summary>
    public static readonly Parser<Node> Expression = Nested(
        from first in Lazily(() => Simple!)
        from rest in Rest(Kind(TokenKind.Comma), Lazily(() => Simple!))
        select rest.Length == 0 ? first : new TupleNode(first.Span.To(rest[^1].Span), [first, .. rest]));

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

    private static readonly Parser<Node> If = Lazily(() =>
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

    private static readonly Parser<Node> Fun =
        from start in Word("fun")
        from parameters in Patterns.Parameter.AtLeastOnce()
        from arrow in Sign("->")
        from body in Lazily(() => Body)
        select (Node)new FunNode(start.Span.To(body.Span), [.. parameters], body);

    private static readonly Parser<Node> Operand = Choose("an expression", (token, _) =>
        token.Is(TokenKind.Keyword, "fun") ? Fun
        : token.Is(TokenKind.Keyword, "if") ? If
        : Application!);

    // The loops below are Sprache's Many and Then without a closure a token: a formula of a megabyte has half a million.
    private static readonly Parser<Term> Term = input =>
    {
        ImmutableArray<Span>.Builder? minuses = null;
        var here = (TokenInput)input;
        for (; here.Token.Is(TokenKind.Sign, "-"); here = here.Advance())
            (minuses ??= ImmutableArray.CreateBuilder<Span>()).Add(here.Token.Span);
        if (minuses?.Count > Layout.DeepestNesting)
            return TooDeep<Term>((TokenInput)input);
        var operand = Operand(here);
        return operand.WasSuccessful
            ? Result.Success(new Term(minuses?.ToImmutable() ?? [], operand.Value), operand.Remainder)
            : Result.Failure<Term>(operand.Remainder, "", []);
    };

    private static readonly Parser<Node> Simple = input =>
    {
        var first = Term(input);
        if (!first.WasSuccessful)
            return Result.Failure<Node>(first.Remainder, "", []);
        ImmutableArray<Term>.Builder? terms = null;
        var signs = ImmutableArray.CreateBuilder<PlacedSign>();
        var rest = first.Remainder;
        while (((TokenInput)rest) is { AtEnd: false, Token: { Kind: TokenKind.Sign } token } here && Vocabulary.FindSign(token.Text) is { } sign)
        {
            var next = Term(here.Advance());
            if (!next.WasSuccessful)
                return Result.Failure<Node>(next.Remainder, "", []);
            terms ??= ImmutableArray.CreateBuilder<Term>();
            terms.Add(next.Value);
            signs.Add(new(token.Span, sign, token.Text == "-" && !token.Tight && here.Next.Tight));
            rest = next.Remainder;
        }
        var list = new TermList(terms is null ? [first.Value] : [first.Value, .. terms], signs.ToImmutable());
        return Result.Success(list.Leans ? new LeaningNode(list.Span, list) : list.Tree(), rest);
    };

    // `f -x` is decided later; every other operand right behind an operand is its argument.
    private static readonly Parser<Node> Application = input =>
    {
        var function = Postfix!(input);
        if (!function.WasSuccessful || !BeginsAtom(((TokenInput)function.Remainder).Token))
            return function;
        var arguments = ImmutableArray.CreateBuilder<Node>();
        var rest = function.Remainder;
        while (BeginsAtom(((TokenInput)rest).Token))
        {
            var argument = Postfix(rest);
            if (!argument.WasSuccessful)
                return argument;
            arguments.Add(argument.Value);
            rest = argument.Remainder;
        }
        return Result.Success(new ApplyNode(function.Value.Span.To(arguments[^1].Span), function.Value, arguments.ToImmutable()), rest);
    };

    private static readonly Parser<Node> Postfix = input =>
    {
        var atom = Atom!(input);
        return atom.WasSuccessful ? Suffixed(atom.Value, (TokenInput)atom.Remainder) : atom;
    };

    private static readonly Parser<Node?> Nothing = Parse.Return<Node?>(null);

    private static readonly Parser<Node?> Section =
        Kind(TokenKind.Sign).Select(sign => (Node?)new SectionNode(sign.Span, Vocabulary.FindSign(sign.Text)!));

    private static readonly Parser<Node> Group =
        from open in Open("(")
        from inner in Choose(null, (token, next) =>
            token.Is(TokenKind.Close, ")") ? Nothing
            : IsSection(token, next) ? Section
            : Body)
        from close in Close(")")
        select Grouped(open.Span.To(close.Span), inner);

    private static readonly Parser<Node> Atom = input =>
    {
        var here = (TokenInput)input;
        var token = here.Token;
        if (token.Kind == TokenKind.Open)
            return token.Text switch { "(" => Group(input), "[" => Collections.List(input), _ => Collections.Record(input) };
        return Leaf(token) is { } leaf ? Result.Success(leaf, here.Advance()) : Fail<Node>(here, "an expression");
    };

    private static readonly Parser<Node> Index =
        from open in Open("[")
        from index in Expression
        from close in Close("]")
        select new GroupNode(open.Span.To(close.Span), index);

    /// <summary>Several items behind a first one, each with the separator in front of it.</summary>
    public static Parser<ImmutableArray<T>> Rest<T>(Parser<Token> separator, Parser<T> item) => input =>
    {
        ImmutableArray<T>.Builder? items = null;
        var rest = input;
        while (separator(rest) is { WasSuccessful: true } separated)
        {
            var parsed = item(separated.Remainder);
            if (!parsed.WasSuccessful)
                return Result.Failure<ImmutableArray<T>>(parsed.Remainder, "", []);
            (items ??= ImmutableArray.CreateBuilder<T>()).Add(parsed.Value);
            rest = parsed.Remainder;
        }
        return Result.Success(items?.ToImmutable() ?? [], rest);
    };

    /// <summary>Whether a token can begin an operand that needs no word in front.</summary>
    public static bool BeginsAtom(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Measure or TokenKind.Text or TokenKind.Name or TokenKind.Type or TokenKind.Open
        || (token.Kind == TokenKind.Keyword && token.Text is "true" or "false");

    private static Node? Leaf(Token token) => token.Kind switch
    {
        TokenKind.Number => new NumberNode(token.Span, token.Value),
        TokenKind.Measure => new MeasureNode(token.Span, token.Value, token.Text),
        TokenKind.Text => new TextNode(token.Span, token.Text),
        TokenKind.Name => new NameNode(token.Span, token.Text),
        TokenKind.Type => new TypeNode(token.Span, token.Text),
        TokenKind.Keyword when token.Text is "true" or "false" => new BoolNode(token.Span, token.Text == "true"),
        _ => null,
    };

    private static bool IsSection(Token token, Token next) =>
        token.Kind == TokenKind.Sign && next.Is(TokenKind.Close, ")") && Vocabulary.FindSign(token.Text) is not null;

    private static Parser<bool> EndsWithValue(List<Node> statements) => input =>
    {
        var here = (TokenInput)input;
        if (statements[^1] is not LetNode)
            return Result.Success(true, input);
        here.State.GiveUp(here.Position, Errors.BodyEndsWithLet());
        return Result.Failure<bool>(input, "", []);
    };

    private static Node Blocked(ImmutableArray<Node> statements) =>
        statements is [var only and not LetNode] ? only : new BlockNode(statements[0].Span.To(statements[^1].Span), statements);

    private static Node Grouped(Span span, Node? inner) => inner switch
    {
        null => new UnitNode(span),
        SectionNode section => section with { Span = span },
        TupleNode tuple => tuple with { Span = span },
        _ => new GroupNode(span, inner),
    };

    // .field, .[index], [index] and (arguments) that stick to what stands before them.
    private static IResult<Node> Suffixed(Node node, TokenInput here)
    {
        for (var count = 0; !here.AtEnd; count++)
        {
            if (count > Layout.DeepestNesting)
                return TooDeep<Node>(here);
            var token = here.Token;
            if (token.Kind == TokenKind.Dot && here.Next.Kind == TokenKind.Name)
            {
                node = new FieldNode(node.Span.To(here.Next.Span), node, here.Next.Text, here.Next.Span);
                here = here.Advance().Advance();
                continue;
            }
            var dotted = token.Kind == TokenKind.Dot;
            var sticks = token.Tight && node is not (NumberNode or TextNode or TypeNode or MeasureNode or BoolNode);
            var bracket = dotted ? here.Next : token;
            IResult<Node> part;
            if (bracket.Is(TokenKind.Open, "[") && (dotted || sticks))
                part = Index(dotted ? here.Advance() : here);
            else if (dotted)
                return Fail<Node>(here.Advance(), "a field or `[`");
            else if (bracket.Is(TokenKind.Open, "(") && sticks)
                part = Group(here);
            else
                break;
            if (!part.WasSuccessful)
                return part;
            var span = node.Span.To(part.Value.Span);
            node = bracket.Text == "[" ? new IndexNode(span, node, ((GroupNode)part.Value).Inner) : new ApplyNode(span, node, [part.Value], Tight: true);
            here = (TokenInput)part.Remainder;
        }
        return Result.Success(node, here);
    }
}
