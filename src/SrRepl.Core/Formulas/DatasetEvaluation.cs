namespace SrRepl.Core;

/// <summary>A formula's value in every row of a dataset.</summary>
public static class DatasetEvaluation
{
    private const int TilesBetweenCancellationChecks = 64;

    /// <summary>The values in double precision, as the operators' own rules give them, in a new column.</summary>
    /// <param name="expr">A formula whose variables are columns of the dataset.</param>
    /// <param name="dataset">The rows.</param>
    /// <param name="name">The name of the new column.</param>
    /// <exception cref="DiagnosticException">A variable is no column.</exception>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static Column Evaluate(this Expr expr, Dataset dataset, string name = "y")
    {
        var program = TileProgram.Compile(expr, variable => dataset[variable]);
        var values = new double[dataset.Rows];
        var cancellation = RunContext.Current.Cancellation;
        for (var start = 0; start < values.Length; start += TileProgram.Tile)
        {
            if (start / TileProgram.Tile % TilesBetweenCancellationChecks == 0)
                cancellation.ThrowIfCancellationRequested();
            program.Run(start, values.AsSpan(start, Math.Min(TileProgram.Tile, values.Length - start)));
        }
        return new Column(name, values);
    }
}
