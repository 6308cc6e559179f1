using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// The rules that a formula of a megabyte goes through a million times: functions over a position, which make nodes and nothing
/// else, where Sprache's combinators make an input and a result a token. Each gives null where it fails; the state knows why.
/// </summary>
internal static class Operands
{
    /// <summary>An expression, a bare tuple included.</summary>
    public static Node? Expression(ParseState state, ref int at)
    {
        if (state.Depth > Layout.DeepestNesting)
            return TooDeep(state, at);
        state.Depth++;
        var first = Simple(state, ref at);
        var whole = first is not null && state[at].Kind == TokenKind.Comma ? Tuple(state, ref at, first) : first;
        state.Depth--;
        return whole;
    }

    private static TupleNode? Tuple(ParseState state, ref int at, Node first)
    {
        var mark = state.Items.Count;
        state.Items.Add(first);
        while (state[at].Kind == TokenKind.Comma)
        {
            at++;
            if (Simple(state, ref at) is not { } item)
                return null;
            state.Items.Add(item);
        }
        var items = state.TakeItems(mark);
        return new(first.Span.To(items[^1].Span), items);
    }

    private static Node? Simple(ParseState state, ref int at)
    {
        var open = state.Open;
        var mark = open.Mark;
        while (true)
        {
            if (Signed(state, ref at, out var minuses) is not { } operand)
                return null;
            ref readonly var token = ref state[at];
            var sign = token.Kind == TokenKind.Sign ? Vocabulary.FindSign(token.Text) : null;
            if (sign is null && open.Mark == mark && minuses.IsEmpty)
                return operand;
            open.Add(new Term(minuses, operand));
            if (sign is null)
                return open.Take(mark);
            open.Add(new PlacedSign(token.Span, sign, token.Text == "-" && !token.Tight && state[at + 1].Tight));
            at++;
        }
    }

    private static Node? Signed(ParseState state, ref int at, out ImmutableArray<Span> minuses)
    {
        minuses = [];
        if (!state[at].Is(TokenKind.Sign, "-"))
            return Operand(state, ref at);
        var begin = at;
        var spans = ImmutableArray.CreateBuilder<Span>();
        for (; state[at].Is(TokenKind.Sign, "-"); at++)
            spans.Add(state[at].Span);
        minuses = spans.ToImmutable();
        return minuses.Length > Layout.DeepestNesting ? TooDeep(state, begin) : Operand(state, ref at);
    }

    private static Node? Operand(ParseState state, ref int at)
    {
        ref readonly var token = ref state[at];
        return token.Is(TokenKind.Keyword, "fun") ? Through(Grammar.Fun, state, ref at)
            : token.Is(TokenKind.Keyword, "if") ? Through(Grammar.If, state, ref at)
            : Application(state, ref at);
    }

    // `f -x` is decided later; every other operand right behind an operand is its argument.
    private static Node? Application(ParseState state, ref int at)
    {
        var function = Postfix(state, ref at);
        if (function is null || !BeginsAtom(state[at]))
            return function;
        var mark = state.Items.Count;
        while (BeginsAtom(state[at]))
        {
            if (Postfix(state, ref at) is not { } argument)
                return null;
            state.Items.Add(argument);
        }
        var arguments = state.TakeItems(mark);
        return new ApplyNode(function.Span.To(arguments[^1].Span), function, arguments);
    }

    private static Node? Postfix(ParseState state, ref int at) => Atom(state, ref at) is { } atom ? Suffixed(state, ref at, atom) : null;

    private static Node? Atom(ParseState state, ref int at)
    {
        ref readonly var token = ref state[at];
        if (token.Kind == TokenKind.Open)
            return token.Text switch
            {
                "(" => Group(state, ref at),
                "[" => Through(Collections.List, state, ref at),
                _ => Through(Collections.Record, state, ref at),
            };
        if (token.Is(TokenKind.Sign, Vocabulary.SymPyNot))
            return Not(state, ref at);
        if (Leaf(token) is not { } leaf)
            return Fail(state, at, "an expression");
        at++;
        return leaf;
    }

    private static Node? Not(ParseState state, ref int at)
    {
        var sign = state[at].Span;
        if (state.Depth > Layout.DeepestNesting)
            return TooDeep(state, at);
        state.Depth++;
        at++;
        var condition = Postfix(state, ref at);
        state.Depth--;
        return condition is null ? null : new ApplyNode(sign.To(condition.Span), new NameNode(sign, nameof(Not)), [condition]);
    }

    private static Node? Group(ParseState state, ref int at)
    {
        var open = state[at].Span;
        at++;
        Node? inner = null;
        if (IsSection(state[at], state[at + 1]))
        {
            inner = new SectionNode(state[at].Span, Vocabulary.FindSign(state[at].Text)!);
            at++;
        }
        else if (!state[at].Is(TokenKind.Close, ")"))
        {
            inner = state[at].Kind == TokenKind.BlockOpen ? Through(Grammar.Body, state, ref at) : Expression(state, ref at);
            if (inner is null)
                return null;
        }
        if (!state[at].Is(TokenKind.Close, ")"))
            return Fail(state, at, "`)`");
        return Grouped(open.To(state[at++].Span), inner);
    }

    // .field, .[index], [index] and (arguments) that stick to what stands before them.
    private static Node? Suffixed(ParseState state, ref int at, Node node)
    {
        for (var count = 0; ; count++)
        {
            if (count > Layout.DeepestNesting)
                return TooDeep(state, at);
            ref readonly var token = ref state[at];
            var dotted = token.Kind == TokenKind.Dot;
            ref readonly var bracket = ref state[dotted ? at + 1 : at];
            if (dotted && bracket.Kind == TokenKind.Name)
            {
                node = new FieldNode(node.Span.To(bracket.Span), node, bracket.Text, bracket.Span);
                at += 2;
                continue;
            }
            if (dotted)
                at++;
            var sticks = !dotted && token.Tight && node is not (NumberNode or TextNode or TypeNode or MeasureNode or BoolNode);
            if (bracket.Is(TokenKind.Open, "[") && (dotted || sticks))
            {
                at++;
                if (Expression(state, ref at) is not { } index)
                    return null;
                if (!state[at].Is(TokenKind.Close, "]"))
                    return Fail(state, at, "`]`");
                node = new IndexNode(node.Span.To(state[at++].Span), node, index);
            }
            else if (dotted)
                return Fail(state, at, "a field or `[`");
            else if (bracket.Is(TokenKind.Open, "(") && sticks)
            {
                if (Group(state, ref at) is not { } arguments)
                    return null;
                node = new ApplyNode(node.Span.To(arguments.Span), node, [arguments], Tight: true);
            }
            else
                return node;
        }
    }

    // Whether a token can begin an operand that needs no word in front.
    private static bool BeginsAtom(in Token token) =>
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

    private static bool IsSection(in Token token, in Token next) =>
        token.Kind == TokenKind.Sign && next.Is(TokenKind.Close, ")") && Vocabulary.FindSign(token.Text) is not null;

    private static Node Grouped(Span span, Node? inner) => inner switch
    {
        null => new UnitNode(span),
        SectionNode section => section with { Span = span },
        TupleNode tuple => tuple with { Span = span },
        _ => new GroupNode(span, inner),
    };

    private static Node? Through(Parser<Node> rule, ParseState state, ref int at)
    {
        var result = rule(new TokenInput(state, at));
        at = result.Remainder.Position;
        return result.WasSuccessful ? result.Value : null;
    }

    private static Node? Fail(ParseState state, int at, string expected)
    {
        state.Fail(at, expected);
        return null;
    }

    private static Node? TooDeep(ParseState state, int at)
    {
        state.GiveUp(at, Errors.NestedTooDeep(Layout.DeepestNesting));
        return null;
    }
}
