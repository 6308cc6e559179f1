using System.Collections.Immutable;
using Sprache;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A position in a run of tokens, as Sprache's parsers move over it.</summary>
internal sealed class TokenInput : IInput
{
    private readonly ParseState _state;

    private TokenInput(ParseState state, int position)
    {
        _state = state;
        Position = position;
    }

    public int Position { get; }

    public ParseState State => _state;

    public Token Token => _state.Tokens[Position];

    public Token Next => _state.Tokens[Math.Min(Position + 1, _state.Tokens.Length - 1)];

    public bool AtEnd => Position >= _state.Tokens.Length - 1;

    string IInput.Source => "";

    char IInput.Current => '\0';

    int IInput.Line => 0;

    int IInput.Column => Position;

    IDictionary<object, object> IInput.Memos => _state.Memos;

    public static TokenInput At(ParseState state, int position) => state.Inputs[position] ??= new(state, position);

    public TokenInput Advance() => At(_state, Position + 1);

    IInput IInput.Advance() => Advance();

    public bool Equals(IInput? other) => other is TokenInput input && input.Position == Position;

    public override bool Equals(object? obj) => Equals(obj as IInput);

    public override int GetHashCode() => Position;
}

/// <summary>What all positions of one text share: the tokens, the farthest failure, and how deep the parser is.</summary>
internal sealed class ParseState(ImmutableArray<Token> tokens)
{
    private readonly List<string> _expected = [];

    public ImmutableArray<Token> Tokens => tokens;

    public TokenInput?[] Inputs { get; } = new TokenInput?[tokens.Length];

    public Dictionary<object, object> Memos { get; } = [];

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
    }
}
