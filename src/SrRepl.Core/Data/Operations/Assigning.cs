namespace SrRepl.Core;

/// <summary>Adds columns to a dataset.</summary>
public static class Assigning
{
    /// <summary>The dataset with a column for each formula, behind the others; they are features too.</summary>
    /// <exception cref="DiagnosticException">A column of the name is there, or a formula names no column.</exception>
    public static Dataset Assign(Dataset dataset, IReadOnlyDictionary<string, IFormula> formulas)
    {
        foreach (var name in formulas.Keys)
            if (dataset.Has(name))
                throw new DiagnosticException(Errors.ColumnIsThere(name));
        return dataset.With(
            [.. dataset.Columns, .. formulas.Select(entry => entry.Value.Formula.Evaluate(dataset, entry.Key))],
            [.. dataset.Features, .. formulas.Keys],
            dataset.Weights);
    }
}
