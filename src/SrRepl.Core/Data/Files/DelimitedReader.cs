using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// Reads CSV (RFC 4180), TSV and their like: one pass, one record in memory at a time, numbers in invariant culture and exact.
/// Every complaint names file, line and column.
/// </summary>
internal sealed class DelimitedReader
{
    private const int RowsBetweenCancellationChecks = 4096;

    private readonly string _file;
    private readonly RecordReader _records;
    private readonly byte _separator;
    private readonly CellSink[] _cells;
    private readonly NumberCells?[] _numbers;
    private readonly bool _firstIsData;
    private int _rows;

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
        var reader = new DelimitedReader(file, records, options);
        reader.ReadRows();
        return reader.Finish(options);
    }

    private DelimitedReader(string file, RecordReader records, ReadOptions options)
    {
        _file = file;
        _records = records;
        _separator = options.Separator is { } named ? Separator.Named(named) : Separator.Sniff(DataFile.Format(file), records.Current);
        var first = View();
        var cells = CellsOf(first.Bytes);
        _firstIsData = !(options.Header ?? IsHeader(first, cells));
        var names = _firstIsData ? [.. cells.Select((_, i) => $"x{i}")] : ColumnNames.FromHeader(first, cells);
        _cells = ColumnChoice.Of(names, options);
        _numbers = [.. _cells.Select(sink => sink as NumberCells)];
    }

    private void ReadRows()
    {
        var cancellation = RunContext.Current.Cancellation;
        if (_firstIsData)
            ReadRow();
        while (_records.Read())
        {
            if (_records.Unfinished)
                throw new DiagnosticException(Errors.UnfinishedQuote().At(QuotePlace()));
            if (IsBlank())
            {
                RequireOnlyBlankLines();
                break;
            }
            ReadRow();
            if (_rows % RowsBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
        }
        if (_rows == 0)
            throw new DiagnosticException(Errors.NoRows(_file));
    }

    private void ReadRow()
    {
        var record = _records.Current;
        var (at, column) = (_separator == ' ' ? SkipBlanks(record, 0) : 0, 0);
        for (; column < _cells.Length; column++)
        {
            var end = at + DecimalText.Read(record[at..], out var value);
            var isNumber = end > at && (end == record.Length || record[end] == _separator);
            if (!isNumber || _numbers[column] is not { } numbers || !numbers.TakeNumber(value))
            {
                var view = View();
                var cell = Cell.At(record, at, _separator);
                _cells[column].Take(view, cell);
                end = cell.End;
            }
            at = Next(record, end);
            if (at < 0)
                break;
        }
        if (column != _cells.Length - 1)
            throw Ragged();
        _rows++;
    }

    // Where the cell behind the one that ends here starts, or -1 at the end of the record. Blanks that separate count once.
    private int Next(ReadOnlySpan<byte> record, int end)
    {
        if (end == record.Length)
            return -1;
        if (_separator != ' ')
            return end + 1;
        var next = SkipBlanks(record, end);
        return next == record.Length ? -1 : next;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> record, int at)
    {
        while (at < record.Length && record[at] == ' ')
            at++;
        return at;
    }

    private Dataset Finish(ReadOptions options)
    {
        var columns = _cells.ToDictionary(sink => sink.Name, sink => sink.Finish().ToImmutableArray(), StringComparer.Ordinal);
        var order = options.Columns ?? [.. _cells.Select(sink => sink.Name)];
        ImmutableArray<Column> kept = [.. order.SelectMany(name => columns[name])];
        if (kept.IsEmpty)
            throw new DiagnosticException(Errors.NoNumbers(_file));
        ColumnNames.RequireDistinct(_file, kept);
        // Classes are what is predicted, never what from.
        var classes = _cells.OfType<ClassCells>().SelectMany(sink => columns[sink.Name]).Select(column => column.Name);
        return new Dataset(kept)
        {
            Features = [.. kept.Select(column => column.Name).Except(classes)],
            TextColumns = [.. _cells.OfType<NumberCells>().Where(sink => sink.IsText).Select(sink => sink.Name)],
        };
    }

    private static bool IsHeader(in RecordView record, ImmutableArray<Cell> cells)
    {
        foreach (var cell in cells)
        {
            var content = record.Bytes.Slice(cell.Start, cell.Length);
            if (!CellText.IsNumber(content, out _) && !CellText.IsMissing(content))
                return true;
        }
        return false;
    }

    private ImmutableArray<Cell> CellsOf(ReadOnlySpan<byte> record)
    {
        var cells = ImmutableArray.CreateBuilder<Cell>();
        for (var at = _separator == ' ' ? SkipBlanks(record, 0) : 0; at >= 0; at = Next(record, cells[^1].End))
            cells.Add(Cell.At(record, at, _separator));
        return cells.ToImmutable();
    }

    private RecordView View() => new(_file, _records.Line, _records.Current);

    private DiagnosticException Ragged()
    {
        var view = View();
        var cells = CellsOf(view.Bytes);
        var place = cells.Length > _cells.Length ? view.PlaceOf(cells[_cells.Length].Start, view.Bytes.Length - cells[_cells.Length].Start) : view.PlaceOf(cells[^1]);
        return new(Errors.RaggedRow(cells.Length, _cells.Length).At(place));
    }

    private Place QuotePlace()
    {
        var view = View();
        return view.PlaceOf(Math.Max(0, view.Bytes.IndexOf((byte)'"')), 1);
    }

    // Blank lines may end a file, not interrupt it: in a file of one column a blank line is a value gone.
    private void RequireOnlyBlankLines()
    {
        var place = View().Whole();
        while (_records.Read())
            if (!IsBlank())
                throw new DiagnosticException(Errors.BlankLine().At(place));
    }

    private bool IsBlank() => _records.Current.Trim((byte)' ').IsEmpty;
}
