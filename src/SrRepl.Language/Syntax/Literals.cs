using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Finds in a script what stands inside a string literal of it.</summary>
internal static class Literals
{
    /// <summary>Whether a text of the script was written as one literal.</summary>
    public static bool IsOne(Origin written, string value) =>
        written.Text.StartsWith('"') && TextLiteral.Read(written.Source.Text, written.Span.Start) is var literal
        && literal.End == written.Span.End && literal.Value == value;

    /// <summary>The place in the script of a place in a literal's value.</summary>
    public static Place PlaceIn(Origin literal, string value, Place inValue)
    {
        var index = inValue.Column - 1;
        var lineStart = 0;
        for (var line = 1; line < inValue.Line; line++)
            lineStart = value.IndexOf('\n', lineStart) + 1;
        index += lineStart;
        var start = TextLiteral.SourcePosition(literal.Source.Text, literal.Span.Start, index);
        var end = TextLiteral.SourcePosition(literal.Source.Text, literal.Span.Start, Math.Min(value.Length, index + inValue.Length));
        return literal.Source.PlaceOf(Span.FromBounds(start, Math.Max(start, end)));
    }
}
