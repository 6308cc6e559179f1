using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>Reads CSV (RFC 4180), TSV and their like: finds separator and header out from the first line unless told.</summary>
internal static class DelimitedReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="stream">The unpacked bytes; stays the caller's to close.</param>
    /// <param name="file">The file's name as the user gave it, for diagnostics and the separator its extension promises.</param>
    /// <param name="options">What the user knows of the file.</param>
    /// <exception cref="DiagnosticException">Anything in the file that is not a rectangular table of numbers and text columns.</exception>
    public static Dataset Read(Stream stream, string file, ReadOptions options)
    {
        using var records = new RecordReader(stream);
        Content.RequireText(file, records.Ahead);
        if (!records.Read())
            throw new DiagnosticException(Errors.EmptyFile(file));
        var syntax = new CellSyntax(options.Separator is { } named
            ? Separator.Named(named)
            : Separator.Sniff(DataFile.Format(file), records.Current));
        var first = new RecordView(file, records.Line, records.Current);
        var cells = syntax.CellsOf(first.Bytes);
        var hasHeader = options.Header ?? HoldsNames(first, cells);
        var names = hasHeader ? ColumnNames.FromHeader(first, cells) : [.. cells.Select((_, i) => $"x{i}")];
        var body = new TableBody(file, records, syntax, names, options);
        body.Read(onFirstRow: !hasHeader);
        return body.ToDataset(options);
    }

    private static bool HoldsNames(in RecordView record, ImmutableArray<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var content = record.Bytes.Slice(cell.Start, cell.Length);
            if (!CellText.IsNumber(content, out _) && !CellText.IsMissing(content))
                return true;
        }
        return false;
    }
}
