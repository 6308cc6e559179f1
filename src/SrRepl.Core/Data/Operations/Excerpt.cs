using System.Globalization;

namespace SrRepl.Core;

/// <summary>How many rows to look at.</summary>
public sealed record HeadOptions
{
    /// <summary>How many rows from the top.</summary>
    [Option("how many rows from the top", Bare = true)]
    public int Rows { get; init; } = 10;
}

/// <summary>The first rows of a dataset. Prints them as a table, as many columns as a screen holds.</summary>
public sealed class Excerpt
{
    private const int Widest = 160;

    /// <summary>Takes the first rows.</summary>
    /// <exception cref="DiagnosticException">A negative number of rows.</exception>
    public Excerpt(Dataset dataset, HeadOptions options)
    {
        if (options.Rows < 0)
            throw new DiagnosticException(Errors.BadRowCount(options.Rows));
        Data = dataset.TakeRows([.. Enumerable.Range(0, Math.Min(options.Rows, dataset.Rows))]);
        TotalRows = dataset.Rows;
    }

    /// <summary>The rows as a dataset.</summary>
    public Dataset Data { get; }

    /// <summary>How many rows the whole has.</summary>
    public int TotalRows { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var cells = Data.Columns.Select(column => column.ToArray().Select(Short).ToArray()).ToArray();
        var (shown, width) = (0, 0);
        for (; shown < cells.Length; shown++)
        {
            width += 2 + cells[shown].Append(Data.Columns[shown].Name).Max(cell => cell.Length);
            if (width > Widest && shown > 0)
                break;
        }
        var table = new TextTable([.. Data.Columns.Take(shown).Select(column => $">{column.Name}")]);
        for (var row = 0; row < Data.Rows; row++)
            table.Add([.. cells.Take(shown).Select(column => column[row])]);
        var hidden = Data.Columns.Length - shown;
        return hidden == 0 ? table.ToString() : string.Create(CultureInfo.InvariantCulture, $"{table}\nand {hidden} more columns");
    }

    private static string Short(double value) => value.ToString("G7", CultureInfo.InvariantCulture);
}
