using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>How a record is cut into cells.</summary>
/// <param name="Separator">What stands between cells; blanks that separate count once.</param>
/// <param name="SingleQuotes">Whether single quotes enclose a cell as double ones do.</param>
/// <param name="Comment">What begins a line that is no record, or 0.</param>
internal readonly record struct CellSyntax(byte Separator, bool SingleQuotes = false, byte Comment = 0)
{
    /// <summary>Whether the record is none.</summary>
    public bool IsComment(ReadOnlySpan<byte> record) => Comment != 0 && record.Length > 0 && record[0] == Comment;

    /// <summary>Where the first cell starts.</summary>
    public int Start(ReadOnlySpan<byte> record) => Separator == ' ' ? SkipBlanks(record, 0) : 0;

    /// <summary>Where the cell behind the one that ends here starts, or -1 at the end of the record.</summary>
    public int Next(ReadOnlySpan<byte> record, int end)
    {
        if (end == record.Length)
            return -1;
        if (Separator != ' ')
            return end + 1;
        var next = SkipBlanks(record, end);
        return next == record.Length ? -1 : next;
    }

    /// <summary>The cell that begins at a position.</summary>
    public Cell CellAt(ReadOnlySpan<byte> record, int at)
    {
        var start = Separator == ' ' ? at : SkipBlanks(record, at);
        if (start < record.Length && (record[start] == '"' || (SingleQuotes && record[start] == '\'')))
            return Quoted(record, start + 1, record[start]);
        var end = EndOf(record, start);
        return new(start, record[start..end].TrimEnd(" \t"u8).Length, end);
    }

    /// <summary>All cells of a record.</summary>
    public ImmutableArray<Cell> CellsOf(ReadOnlySpan<byte> record)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (var at = Start(record); at >= 0; at = Next(record, cells[^1].End))
            cells.Add(CellAt(record, at));
        return cells.ToImmutable();
    }

    private Cell Quoted(ReadOnlySpan<byte> record, int start, byte quote)
    {
        var close = start;
        while (close < record.Length && (record[close] != quote || (close + 1 < record.Length && record[close + 1] == quote)))
            close += record[close] == quote ? 2 : 1;
        close = Math.Min(close, record.Length);
        return new(start, close - start, EndOf(record, Math.Min(close + 1, record.Length)));
    }

    private int EndOf(ReadOnlySpan<byte> record, int at)
    {
        var found = record[at..].IndexOf(Separator);
        return found < 0 ? record.Length : at + found;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> record, int at)
    {
        while (at < record.Length && record[at] == ' ')
            at++;
        return at;
    }
}
