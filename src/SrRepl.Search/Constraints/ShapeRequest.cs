using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The shape that formulas must have (Kronberger et al., Evolutionary Computation 30, 2022): the range of their values, and
/// whether they rise or fall with a column, over a domain of the columns.
/// </summary>
internal sealed class ShapeRequest
{
    /// <summary>Reads the shape from a problem's options.</summary>
    /// <exception cref="DiagnosticException">A range is empty, or a name is no feature.</exception>
    public ShapeRequest(SearchProblem problem)
    {
        var options = problem.Options;
        Bounds = options.Bounds ?? Interval.Everything;
        if (Bounds.IsEmpty)
            throw Impossible("bounds", Bounds);
        var features = problem.Features;
        var domains = options.Domains ?? ImmutableDictionary<string, Interval>.Empty;
        var monotonic = options.Monotonic ?? ImmutableDictionary<string, Monotonicity>.Empty;
        foreach (var name in domains.Keys.Concat(monotonic.Keys))
            if (!features.Contains(name))
                throw new DiagnosticException(Errors.UnknownColumn(name, features));
        foreach (var (name, domain) in domains)
            if (domain.IsEmpty)
                throw Impossible($"domains.{name}", domain);
        Domains = [.. features.Select(name => domains.TryGetValue(name, out var domain) ? domain : RangeOf(problem.Dataset[name]))];
        Slopes = [.. monotonic.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (features.IndexOf(pair.Key), pair.Value == Monotonicity.Increasing ? 1 : -1))];
    }

    /// <summary>What the values must be in.</summary>
    public Interval Bounds { get; }

    /// <summary>The domain of each feature: its range in the data unless the options give another.</summary>
    public ImmutableArray<Interval> Domains { get; }

    /// <summary>The features that formulas must rise (+1) or fall (-1) with.</summary>
    public ImmutableArray<(int Feature, int Sign)> Slopes { get; }

    private static Interval RangeOf(Column column) => new(column.Summary.Min, column.Summary.Max);

    private static DiagnosticException Impossible(string option, Interval range) =>
        new(Errors.BadOption(option, $"({InfixPrinter.Number(range.Low)}, {InfixPrinter.Number(range.High)})", "the first must not exceed the second"));
}
