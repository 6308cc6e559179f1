using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>A dataset from afar: every column with its part, range, mean and deviation. Prints as a table.</summary>
public sealed class Description
{
    private readonly Dataset _dataset;

    /// <summary>Describes a dataset.</summary>
    public Description(Dataset dataset)
    {
        _dataset = dataset;
        Columns = [.. dataset.Columns.Select(column => new Line(column.Name, RoleOf(dataset, column.Name), column.Summary))];
    }

    /// <summary>How many rows.</summary>
    public int Rows => _dataset.Rows;

    /// <summary>A line for each column, in the dataset's order.</summary>
    public ImmutableArray<Line> Columns { get; }

    /// <summary>Columns of text that were left out.</summary>
    public ImmutableArray<string> TextColumns => _dataset.TextColumns;

    /// <summary>One column.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Role">feature, target, weights, or nothing.</param>
    /// <param name="Summary">Its range, mean and deviation.</param>
    public sealed record Line(string Name, string Role, ColumnSummary Summary);

    /// <inheritdoc/>
    public override string ToString()
    {
        var table = new TextTable("name", "role", ">min", ">max", ">mean", ">deviation");
        foreach (var (name, role, summary) in Columns)
            table.Add(name, role, Short(summary.Min), Short(summary.Max), Short(summary.Mean), Short(summary.Deviation));
        var leftOut = TextColumns.IsEmpty ? "" : $"\ntext, left out: {string.Join(", ", TextColumns)}";
        return string.Create(CultureInfo.InvariantCulture, $"{Count(Rows, "row")}, {Count(Columns.Length, "column")}\n{table}{leftOut}");
    }

    private static string RoleOf(Dataset dataset, string name) =>
        dataset.IsTarget(name) ? "target"
        : name == dataset.Weights ? "weights"
        : dataset.Features.Contains(name) ? "feature"
        : "";

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");

    private static string Short(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
