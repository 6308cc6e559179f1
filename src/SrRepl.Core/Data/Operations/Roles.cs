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
        return new(dataset.Columns)
        {
            Features = [.. dataset.Features.Where(feature => feature != name)],
            Target = name,
            Weights = dataset.Weights,
            TextColumns = dataset.TextColumns,
        };
    }

    /// <summary>The dataset with several targets, which thereby are no features.</summary>
    /// <exception cref="DiagnosticException">None is named, there is no such column, one is named twice, or one is the weights.</exception>
    public static MultiTargetDataset WithTargets(this Dataset dataset, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            throw new DiagnosticException(Errors.NoColumnNamed("target"));
        foreach (var name in names)
        {
            _ = dataset[name];
            if (name == dataset.Weights)
                throw new DiagnosticException(Errors.RoleTaken(name, "weights"));
            if (names.Count(other => other == name) > 1)
                throw new DiagnosticException(Errors.DuplicateTarget(name));
        }
        return new(dataset.Columns, [.. names])
        {
            Features = [.. dataset.Features.Where(feature => !names.Contains(feature))],
            Weights = dataset.Weights,
            TextColumns = dataset.TextColumns,
        };
    }

    /// <summary>The dataset with row weights, which thereby are no feature.</summary>
    /// <exception cref="DiagnosticException">There is no such column, it is the target, or a weight is negative.</exception>
    public static Dataset WithWeights(this Dataset dataset, string name)
    {
        var column = dataset[name];
        if (dataset.IsTarget(name))
            throw new DiagnosticException(Errors.RoleTaken(name, "target"));
        if (column.Summary.Min < 0)
            throw new DiagnosticException(Errors.NegativeWeights(name, column.Summary.Min));
        return dataset.With(dataset.Columns, [.. dataset.Features.Where(feature => feature != name)], name);
    }

    /// <summary>The dataset with these features, in this order.</summary>
    /// <exception cref="DiagnosticException">There is no such column, one is named twice, or one is the target or the weights.</exception>
    public static Dataset WithFeatures(this Dataset dataset, IReadOnlyList<string> names)
    {
        foreach (var name in names)
        {
            _ = dataset[name];
            if (dataset.IsTarget(name) || name == dataset.Weights)
                throw new DiagnosticException(Errors.RoleTaken(name, name == dataset.Weights ? "weights" : "target"));
            if (names.Count(other => other == name) > 1)
                throw new DiagnosticException(Errors.DuplicateFeature(name));
        }
        return names.Count == 0
            ? throw new DiagnosticException(Errors.NoFeatures())
            : dataset.With(dataset.Columns, [.. names], dataset.Weights);
    }
}
