using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Rewrites a formula to a smaller one of the same value and the same domain.</summary>
public static class Simplifier
{
    /// <summary>The formula simplified: never larger, of the same value wherever it has one, the same for every run.</summary>
    public static Derivation Simplify(IFormula formula, SimplifyOptions? options = null)
    {
        options ??= new();
        var ranges = Ranges(options.On);
        var best = formula.Formula;
        foreach (var expansion in (ReadOnlySpan<int>)[0, 64])
        {
            var normalizer = new Normalizer(new(ranges), expansion);
            var collected = normalizer.Write(normalizer.Read(formula.Formula));
            best = collected.Nodes < best.Nodes ? collected : best;
        }
        return new(formula, best, best.Equals(formula.Formula) ? [] : [new("collect", best)]);
    }

    private static IReadOnlyDictionary<string, Interval> Ranges(Dataset? data)
    {
        if (data is null)
            return ImmutableDictionary<string, Interval>.Empty;
        return data.Columns.ToFrozenDictionary(
            column => column.Name,
            column => column.ToArray() is { Length: > 0 } values ? new Interval(values.Min(), values.Max()) : Interval.Everything,
            StringComparer.Ordinal);
    }
}
