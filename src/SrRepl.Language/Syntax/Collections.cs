using Sprache;
using SrRepl.Core;
using static SrRepl.Language.TokenParsers;

namespace SrRepl.Language;

/// <summary>Lists, ranges, comprehensions and records.</summary>
internal static class Collections
{
    private static readonly Parser<Token> Between = Where(token => token.Kind is TokenKind.Semicolon or TokenKind.BlockNext, null);

    private static readonly Parser<Func<Span, Node>> Comprehension =
        from word in Word("for")
        from item in Patterns.Target
        from within in Word("in")
        from source in Lazily(() => Source!)
        from arrow in Sign("->")
        from body in Grammar.Body
        select (Func<Span, Node>)(span => new ComprehensionNode(span, item, source, body));

    // A range needs no brackets of its own here, as in F#.
    private static readonly Parser<Node> Source =
        from first in Grammar.Expression
        from make in Choose(null, (token, _) => token.Is(TokenKind.Sign, "..") ? RangeEnd(first) : Parse.Return<Func<Span, Node>>(_ => first))
        let made = make(first.Span)
        select made is RangeNode range ? range with { Span = first.Span.To(range.To.Span) } : made;

    private static readonly Parser<Func<Span, Node>> Items =
        from first in Grammar.Expression
        from rest in Choose(null, (token, _) => token.Is(TokenKind.Sign, "..") ? RangeEnd(first) : MoreItems(first))
        select rest;

    public static readonly Parser<Node> List =
        from open in Open("[")
        from make in Choose(null, (token, _) =>
            token.Is(TokenKind.Close, "]") ? Parse.Return<Func<Span, Node>>(span => new ListNode(span, []))
            : token.Is(TokenKind.Keyword, "for") ? Comprehension
            : Items)
        from close in Close("]")
        select make(open.Span.To(close.Span));

    // A field may be called like a word of the grammar: { with = best }.
    private static readonly Parser<FieldBinding> Field =
        from name in Where(token => token.Kind is TokenKind.Name or TokenKind.Keyword, "a field")
        from sign in Where(IsFieldSign, "`=`")
        from value in Grammar.Body
        select new FieldBinding(name.Span, name.Text, value, sign.Text);

    // A verb may take conditions on figures: { lut <= 500 }.
    private static bool IsFieldSign(Token token) => token.Kind == TokenKind.Sign && token.Text is ("=" or "<" or "<=" or ">" or ">=");

    private static readonly Parser<List<FieldBinding>> Fields =
        Separated(Field, Between, token => token.Is(TokenKind.Close, "}"));

    private static readonly Parser<Func<Span, Node>> Update =
        from whole in Grammar.Expression
        from with in Word("with")
        from fields in Fields
        select (Func<Span, Node>)(span => new RecordNode(span, whole, [.. fields]));

    public static readonly Parser<Node> Record =
        from open in Open("{")
        from make in Choose("a field", (token, next) =>
            token.Is(TokenKind.Close, "}") || IsFieldSign(next)
                ? Fields.Select(fields => (Func<Span, Node>)(span => new RecordNode(span, null, [.. fields])))
                : Update)
        from close in Close("}")
        select make(open.Span.To(close.Span));

    private static Parser<Func<Span, Node>> RangeEnd(Node first) =>
        from dots in Sign("..")
        from second in Grammar.Expression
        from third in Choose(null, (token, _) =>
            token.Is(TokenKind.Sign, "..") ? Sign("..").Then(_ => Grammar.Expression).Select(Node? (node) => node) : Parse.Return<Node?>(null))
        select (Func<Span, Node>)(span => third is null ? new RangeNode(span, first, null, second) : new RangeNode(span, first, second, third));

    private static Parser<Func<Span, Node>> MoreItems(Node first) =>
        from rest in Choose(null, (token, _) =>
            token.Kind is TokenKind.Semicolon or TokenKind.BlockNext
                ? Between.AtLeastOnce().Then(_ => Separated(Grammar.Expression, Between, end => end.Is(TokenKind.Close, "]")))
                : Parse.Return(new List<Node>()))
        select (Func<Span, Node>)(span => new ListNode(span, [first, .. rest]));
}
