using System.Collections.Immutable;

namespace SrRepl.Language;

/// <summary>A list: <c>[a; b]</c>.</summary>
public sealed class ListValue(ImmutableArray<object> items)
{
    private const int MostPrinted = 100;

    /// <summary>The items.</summary>
    public ImmutableArray<object> Items => items;

    /// <summary>How many items.</summary>
    public int Length => items.Length;

    /// <inheritdoc/>
    public override string ToString() =>
        "[" + string.Join("; ", items.Take(MostPrinted).Select(ValuePrinter.Print)) + (items.Length > MostPrinted ? "; ..." : "") + "]";
}
