using System.Collections.Immutable;

namespace SrRepl.Language;

/// <summary>A tuple: <c>a, b</c>.</summary>
public sealed class TupleValue(ImmutableArray<object> items)
{
    /// <summary>The items, at least two.</summary>
    public ImmutableArray<object> Items => items;

    /// <inheritdoc/>
    public override string ToString() => "(" + string.Join(", ", items.Select(ValuePrinter.Print)) + ")";
}
