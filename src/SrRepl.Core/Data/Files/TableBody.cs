using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// The rows of a table of text: one pass, one record in memory at a time, numbers read where they stand. What a cell means for its
/// column, the column's <see cref="CellSink"/> knows.
/// </summary>
internal sealed class TableBody
{
    private const int RowsBetweenCancellationChecks = 4096;

    private readonly string _file;
    private readonly RecordReader _records;
    private readonly CellSyntax _syntax;
    private readonly CellSink[] _cells;
    private readonly NumberCells?[] _numbers;
    private int _rows;

    /// <summary>The rows that follow a header.</summary>
    /// <param name="file">The file's name as the user gave it.</param>
    /// <param name="records">Stands before the first row, or on it.</param>
    /// <param name="syntax">How a record is cut into cells.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="options">Which columns are wanted, and as what.</param>
    public TableBody(string file, RecordReader records, CellSyntax syntax, ImmutableArray<string> names, ReadOptions options)
    {
        _file = file;
        _records = records;
        _syntax = syntax;
        _cells = ColumnChoice.Of(names, options);
        _numbers = [.. _cells.Select(sink => sink as NumberCells)];
    }

    /// <summary>Reads to the end of the file.</summary>
    /// <param name="onFirstRow">Whether the record that the reader stands on is the first row.</param>
    /// <exception cref="DiagnosticException">A row is ragged, a cell does not fit its column, or there is no row.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public void Read(bool onFirstRow)
    {
        var cancellation = RunContext.Current.Cancellation;
        if (onFirstRow)
            ReadRow();
        while (_records.Read())
        {
            if (_records.Unfinished)
                throw new DiagnosticException(Errors.UnfinishedQuote().At(QuotePlace()));
            if (_syntax.IsComment(_records.Current))
                continue;
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

    /// <summary>The columns that were read, as a dataset.</summary>
    /// <exception cref="DiagnosticException">A value is missing, or there is no column of numbers.</exception>
    public Dataset ToDataset(ReadOptions options)
    {
        var columns = _cells.ToDictionary(sink => sink.Name, sink => sink.Finish().ToImmutableArray(), StringComparer.Ordinal);
        var order = options.Columns ?? [.. _cells.Select(sink => sink.Name)];
        // The classes are read because they are asked for, in or out of the list.
        var classes = _cells.OfType<ClassCells>().SelectMany(sink => columns[sink.Name]).ToArray();
        ImmutableArray<Column> kept = [.. order.SelectMany(name => columns[name]).Except(classes), .. classes];
        if (kept.IsEmpty)
            throw new DiagnosticException(Errors.NoNumbers(_file));
        ColumnNames.RequireDistinct(_file, kept);
        // Classes are what is predicted, never what from.
        return new Dataset(kept)
        {
            Features = [.. kept.Except(classes).Select(column => column.Name)],
            TextColumns = [.. _cells.OfType<NumberCells>().Where(sink => sink.IsText).Select(sink => sink.Name)],
        };
    }

    private void ReadRow()
    {
        var record = _records.Current;
        var (at, column, separator) = (_syntax.Start(record), 0, _syntax.Separator);
        for (; column < _cells.Length; column++)
        {
            var end = at + DecimalText.Read(record[at..], out var value);
            var isNumber = end > at && (end == record.Length || record[end] == separator);
            if (!isNumber || _numbers[column] is not { } numbers || !numbers.TakeNumber(value))
            {
                var cell = _syntax.CellAt(record, at);
                _cells[column].Take(View(), cell);
                end = cell.End;
            }
            at = _syntax.Next(record, end);
            if (at < 0)
                break;
        }
        if (column != _cells.Length - 1)
            throw Ragged();
        _rows++;
    }

    private RecordView View() => new(_file, _records.Line, _records.Current);

    private DiagnosticException Ragged()
    {
        var view = View();
        var cells = _syntax.CellsOf(view.Bytes);
        var place = cells.Length > _cells.Length
            ? view.PlaceOf(cells[_cells.Length].Start, view.Bytes.Length - cells[_cells.Length].Start)
            : view.PlaceOf(cells[^1]);
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
