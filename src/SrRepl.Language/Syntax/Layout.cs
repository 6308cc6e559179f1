using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// The layout rule. A line goes on while it is indented deeper than the statement's first word, inside brackets, or when
/// it starts with an infix sign; otherwise a statement ends there. A body on lines of its own (behind <c>=</c>,
/// <c>-&gt;</c>, <c>then</c>, <c>else</c>) is put between <see cref="TokenKind.BlockOpen"/> and <see cref="TokenKind.BlockClose"/>.
/// </summary>
internal sealed class Layout
{
    /// <summary>How deep brackets and bodies may nest.</summary>
    public const int DeepestNesting = 256;

    private readonly SourceText _source;
    private readonly ImmutableArray<Token> _tokens;
    private readonly List<Context> _contexts = [];
    private readonly List<int> _statements = [0];

    // Most formulas need no token of ours: then the lexer's are handed on, and nothing is copied.
    private ImmutableArray<Token>.Builder? _laid;
    private int _kept;

    private Layout(SourceText source, ImmutableArray<Token> tokens)
    {
        _source = source;
        _tokens = tokens;
    }

    private enum Kind
    {
        /// <summary>The outermost of a text that is one expression.</summary>
        Continuous,

        /// <summary>Statements, each beginning at the column.</summary>
        Block,

        /// <summary>Between <c>let</c> and its <c>=</c>.</summary>
        LetHead,

        /// <summary>( ): line breaks mean nothing.</summary>
        Parens,

        /// <summary>[ ] and { }: a line at the items' column begins the next item.</summary>
        Items,
    }

    private readonly record struct Context(Kind Kind, int Column, Token Opening);

    /// <summary>The tokens with the layout's own among them.</summary>
    public ImmutableArray<Token> Tokens { get; private set; }

    /// <summary>Indices into <see cref="Tokens"/> where a statement of the top level begins.</summary>
    public IReadOnlyList<int> Statements => _statements;

    /// <summary>What is wrong with the brackets, or null.</summary>
    public Diagnostic? Problem { get; private set; }

    /// <summary>Whether the text ends inside a bracket.</summary>
    public bool EndsInside { get; private set; }

    /// <summary>Lays out a script; <paramref name="continuous"/> for a text that is one expression, however it is broken into lines.</summary>
    public static Layout Of(SourceText source, ImmutableArray<Token> tokens, bool continuous = false)
    {
        var layout = new Layout(source, tokens);
        layout.Run(continuous);
        return layout;
    }

    private void Run(bool continuous)
    {
        _contexts.Add(new(continuous ? Kind.Continuous : Kind.Block, _tokens[0].Column, _tokens[0]));
        for (var i = 0; i < _tokens.Length && Problem is null; i++)
        {
            var token = _tokens[i];
            if (token.Kind == TokenKind.End)
                Finish(token);
            else
            {
                if (token.BeginsLine && i > 0)
                    BeginLine(i);
                Place(i);
            }
        }
        Tokens = _laid?.DrainToImmutable() ?? _tokens;
    }

    private Context Top => _contexts[^1];

    private void Pop() => _contexts.RemoveAt(_contexts.Count - 1);

    private void Push(Kind kind, int column, Token opening)
    {
        _contexts.Add(new(kind, column, opening));
        if (_contexts.Count - 1 > DeepestNesting)
            Problem = Errors.NestedTooDeep(DeepestNesting).At(_source.PlaceOf(opening.Span));
    }

    private void Keep(in Token token)
    {
        _kept++;
        _laid?.Add(token);
    }

    private void Virtual(TokenKind kind, in Token before)
    {
        if (_laid is null)
        {
            _laid = ImmutableArray.CreateBuilder<Token>(_tokens.Length + 16);
            _laid.AddRange(_tokens, _kept);
        }
        _laid.Add(new(kind, new Span(before.Span.Start, 0), ""));
    }

    private void BeginLine(int index)
    {
        var token = _tokens[index];
        var column = token.Column;
        while (true)
        {
            var (kind, limit, opening) = Top;
            // The first word of a body stands at the body's column without beginning another statement.
            if (kind == Kind.Block && opening.Span.Start == token.Span.Start)
                return;
            switch (kind)
            {
                case Kind.LetHead when column <= EnclosingColumn():
                    Pop();
                    continue;
                case Kind.Block when column < limit && _contexts.Count > 1:
                    Virtual(TokenKind.BlockClose, token);
                    Pop();
                    continue;
                case Kind.Block when column <= limit && !GoesOn(index):
                    Virtual(TokenKind.BlockNext, token);
                    if (_contexts.Count == 1)
                    {
                        _statements.Add(_laid!.Count);
                        _contexts[0] = new(Kind.Block, column, token);
                    }
                    return;
                case Kind.Items when column <= limit && !GoesOn(index) && !EndsItem(_tokens[index - 1]):
                    Virtual(TokenKind.BlockNext, token);
                    return;
                default:
                    return;
            }
        }
    }

    private int EnclosingColumn()
    {
        for (var i = _contexts.Count - 1; i >= 0; i--)
            if (_contexts[i].Kind == Kind.Block)
                return _contexts[i].Column;
            else if (_contexts[i].Kind != Kind.LetHead)
                return -1;
        return -1;
    }

    // An infix sign begins no statement; a minus sticking to what follows does.
    private bool GoesOn(int index)
    {
        var token = _tokens[index];
        return token.Kind switch
        {
            TokenKind.Sign => token.Text != "-" || !_tokens[index + 1].Tight,
            TokenKind.Close or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Dot => true,
            TokenKind.Keyword => token.Text is "then" or "elif" or "else" or "with" or "in",
            _ => false,
        };
    }

    private static bool EndsItem(Token before) => before.Kind is TokenKind.Semicolon or TokenKind.Open or TokenKind.Sign or TokenKind.Comma;

    private void Place(int index)
    {
        var token = _tokens[index];
        switch (token.Kind)
        {
            case TokenKind.Open:
                Keep(token);
                Push(token.Text == "(" ? Kind.Parens : Kind.Items, _tokens[index + 1].Column, token);
                if (token.Text == "(")
                    OpenBody(index, onlyLet: true);
                return;
            case TokenKind.Close:
                CloseBracket(token);
                return;
            case TokenKind.Semicolon when _contexts.Exists(context => context.Kind == Kind.Items):
                CloseBlocks(token, downTo: Kind.Items);
                break;
            case TokenKind.Keyword when token.Text == "let":
                Push(Kind.LetHead, token.Column, token);
                break;
        }
        Keep(token);
        if (token.Is(TokenKind.Sign, "=") && Top.Kind == Kind.LetHead)
        {
            Pop();
            OpenBody(index);
        }
        else if (token.Is(TokenKind.Sign, "->") || (token.Kind == TokenKind.Keyword && token.Text is "then" or "else"))
            OpenBody(index);
    }

    // A body on the same line needs no block unless lets follow one another in it.
    private void OpenBody(int index, bool onlyLet = false)
    {
        var next = _tokens[index + 1];
        var ownLine = next.BeginsLine && !onlyLet;
        if (next.Kind == TokenKind.End || !(ownLine ? next.Column > EnclosingColumn() : next.Is(TokenKind.Keyword, "let")))
            return;
        Virtual(TokenKind.BlockOpen, next);
        Push(Kind.Block, next.Column, next);
    }

    // A semicolon ends the bodies within an item of a list or record, unless parentheses stand between.
    private void CloseBlocks(Token token, Kind downTo)
    {
        var bracket = _contexts.FindLastIndex(context => context.Kind is Kind.Items or Kind.Parens);
        if (bracket >= 0 && _contexts[bracket].Kind == downTo)
            CloseTo(bracket, token);
    }

    private void CloseTo(int bracket, Token token)
    {
        while (_contexts.Count - 1 > bracket)
        {
            if (Top.Kind == Kind.Block)
                Virtual(TokenKind.BlockClose, token);
            Pop();
        }
    }

    private void CloseBracket(Token token)
    {
        var bracket = _contexts.FindLastIndex(context => context.Kind is Kind.Items or Kind.Parens);
        var opening = bracket < 0 ? default : _contexts[bracket].Opening;
        if (bracket < 0 || Closer(opening.Text) != token.Text)
        {
            Problem = Errors.UnmatchedBracket(token.Text, bracket < 0 ? null : Closer(opening.Text)).At(_source.PlaceOf(token.Span));
            return;
        }
        CloseTo(bracket, token);
        Pop();
        Keep(token);
    }

    private void Finish(Token end)
    {
        var bracket = _contexts.FindLastIndex(context => context.Kind is Kind.Items or Kind.Parens);
        if (bracket >= 0)
        {
            var opening = _contexts[bracket].Opening;
            EndsInside = true;
            Problem = Errors.UnclosedBracket(opening.Text, Closer(opening.Text)).At(_source.PlaceOf(opening.Span));
            return;
        }
        CloseTo(0, end);
        Keep(end);
    }

    private static string Closer(string opening) => opening switch { "(" => ")", "[" => "]", _ => "}" };
}
