using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A table of which several columns are to be predicted, each by a formula of its own over the same features.</summary>
public sealed class MultiTargetDataset : Dataset
{
    /// <summary>A table with targets; at first every other column is a feature.</summary>
    /// <exception cref="ArgumentException">Columns of different lengths, or two of one name.</exception>
    public MultiTargetDataset(ImmutableArray<Column> columns, ImmutableArray<string> targets) : base(columns)
    {
        Targets = targets;
        Features = [.. Features.Where(feature => !targets.Contains(feature))];
    }

    /// <summary>The columns to predict, in the order they were named.</summary>
    public ImmutableArray<string> Targets { get; }

    /// <summary>The same table with one of the targets alone.</summary>
    public Dataset For(string target) =>
        new(Columns) { Features = Features, Target = target, Weights = Weights, TextColumns = TextColumns };

    /// <inheritdoc/>
    public override bool IsTarget(string name) => Targets.Contains(name);

    internal override Dataset With(ImmutableArray<Column> columns, ImmutableArray<string> features, string? weights) =>
        new MultiTargetDataset(columns, Targets) { Features = features, Weights = weights, TextColumns = TextColumns };
}
