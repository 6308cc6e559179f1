using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A string as written: <c>"..."</c> with escapes on one line, or <c>"""..."""</c> over several without.</summary>
internal sealed record TextLiteral(string Value, int End, bool Finished, bool OverLines)
{
    private const string Escapes = "n\nt\tr\r\"\"\\\\0\0";

    /// <summary>The first escape that means nothing, or null.</summary>
    public Span? BadEscape { get; private init; }

    public static TextLiteral Read(string text, int start)
    {
        if (string.CompareOrdinal(text, start, "\"\"\"", 0, 3) == 0)
            return ReadOverLines(text, start);
        var value = new StringBuilder();
        Span? bad = null;
        var at = start + 1;
        while (at < text.Length && text[at] is not ('"' or '\n'))
        {
            var step = Step(text, at, out var meaning);
            if (meaning is null)
                bad ??= new Span(at, Math.Min(2, text.Length - at));
            value.Append(meaning);
            at += step;
        }
        var finished = at < text.Length && text[at] == '"';
        return new(value.ToString(), finished ? at + 1 : at, finished, false) { BadEscape = bad };
    }

    /// <summary>Where in the source the character <paramref name="index"/> of the value stands.</summary>
    public static int SourcePosition(string text, int start, int index)
    {
        if (string.CompareOrdinal(text, start, "\"\"\"", 0, 3) == 0)
            return start + 3 + index;
        var at = start + 1;
        for (var i = 0; i < index && at < text.Length; i++)
            at += Step(text, at, out _);
        return at;
    }

    private static TextLiteral ReadOverLines(string text, int start)
    {
        var end = text.IndexOf("\"\"\"", start + 3, StringComparison.Ordinal);
        return end < 0 ? new(text[(start + 3)..], text.Length, false, true) : new(text[(start + 3)..end], end + 3, true, true);
    }

    private static int Step(string text, int at, out string? meaning)
    {
        meaning = text[at].ToString();
        if (text[at] != '\\')
            return 1;
        meaning = null;
        if (at + 1 >= text.Length || text[at + 1] == '\n')
            return 1;
        if (text[at + 1] == 'u' && at + 6 <= text.Length
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            meaning = ((char)code).ToString();
            return 6;
        }
        for (var i = 0; i < Escapes.Length; i += 2)
            if (Escapes[i] == text[at + 1])
                meaning = Escapes[i + 1].ToString();
        return 2;
    }
}
