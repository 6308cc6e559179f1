using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>What a piece of text is, for colouring it.</summary>
public enum TokenClass
{
    /// <summary>A word of the grammar.</summary>
    Keyword,

    /// <summary>A name of the session, a parameter or a field.</summary>
    Name,

    /// <summary>A verb.</summary>
    Verb,

    /// <summary>A function of the operator table.</summary>
    Function,

    /// <summary>A number or a measure.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>A fixed-point type.</summary>
    Type,

    /// <summary>An operator sign.</summary>
    Sign,

    /// <summary>A bracket, a comma, a semicolon, a point.</summary>
    Punctuation,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>What the lexer cannot read.</summary>
    Error,
}

/// <summary>A piece of text and what it is.</summary>
public readonly record struct ClassifiedSpan(Span Span, TokenClass Class);
