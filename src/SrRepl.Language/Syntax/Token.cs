using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What a token is. The last four are made by <see cref="Layout"/> from line breaks and indentation.</summary>
public enum TokenKind : byte
{
    /// <summary>A number; <see cref="Token.Value"/> holds it.</summary>
    Number,

    /// <summary>A number with a unit, <c>5&lt;ns&gt;</c>; <see cref="Token.Text"/> is the unit.</summary>
    Measure,

    /// <summary>A string; <see cref="Token.Text"/> is what it says, escapes resolved.</summary>
    Text,

    /// <summary>A name; <see cref="Token.Text"/> has no back-ticks.</summary>
    Name,

    /// <summary>A fixed-point type, <c>ap_fixed&lt;16,6&gt;</c>, as written.</summary>
    Type,

    /// <summary>A word of the grammar.</summary>
    Keyword,

    /// <summary>An operator sign, <c>=</c>, <c>-&gt;</c>, <c>..</c> or <c>:</c>.</summary>
    Sign,

    /// <summary>( [ {</summary>
    Open,

    /// <summary>) ] }</summary>
    Close,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A semicolon, or two.</summary>
    Semicolon,

    /// <summary>A point before a field or an index.</summary>
    Dot,

    /// <summary>What cannot be read; the lexer holds a diagnostic for it.</summary>
    Error,

    /// <summary>An indented body begins.</summary>
    BlockOpen,

    /// <summary>The next statement of a body, or the next item of a list or record, begins on a new line.</summary>
    BlockNext,

    /// <summary>An indented body ends.</summary>
    BlockClose,

    /// <summary>The end of the text.</summary>
    End,
}

/// <summary>A word of the text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands; empty for what layout made.</param>
/// <param name="Text">Its text, in the form its kind says.</param>
public readonly record struct Token(TokenKind Kind, Span Span, string Text)
{
    /// <summary>The number, for <see cref="TokenKind.Number"/> and <see cref="TokenKind.Measure"/>.</summary>
    public double Value { get; init; }

    /// <summary>Whether no white space stands before it.</summary>
    public bool Tight { get; init; }

    /// <summary>Whether it is the first on its line.</summary>
    public bool BeginsLine { get; init; }

    /// <summary>Its column, counted from 0; a tab goes to the next multiple of 4.</summary>
    public int Column { get; init; }

    internal bool Is(TokenKind kind, string text) => Kind == kind && Text == text;

    /// <summary>The token as a diagnostic names it.</summary>
    public override string ToString() => Kind switch
    {
        TokenKind.End => "the end",
        TokenKind.BlockNext => "a new line",
        TokenKind.BlockOpen => "an indented line",
        TokenKind.BlockClose => "the end of the indented lines",
        TokenKind.Text => "a text",
        TokenKind.Number => $"`{InfixNumber(Value)}`",
        TokenKind.Measure => "a measure",
        _ => $"`{Text}`",
    };

    private static string InfixNumber(double value) => InfixPrinter.Number(value);
}
