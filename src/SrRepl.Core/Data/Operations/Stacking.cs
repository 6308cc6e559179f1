namespace SrRepl.Core;

/// <summary>What is put beside a dataset.</summary>
public sealed record HstackOptions
{
    /// <summary>A dataset of as many rows.</summary>
    [Option("a dataset of as many rows", Bare = true)]
    public Dataset? With { get; init; }
}

/// <summary>Puts datasets of as many rows beside one another: observables of one array, classes of another.</summary>
public static class Stacking
{
    /// <summary>
    /// The columns of both. One whose name is taken gets that of its place: x16 for the seventeenth. The subject's target and weights
    /// are kept, and the other's features are features too.
    /// </summary>
    /// <exception cref="DiagnosticException">The two differ in length, or the name of a place is taken, too.</exception>
    public static Dataset Hstack(Dataset dataset, Dataset other)
    {
        if (other.Rows != dataset.Rows)
            throw new DiagnosticException(Errors.UnequalRows(dataset.Rows, other.Rows));
        var (columns, features) = (dataset.Columns.ToBuilder(), dataset.Features.ToBuilder());
        var names = dataset.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var column in other.Columns)
        {
            var placed = names.Contains(column.Name) ? column.Named($"x{columns.Count}") : column;
            if (!names.Add(placed.Name))
                throw new DiagnosticException(Errors.ColumnIsThere(placed.Name));
            columns.Add(placed);
            if (other.Features.Contains(column.Name))
                features.Add(placed.Name);
        }
        return dataset.With(columns.ToImmutable(), features.ToImmutable(), dataset.Weights);
    }
}
