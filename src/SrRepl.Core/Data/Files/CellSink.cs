namespace SrRepl.Core;

/// <summary>Takes the cells of one column of a file, row by row, and makes columns of them at the end.</summary>
internal abstract class CellSink(string name)
{
    /// <summary>The column's name in the file.</summary>
    public string Name { get; } = name;

    /// <summary>Takes the next row's cell.</summary>
    public abstract void Take(in RecordView record, Cell cell);

    /// <summary>The columns that came of it: none for text, one for numbers, one for each class.</summary>
    public abstract IEnumerable<Column> Finish();
}

/// <summary>A column that was not asked for.</summary>
internal sealed class SkippedCells(string name) : CellSink(name)
{
    public override void Take(in RecordView record, Cell cell)
    {
    }

    public override IEnumerable<Column> Finish() => [];
}

/// <summary>A column of numbers, or one wholly of text that is then left out. Which of the two, its first present cell tells.</summary>
internal sealed class NumberCells(string name, bool single) : CellSink(name)
{
    private readonly ColumnBuilder _numbers = new(single);
    private readonly double _largest = single ? float.MaxValue : double.MaxValue;
    private Place? _firstMissing;
    private Place? _firstText;
    private string _text = "";

    /// <summary>Whether the column turned out to be text.</summary>
    public bool IsText => _firstText is not null;

    /// <summary>Takes a number read on the fast path.</summary>
    public bool TakeNumber(double value)
    {
        if (_firstMissing is not null || _firstText is not null || Math.Abs(value) > _largest)
            return false;
        _numbers.Append(value);
        return true;
    }

    public override void Take(in RecordView record, Cell cell)
    {
        var content = record.Bytes.Slice(cell.Start, cell.Length);
        if (CellText.IsMissing(content))
            TakeMissing(record, cell);
        else if (CellText.IsNumber(content, out var value))
            TakeLateNumber(record, cell, value);
        else
            TakeText(record, cell);
    }

    public override IEnumerable<Column> Finish()
    {
        if (IsText)
            return CellText.HasDecimalComma(_text) ? throw new DiagnosticException(Errors.DecimalComma(Name, _text).At(_firstText)) : [];
        return _firstMissing is null ? [_numbers.ToColumn(Name)] : throw Missing(_firstMissing);
    }

    private void TakeMissing(in RecordView record, Cell cell)
    {
        if (_numbers.Length > 0)
            throw Missing(record.PlaceOf(cell));
        _firstMissing ??= record.PlaceOf(cell);
    }

    private void TakeLateNumber(in RecordView record, Cell cell, double value)
    {
        if (IsText)
            throw MixedText(_text, _firstText!);
        if (_firstMissing is not null)
            throw Missing(_firstMissing);
        // "inf" is infinite by its own will, a number by its size.
        if (Math.Abs(value) > _largest && char.IsAsciiDigit((char)record.Bytes[cell.Start + cell.Length - 1]))
            throw new DiagnosticException(Errors.NumberTooLarge(cell.TextIn(record.Bytes), _largest).At(record.PlaceOf(cell)));
        _numbers.Append(value);
    }

    private void TakeText(in RecordView record, Cell cell)
    {
        if (_numbers.Length > 0)
            throw MixedText(cell.TextIn(record.Bytes), record.PlaceOf(cell));
        if (_firstText is null)
            (_firstText, _text) = (record.PlaceOf(cell), cell.TextIn(record.Bytes));
    }

    private DiagnosticException Missing(Place place) => new(Errors.MissingValue(Name).At(place));

    private DiagnosticException MixedText(string text, Place place) => new(Errors.TextAmongNumbers(Name, text, CellText.HasDecimalComma(text)).At(place));
}

/// <summary>A column of class names, which becomes one column a class, 1 in its rows and -1 in the others.</summary>
internal sealed class ClassCells(string name) : CellSink(name)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<int> _rows = [];

    public override void Take(in RecordView record, Cell cell)
    {
        var text = cell.TextIn(record.Bytes);
        if (CellText.IsMissing(record.Bytes.Slice(cell.Start, cell.Length)))
            throw new DiagnosticException(Errors.MissingValue(Name).At(record.PlaceOf(cell)));
        if (!_numbers.TryGetValue(text, out var number))
        {
            if (_numbers.Count == MostClasses)
                throw new DiagnosticException(Errors.TooManyClasses(Name, MostClasses).At(record.PlaceOf(cell)));
            _numbers.Add(text, number = _numbers.Count);
        }
        _rows.Add(number);
    }

    public override IEnumerable<Column> Finish() =>
        _numbers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair =>
        {
            var column = new ColumnBuilder();
            foreach (var number in _rows)
                column.Append(number == pair.Value ? 1 : -1);
            return column.ToColumn($"is_{pair.Key}");
        });

    private const int MostClasses = 256;
}
