using System.Text;

namespace SrRepl.Core;

/// <summary>A plain-text table: a header, rows, columns as wide as their widest cell, two spaces between.</summary>
/// <param name="columns">Headers; one that begins with &gt; is right-aligned and loses that sign.</param>
public sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row of as many cells as there are columns.</summary>
    public TextTable Add(params string[] cells)
    {
        if (cells.Length != columns.Length)
            throw new ArgumentException($"{columns.Length} cells wanted, {cells.Length} given", nameof(cells));
        _rows.Add(cells);
        return this;
    }

    /// <summary>Adds a line of dashes, as above a total.</summary>
    public TextTable AddRule()
    {
        _rows.Add([]);
        return this;
    }

    /// <summary>The table, without a line break at its end.</summary>
    public override string ToString()
    {
        var right = columns.Select(column => column.StartsWith('>')).ToArray();
        var headers = columns.Select(column => column.TrimStart('>')).ToArray();
        var widths = headers.Select((header, i) => _rows.Where(row => row.Length > 0).Select(row => row[i].Length).Append(header.Length).Max()).ToArray();
        var rule = string.Join("  ", widths.Select(width => new string('-', width)));
        var text = new StringBuilder();
        text.Append(Line(headers)).Append('\n').Append(rule);
        foreach (var row in _rows)
            text.Append('\n').Append(row.Length == 0 ? rule : Line(row));
        return text.ToString();

        string Line(string[] cells) =>
            string.Join("  ", cells.Select((cell, i) => right[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd();
    }
}
