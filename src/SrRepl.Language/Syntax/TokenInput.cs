using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A position in a run of tokens, as Sprache's parsers move over it.</summary>
internal sealed class TokenInput(ParseState state, int position) : IInput
{
    public int Position => position;

    public ParseState State => state;

    public ref readonly Token Token => ref state[position];

    public ref readonly Token Next => ref state[position + 1];

    public bool AtEnd => position >= state.Tokens.Length - 1;

    string IInput.Source => "";

    char IInput.Current => '\0';

    int IInput.Line => 0;

    int IInput.Column => position;

    IDictionary<object, object> IInput.Memos => state.Memos;

    // Positions are made anew: kept, they would be what the collector has to walk through.
    public TokenInput Advance() => new(state, position + 1);

    IInput IInput.Advance() => Advance();

    public bool Equals(IInput? other) => other is TokenInput input && input.Position == position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => position;
}

/// <summary>What all positions of one text share: the tokens, the farthest failure, and how deep the parser is.</summary>
internal sealed class ParseState(ImmutableArray<Token> tokens) : IDisposable
{
    private readonly List<string> _expected = [];

    public ImmutableArray<Token> Tokens => tokens;

    /// <summary>The token at a position; the end goes on for ever.</summary>
    public ref readonly Token this[int position] => ref tokens.ItemRef(Math.Min(position, tokens.Length - 1));

    public Dictionary<object, object> Memos { get; } = [];

    /// <summary>Operands and signs of the expressions that the parser is inside of, innermost last.</summary>
    public OpenTerms Open { get; } = new();

    /// <summary>Items of the tuples and arguments of the calls that the parser is inside of, innermost last.</summary>
    public Pile<Node> Items { get; } = new();

    /// <summary>Takes the items from a place on.</summary>
    public ImmutableArray<Node> TakeItems(int from)
    {
        ImmutableArray<Node> taken = [.. Items.From(from)];
        Items.Cut(from);
        return taken;
    }

    /// <summary>How many expressions the parser is inside of.</summary>
    public int Depth { get; set; }

    /// <summary>The farthest token that fitted nothing.</summary>
    public int Farthest { get; private set; } = -1;

    /// <summary>What would have fitted there.</summary>
    public IReadOnlyList<string> Expected => _expected;

    /// <summary>What ended the parse for good, or null; it stands at <see cref="Farthest"/>.</summary>
    public Diagnostic? Fatal { get; private set; }

    public void Fail(int position, string expected)
    {
        if (position < Farthest || Fatal is not null)
            return;
        if (position > Farthest)
            _expected.Clear();
        Farthest = position;
        if (!_expected.Contains(expected))
            _expected.Add(expected);
    }

    public void GiveUp(int position, Diagnostic diagnostic)
    {
        Fatal ??= diagnostic;
        Farthest = position;
    }

    public void Forget()
    {
        Farthest = -1;
        _expected.Clear();
        Fatal = null;
        Depth = 0;
        Open.Clear();
        Items.Cut(0);
    }

    public void Dispose()
    {
        Open.Dispose();
        Items.Dispose();
    }
}
