namespace SrRepl.Core;

/// <summary>An immutable text with a name, which turns positions into lines and columns.</summary>
public sealed class SourceText
{
    private readonly Lazy<int[]> _lineStarts;

    /// <summary>A text and the name it goes by in diagnostics.</summary>
    public SourceText(string text, string name)
    {
        Text = text;
        Name = name;
        _lineStarts = new Lazy<int[]>(() => FindLineStarts(text));
    }

    /// <summary>The characters.</summary>
    public string Text { get; }

    /// <summary>The file's path as the user gave it, or what stands for it ("input", "-e", "expr").</summary>
    public string Name { get; }

    /// <summary>The place of a span; a span over several lines is cut at the end of its first line.</summary>
    public Place PlaceOf(Span span)
    {
        var starts = _lineStarts.Value;
        var position = Math.Clamp(span.Start, 0, Text.Length);
        var found = Array.BinarySearch(starts, position);
        var line = found >= 0 ? found : ~found - 1;
        var end = line + 1 < starts.Length ? starts[line + 1] : Text.Length;
        var lineText = Text[starts[line]..end].TrimEnd('\r', '\n');
        var column = position - starts[line];
        var length = Math.Max(1, Math.Min(span.Length, lineText.Length - column));
        return new Place(Name, line + 1, column + 1, lineText, length);
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n')
                starts.Add(i + 1);
        return [.. starts];
    }
}
