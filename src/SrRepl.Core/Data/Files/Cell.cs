using System.Text;

namespace SrRepl.Core;

/// <summary>One cell of a record: where its content is, without quotes and outer blanks, and where the cell ends.</summary>
/// <param name="Start">First byte of the content.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="End">Position of the separator behind the cell, or the record's length.</param>
internal readonly record struct Cell(int Start, int Length, int End)
{
    /// <summary>The cell that begins at a position.</summary>
    public static Cell At(ReadOnlySpan<byte> record, int at, byte separator)
    {
        var start = at;
        while (start < record.Length && record[start] == ' ' && separator != ' ')
            start++;
        if (start < record.Length && record[start] == '"')
            return Quoted(record, start + 1, separator);
        var end = EndOf(record, start, separator);
        var length = record[start..end].TrimEnd(" \t"u8).Length;
        return new(start, length, end);
    }

    /// <summary>The content as text, doubled quotes made single.</summary>
    public string TextIn(ReadOnlySpan<byte> record) =>
        Encoding.UTF8.GetString(record.Slice(Start, Length)).Replace("\"\"", "\"", StringComparison.Ordinal);

    private static Cell Quoted(ReadOnlySpan<byte> record, int start, byte separator)
    {
        var close = start;
        while (close < record.Length && (record[close] != '"' || (close + 1 < record.Length && record[close + 1] == '"')))
            close += record[close] == '"' ? 2 : 1;
        close = Math.Min(close, record.Length);
        return new(start, close - start, EndOf(record, Math.Min(close + 1, record.Length), separator));
    }

    private static int EndOf(ReadOnlySpan<byte> record, int at, byte separator)
    {
        var found = record[at..].IndexOf(separator);
        return found < 0 ? record.Length : at + found;
    }
}
