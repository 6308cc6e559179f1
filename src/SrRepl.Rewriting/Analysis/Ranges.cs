using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>The ranges of variables that a dataset stands for.</summary>
internal static class Ranges
{
    /// <summary>The range of each column; none without a dataset.</summary>
    public static ImmutableDictionary<string, Interval> Of(Dataset? data) =>
        data is null
            ? ImmutableDictionary<string, Interval>.Empty
            : data.Columns.ToImmutableDictionary(
                column => column.Name,
                column => column.ToArray() is { Length: > 0 } values ? new Interval(values.Min(), values.Max()) : Interval.Everything,
                StringComparer.Ordinal);
}
