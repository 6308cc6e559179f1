using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// What makes one form of a formula better than another: a price for each node, whatever it counts (nodes, cycles,
/// look-up tables of a device). Other floors implement it; nothing here knows hardware.
/// </summary>
public interface IFormulaCost
{
    /// <summary>
    /// The price of one operator applied; not negative, infinity for an operator that must not occur.
    /// <paramref name="constants"/> has the value of each argument that is a constant, and NaN for the others.
    /// </summary>
    double Of(Operator op, ReadOnlySpan<double> constants);

    /// <summary>The price of a constant or a variable; not negative.</summary>
    double OfLeaf(Expr leaf);

    /// <summary>Whether equal parts of a formula are paid for once, as in hardware, or each time, as on paper.</summary>
    bool SharesParts { get; }
}
