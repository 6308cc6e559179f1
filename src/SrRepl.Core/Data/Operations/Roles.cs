using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>Which column is predicted, from which, and with what weight.</summary>
public static class Roles
{
    /// <summary>The dataset with a target, which thereby is no feature.</summary>
    /// <exception cref="DiagnosticException">There is no such column, or it is the weights.</exception>
    public static Dataset WithTarget(this Dataset dataset, string name)
    {
        _ = dataset[name];
        if (name == dataset.Weights)
            throw new DiagnosticException(Errors.RoleTaken(name, "weights"));
        return dataset.WithRoles([.. dataset.Features.Where(feature => feature != name)], name, dataset.Weights);
    }

    /// <summary>The dataset with row weights, which thereby are no feature.</summary>
    /// <exception cref="DiagnosticException">There is no such column, it is the target, or a weight is negative.</exception>
    public static Dataset WithWeights(this Dataset dataset, string name)
    {
        var column = dataset[name];
        if (name == dataset.Target)
            throw new DiagnosticException(Errors.RoleTaken(name, "target"));
        if (column.Summary.Min < 0)
            throw new DiagnosticException(Errors.NegativeWeights(name, column.Summary.Min));
        return dataset.WithRoles([.. dataset.Features.Where(feature => feature != name)], dataset.Target, name);
    }

    /// <summary>The dataset with these features, in this order.</summary>
    /// <exception cref="DiagnosticException">There is no such column, one is named twice, or one is the target or the weights.</exception>
    public static Dataset WithFeatures(this Dataset dataset, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            _ = dataset[name];
            if (name == dataset.Target || name == dataset.Weights)
                throw new DiagnosticException(Errors.RoleTaken(name, name == dataset.Target ? "target" : "weights"));
            if (names.Count(other => other == name) > 1)
                throw new DiagnosticException(Errors.DuplicateFeature(name));
        }
        return names.Count == 0
            ? throw new DiagnosticException(Errors.NoFeatures())
            : dataset.WithRoles([.. names], dataset.Target, dataset.Weights);
    }

    private static Dataset WithRoles(this Dataset dataset, ImmutableArray<string> features, string? target, string? weights) =>
        new(dataset.Columns) { Features = features, Target = target, Weights = weights, TextColumns = dataset.TextColumns };
}
