using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// One for every node; thousandths decide between forms of one size: a product before a quotient, a square written out
/// before a power, a difference before a sum with a negative constant, a whole constant before a fraction, and before a
/// variable written twice.
/// </summary>
/// <param name="allowed">The operators that may occur.</param>
internal sealed class NodeCost(Vocabulary allowed) : IFormulaCost
{
    private static readonly FrozenDictionary<Operator, double> Surcharges = new Dictionary<Operator, double>
    {
        [Operators.Subtract] = 0.001,
        [Operators.Negate] = 0.001,
        [Operators.Divide] = 0.003,
        [Operators.Power] = 0.002,
    }.ToFrozenDictionary();

    /// <inheritdoc/>
    public bool SharesParts => false;

    /// <inheritdoc/>
    public double Of(Operator op, ReadOnlySpan<double> constants) =>
        allowed.Contains(op) && (op != Operators.Power || allowed.HasFreePowers || !double.IsNaN(constants[1])) ? 1 + Surcharges.GetValueOrDefault(op) : double.PositiveInfinity;

    /// <inheritdoc/>
    public double OfLeaf(Expr leaf) => leaf is Constant { Value: var value } ? 1 + (Math.Floor(value) != value ? 0.0002 : -0.0001) + (value < 0 ? 0.002 : 0) : 1;
}
