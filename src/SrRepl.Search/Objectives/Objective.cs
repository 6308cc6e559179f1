using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Something a search keeps low: the loss, a figure of the kernel's cost, or the complexity.</summary>
/// <param name="Name">loss, lut, ff, dsp, bram, latency (cycles means the same), ns or complexity.</param>
public sealed record Objective(string Name)
{
    private static readonly ImmutableArray<(string Name, Func<ChipCost, double> Value)> Figures =
    [
        ("lut", cost => cost.Lut), ("ff", cost => cost.Ff), ("dsp", cost => cost.Dsp), ("bram", cost => cost.Bram),
        ("latency", cost => cost.Cycles), ("cycles", cost => cost.Cycles), ("ns", cost => cost.Ns),
    ];

    /// <summary>The loss on the search's rows.</summary>
    public static readonly Objective Loss = new("loss");

    /// <summary>The complexity, as options count it.</summary>
    public static readonly Objective Complexity = new("complexity");

    /// <summary>The type in which it is to be measured, where one was named with it.</summary>
    public INumberFormat? Format { get; init; }

    /// <summary>All names.</summary>
    public static IEnumerable<string> Names => [Loss.Name, .. Figures.Select(figure => figure.Name), Complexity.Name];

    /// <summary>Whether a chip has to be asked for it.</summary>
    internal bool IsCost => Figure is not null;

    /// <summary>Whether it adds up along the longest path instead of over all operators.</summary>
    internal bool IsTime => Name is "latency" or "cycles" or "ns";

    /// <summary>The figure of a cost that it is.</summary>
    internal Func<ChipCost, double>? Figure => Figures.FirstOrDefault(figure => figure.Name == Name).Value;

    /// <summary>The objective of a name, letters in either case; null where there is none.</summary>
    public static Objective? Find(string name) =>
        Names.FirstOrDefault(known => Nearest.Fold(known) == Nearest.Fold(name)) is { } found ? new(found) : null;

    /// <inheritdoc/>
    public override string ToString() => Format is null ? Name : $"{Name} {Format}";
}
