using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A table of numbers: named columns of one length, and the parts some of them play. Immutable.</summary>
public class Dataset
{
    private readonly Dictionary<string, Column> _byName;

    /// <summary>A table of columns; at first every one is a feature.</summary>
    /// <exception cref="ArgumentException">Columns of different lengths, or two of one name.</exception>
    public Dataset(ImmutableArray<Column> columns)
    {
        if (columns.Any(column => column.Length != columns[0].Length))
            throw new ArgumentException("the columns of a dataset have one length", nameof(columns));
        Columns = columns;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        Features = [.. columns.Select(column => column.Name)];
    }

    /// <summary>The columns, in the file's order.</summary>
    public ImmutableArray<Column> Columns { get; }

    /// <summary>How many rows.</summary>
    public int Rows => Columns.Length == 0 ? 0 : Columns[0].Length;

    /// <summary>The columns that formulas are searched over; never the target or the weights.</summary>
    public ImmutableArray<string> Features { get; init; }

    /// <summary>The column to predict, or null until one is chosen.</summary>
    public string? Target { get; init; }

    /// <summary>The column of row weights, or null.</summary>
    public string? Weights { get; init; }

    /// <summary>Columns of the file that hold text throughout and were therefore left out.</summary>
    public ImmutableArray<string> TextColumns { get; init; } = [];

    /// <summary>The column of a name.</summary>
    /// <exception cref="DiagnosticException">There is none.</exception>
    public Column this[string name] =>
        _byName.TryGetValue(name, out var column) ? column : throw new DiagnosticException(Missing(name));

    /// <summary>Whether there is a column of this name.</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>The same roles over other columns of the same names (chosen rows, scaled values).</summary>
    public Dataset With(ImmutableArray<Column> columns) => With(columns, Features, Weights);

    /// <summary>The same target over other columns, with other features and weights.</summary>
    internal virtual Dataset With(ImmutableArray<Column> columns, ImmutableArray<string> features, string? weights) =>
        new(columns) { Features = features, Target = Target, Weights = weights, TextColumns = TextColumns };

    /// <summary>Whether a column is to be predicted.</summary>
    public virtual bool IsTarget(string name) => name == Target;

    /// <summary>The chosen rows, in the given order.</summary>
    public Dataset TakeRows(int[] rows) => With([.. Columns.Select(column => column.Rows(rows))]);

    /// <summary>The columns with their parts and ranges, as a table.</summary>
    public override string ToString() => new Description(this).ToString();

    private Diagnostic Missing(string name) =>
        TextColumns.Contains(name) ? Errors.TextColumn(name) : Errors.UnknownColumn(name, [.. Columns.Select(column => column.Name)]);
}
