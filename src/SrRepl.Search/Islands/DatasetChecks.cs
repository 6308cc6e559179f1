using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What a dataset must be for a search, checked before it starts.</summary>
internal static class DatasetChecks
{
    /// <exception cref="DiagnosticException">No target, features or rows, values that are not finite, a constant target, bad weights.</exception>
    public static void Check(Dataset data)
    {
        if (data is MultiTargetDataset { Targets: var targets })
            throw new DiagnosticException(Errors.SeveralTargets(targets));
        if (data.Target is null)
            throw new DiagnosticException(Errors.NoTarget());
        if (data.Features.IsEmpty)
            throw new DiagnosticException(Errors.NothingToSearchOver());
        if (data.Rows == 0)
            throw new DiagnosticException(Errors.NoRows());
        foreach (var name in data.Features.Append(data.Target))
            CheckFinite(data[name]);
        var target = data[data.Target];
        var varies = false;
        for (var row = 1; row < target.Length && !varies; row++)
            varies = target[row] != target[0];
        if (!varies)
            throw new DiagnosticException(Errors.ConstantTarget(target.Name, InfixPrinter.Number(target[0])));
        if (data.Weights is { } weights)
            CheckWeights(data[weights]);
    }

    /// <exception cref="DiagnosticException">A target other than -1 and +1.</exception>
    public static void CheckMargin(Dataset data, string loss)
    {
        var target = data[data.Target!];
        for (var row = 0; row < target.Length; row++)
            if (target[row] is not (1 or -1))
                throw new DiagnosticException(Errors.MarginTargets(loss, target.Name, InfixPrinter.Number(target[row])));
    }

    // Values beyond single precision would be infinite in the search.
    private static void CheckFinite(Column column)
    {
        for (var row = 0; row < column.Length; row++)
            if (!float.IsFinite((float)column[row]))
                throw new DiagnosticException(Errors.NotFinite(column.Name, row + 1, InfixPrinter.Number(column[row])));
    }

    private static void CheckWeights(Column weights)
    {
        CheckFinite(weights);
        var total = 0.0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] < 0)
                throw new DiagnosticException(Errors.BadWeights(weights.Name));
            total += weights[row];
        }
        if (total == 0)
            throw new DiagnosticException(Errors.BadWeights(weights.Name));
    }
}
