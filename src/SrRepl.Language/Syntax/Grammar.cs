using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>
/// The expressions of the language over laid-out tokens. Each alternative is chosen by at most two tokens. The rules that a
/// formula of a megabyte goes through a million times are loops instead of Sprache's combinators, which make closures a token.
/// </summary>
internal static class Grammar
{
    /// <summary>An expression, a bare tuple included.</summary>
    public static readonly Parser<Node> Expression = Nested<Node>(input =>
    {
        var first = Simple!(input);
        if (!first.WasSuccessful || ((TokenInput)first.Remainder).Token.Kind != TokenKind.Comma)
            return first;
        var rest = MoreOfTuple!(first.Remainder);
        return rest.WasSuccessful
            ? new Parsed<Node>(new TupleNode(first.Value.Span.To(rest.Value[^1].Span), [first.Value, .. rest.Value]), rest.Remainder)
            : Failed<Node>(rest.Remainder);
    });

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

    private static readonly Parser<Node> Simple = input =>
    {
        var here = (TokenInput)input;
        var open = here.State.Open;
        var mark = open.Mark;
        while (true)
        {
            var operand = Signed(here, out var minuses);
            if (!operand.WasSuccessful)
                return operand;
            here = (TokenInput)operand.Remainder;
            var sign = here.AtEnd || here.Token.Kind != TokenKind.Sign ? null : Vocabulary.FindSign(here.Token.Text);
            if (sign is null && open.Mark == mark && minuses.IsEmpty)
                return operand;
            open.Add(new Term(minuses, operand.Value));
            if (sign is null)
                break;
            open.Add(new PlacedSign(here.Token.Span, sign, here.Token.Text == "-" && !here.Token.Tight && here.Next.Tight));
            here = here.Advance();
        }
        return new Parsed<Node>(open.Take(mark), here);
    };

    private static readonly Parser<ImmutableArray<Node>> MoreOfTuple = Rest(Kind(TokenKind.Comma), Simple);

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
        return new Parsed<Node>(new ApplyNode(function.Value.Span.To(arguments[^1].Span), function.Value, arguments.ToImmutable()), rest);
    };

    private static readonly Parser<Node> Postfix = input =>
    {
        var atom = Atom!(input);
        return atom.WasSuccessful ? Suffixed(atom) : atom;
    };

    private static readonly Parser<Node> Section =
        Kind(TokenKind.Sign).Select(Node (sign) => new SectionNode(sign.Span, Vocabulary.FindSign(sign.Text)!));

    private static readonly Parser<Node> Group = input =>
    {
        var open = (TokenInput)input;
        var here = open.Advance();
        Node? inner = null;
        if (!here.Token.Is(TokenKind.Close, ")"))
        {
            var parsed = IsSection(here.Token, here.Next) ? Section(here) : Body(here);
            if (!parsed.WasSuccessful)
                return parsed;
            inner = parsed.Value;
            here = (TokenInput)parsed.Remainder;
        }
        return here.Token.Is(TokenKind.Close, ")")
            ? new Parsed<Node>(Grouped(open.Token.Span.To(here.Token.Span), inner), here.Advance())
            : Fail<Node>(here, "`)`");
    };

    private static readonly Parser<Node> Atom = input =>
    {
        var here = (TokenInput)input;
        ref readonly var token = ref here.Token;
        if (token.Kind == TokenKind.Open)
            return token.Text switch { "(" => Group(input), "[" => Collections.List(input), _ => Collections.Record(input) };
        if (token.Is(TokenKind.Sign, Vocabulary.SymPyNot))
            return Not!(input);
        return Leaf(token) is { } leaf ? new Parsed<Node>(leaf, here.Advance()) : Fail<Node>(here, "an expression");
    };

    private static readonly Parser<Node> Not = Nested<Node>(input =>
    {
        var here = (TokenInput)input;
        var condition = Postfix(here.Advance());
        return condition.WasSuccessful
            ? new Parsed<Node>(new ApplyNode(here.Token.Span.To(condition.Value.Span), new NameNode(here.Token.Span, nameof(Not)), [condition.Value]), condition.Remainder)
            : condition;
    });

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
                return Failed<ImmutableArray<T>>(parsed.Remainder);
            (items ??= ImmutableArray.CreateBuilder<T>()).Add(parsed.Value);
            rest = parsed.Remainder;
        }
        return new Parsed<ImmutableArray<T>>(items?.ToImmutable() ?? [], rest);
    };

    /// <summary>Whether a token can begin an operand that needs no word in front.</summary>
    public static bool BeginsAtom(in Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Measure or TokenKind.Text or TokenKind.Name or TokenKind.Type or TokenKind.Open
        || (token.Kind == TokenKind.Keyword && token.Text is "true" or "false");

    private static Node? Leaf(in Token token) => token.Kind switch
    {
        TokenKind.Number => new NumberNode(token.Span, token.Value),
        TokenKind.Measure => new MeasureNode(token.Span, token.Value, token.Text),
        TokenKind.Text => new TextNode(token.Span, token.Text),
        TokenKind.Name => new NameNode(token.Span, token.Text),
        TokenKind.Type => new TypeNode(token.Span, token.Text),
        TokenKind.Keyword when token.Text is "true" or "false" => new BoolNode(token.Span, token.Text == "true"),
        _ => null,
    };

    private static IResult<Node> Signed(TokenInput here, out ImmutableArray<Span> minuses)
    {
        minuses = [];
        if (!here.Token.Is(TokenKind.Sign, "-"))
            return Operand(here);
        var begin = here;
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (; here.Token.Is(TokenKind.Sign, "-"); here = here.Advance())
            spans.Add(here.Token.Span);
        minuses = spans.ToImmutable();
        return minuses.Length > Layout.DeepestNesting ? TooDeep<Node>(begin) : Operand(here);
    }

    private static bool IsSection(in Token token, in Token next) =>
        token.Kind == TokenKind.Sign && next.Is(TokenKind.Close, ")") && Vocabulary.FindSign(token.Text) is not null;

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

    private static Node Grouped(Span span, Node? inner) => inner switch
    {
        null => new UnitNode(span),
        SectionNode section => section with { Span = span },
        TupleNode tuple => tuple with { Span = span },
        _ => new GroupNode(span, inner),
    };

    // .field, .[index], [index] and (arguments) that stick to what stands before them.
    private static IResult<Node> Suffixed(IResult<Node> atom)
    {
        var node = atom.Value;
        var here = (TokenInput)atom.Remainder;
        for (var count = 0; !here.AtEnd; count++)
        {
            if (count > Layout.DeepestNesting)
                return TooDeep<Node>(here);
            ref readonly var token = ref here.Token;
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
        return ReferenceEquals(node, atom.Value) ? atom : new Parsed<Node>(node, here);
    }
}
