namespace SrRepl.Core;

/// <summary>Which rows stay.</summary>
public sealed record WhereOptions
{
    /// <summary>A formula over the columns; rows where it is above 0 stay. Comparisons are 1 where they hold.</summary>
    [Option("a formula over the columns; rows where it is above 0 stay", Bare = true)]
    public IFormula? Predicate { get; init; }
}

/// <summary>Keeps the rows that a formula picks.</summary>
public static class Filtering
{
    /// <summary>The rows where the predicate is above 0, in their order; without a predicate all.</summary>
    /// <exception cref="DiagnosticException">The predicate names no column, or no row is left.</exception>
    public static Dataset Where(Dataset dataset, WhereOptions options)
    {
        if (options.Predicate is not { } predicate)
            return dataset;
        var kept = predicate.Formula.Evaluate(dataset).ToArray();
        int[] rows = [.. Enumerable.Range(0, kept.Length).Where(row => kept[row] > 0)];
        return rows.Length == 0 ? throw new DiagnosticException(Errors.NothingKept(predicate.Formula.ToString())) : dataset.TakeRows(rows);
    }
}
