namespace SrRepl.Core;

/// <summary>Scales columns to mean 0 and standard deviation 1.</summary>
public static class Standardizing
{
    /// <summary>The dataset with the chosen columns scaled; a constant column becomes 0.</summary>
    /// <exception cref="DiagnosticException">A column is missing here or in the dataset to scale by.</exception>
    public static Dataset Standardize(Dataset dataset, StandardizeOptions options)
    {
        var names = options.Columns ?? dataset.Features;
        foreach (var name in names)
            _ = dataset[name];
        var by = options.By ?? dataset;
        return dataset.With([.. dataset.Columns.Select(column => names.Contains(column.Name) ? Scale(column, by[column.Name].Summary) : column)]);
    }

    private static Column Scale(Column column, ColumnSummary by)
    {
        var values = column.ToArray();
        var divisor = by.Deviation > 0 ? by.Deviation : 1;
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] - by.Mean) / divisor;
        return new Column(column.Name, values);
    }
}
