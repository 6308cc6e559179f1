using System.Collections.Immutable;
using SrRepl.Core;
using Sprache;
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

    private static readonly Parser<Token> Minus = Sign("-", required: false);

    private static readonly Parser<Term> Term =
        from minuses in Counted(Minus.Many())
        from operand in Operand
        select new Term([.. minuses.Select(minus => minus.Span)], operand);

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

    private static readonly Parser<Node> Application =
        from function in Lazily(() => Postfix!)
        from arguments in Lazily(() => Argument!).Many()
        select Applied(function, [.. arguments]);

    // `f -x` is decided later; every other operand right behind an operand is its argument.
    private static readonly Parser<Node> Argument = Choose(null, (token, _) => BeginsAtom(token) ? Postfix! : null);

    private static readonly Parser<Node> Postfix =
        from atom in Lazily(() => Atom!)
        from whole in Suffixed(atom)
        select whole;

    private static readonly Parser<Node> Group =
        from open in Open("(")
        from inner in Choose(null, (token, next) =>
            token.Is(TokenKind.Close, ")") ? Parse.Return<Node?>(null)
            : IsSection(token, next) ? Kind(TokenKind.Sign).Select(sign => (Node?)new SectionNode(sign.Span, Vocabulary.FindSign(sign.Text)!))
            : Body)
        from close in Close(")")
        select Grouped(open.Span.To(close.Span), inner);

    private static readonly Parser<Node> Atom = Choose("an expression", (token, _) => token.Kind switch
    {
        TokenKind.Number => Kind(TokenKind.Number).Select(Node (number) => new NumberNode(number.Span, number.Value)),
        TokenKind.Measure => Kind(TokenKind.Measure).Select(Node (measure) => new MeasureNode(measure.Span, measure.Value, measure.Text)),
        TokenKind.Text => Kind(TokenKind.Text).Select(Node (text) => new TextNode(text.Span, text.Text)),
        TokenKind.Name => Kind(TokenKind.Name).Select(Node (name) => new NameNode(name.Span, name.Text)),
        TokenKind.Type => Kind(TokenKind.Type).Select(Node (type) => new TypeNode(type.Span, type.Text)),
        TokenKind.Keyword when token.Text is "true" or "false" =>
            Kind(TokenKind.Keyword).Select(Node (word) => new BoolNode(word.Span, word.Text == "true")),
        TokenKind.Open => token.Text switch { "(" => Group, "[" => Collections.List, _ => Collections.Record },
        _ => null,
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

    private static bool IsSection(Token token, Token next) =>
        token.Kind == TokenKind.Sign && next.Is(TokenKind.Close, ")") && Vocabulary.FindSign(token.Text) is not null;

    // Signs in front and suffixes behind nest as brackets do.
    private static Parser<ImmutableArray<Token>> Counted(Parser<IEnumerable<Token>> minuses) => input =>
    {
        var result = minuses(input);
        ImmutableArray<Token> signs = [.. result.Value];
        return signs.Length <= Layout.DeepestNesting ? Result.Success(signs, result.Remainder) : TooDeep<ImmutableArray<Token>>((TokenInput)input);
    };

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

    private static Node Applied(Node function, ImmutableArray<Node> arguments) =>
        arguments.IsEmpty ? function : new ApplyNode(function.Span.To(arguments[^1].Span), function, arguments);

    private static Node Grouped(Span span, Node? inner) => inner switch
    {
        null => new UnitNode(span),
        SectionNode section => section with { Span = span },
        TupleNode tuple => tuple with { Span = span },
        _ => new GroupNode(span, inner),
    };

    // .field, .[index], [index] and (arguments) that stick to what stands before them.
    private static Parser<Node> Suffixed(Node atom) => input =>
    {
        var node = atom;
        var here = (TokenInput)input;
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
    };
}
