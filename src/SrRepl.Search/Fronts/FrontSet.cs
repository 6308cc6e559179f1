using System.Collections;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The fronts of a search for several targets, one each, in the targets' order.</summary>
public sealed class FrontSet : IReadOnlyList<ParetoFront>
{
    /// <summary>Fronts by their targets.</summary>
    public FrontSet(ImmutableArray<string> targets, ImmutableArray<ParetoFront> fronts)
    {
        Targets = targets;
        Fronts = fronts;
    }

    /// <summary>The targets' names.</summary>
    public ImmutableArray<string> Targets { get; }

    /// <summary>The fronts, in the targets' order.</summary>
    public ImmutableArray<ParetoFront> Fronts { get; }

    /// <summary>How many fronts.</summary>
    public int Count => Fronts.Length;

    /// <summary>How many formulas were evaluated for all of them.</summary>
    public long Evaluations => Fronts.Sum(front => front.Evaluations);

    /// <summary>The front of a target, by its place.</summary>
    public ParetoFront this[int index] => Fronts[index];

    /// <summary>The front of a target, by its name.</summary>
    /// <exception cref="DiagnosticException">There is none.</exception>
    public ParetoFront this[string target] =>
        Targets.IndexOf(target) is >= 0 and var index ? Fronts[index] : throw new DiagnosticException(Errors.NoSuchFront(target, Targets));

    /// <summary>The fronts changed one by one.</summary>
    public FrontSet Select(Func<string, ParetoFront, ParetoFront> change) => new(Targets, [.. Targets.Zip(Fronts, change)]);

    /// <inheritdoc/>
    public IEnumerator<ParetoFront> GetEnumerator() => ((IEnumerable<ParetoFront>)Fronts).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Every target's name above its table.</summary>
    public override string ToString() => string.Join("\n\n", Targets.Zip(Fronts, (target, front) => $"{target}:\n{front}"));
}
