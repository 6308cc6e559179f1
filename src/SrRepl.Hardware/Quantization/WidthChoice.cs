using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The fraction bits chosen for every node of some formulas, and the ranges seen there.</summary>
/// <param name="Nodes">The choices.</param>
/// <param name="Observed">The ranges.</param>
internal sealed record WidthChoice(IReadOnlyDictionary<Expr, NodeChoice> Nodes, IReadOnlyDictionary<Expr, Interval> Observed)
{
    // Wide enough for any constant, and not too wide for a machine word.
    private const int ConstantWidth = 62;

    /// <summary>The Kernel of these choices.</summary>
    public Kernel Build(IReadOnlyList<IFormula> formulas, QuantizeOptions options) => Lowering.Lower(
        formulas, options.Type ?? Quantizer.Default, new TypedPrecision(options.Type, Nodes, Observed, options.Proven), options.MathLibrary, options.Name);

    /// <summary>A type with the fraction bits of a constant.</summary>
    public FixedType TypeOf(Constant constant) => new(ConstantWidth, ConstantWidth - Nodes[constant].Fraction, Rounding: Rounding.Rnd);

    /// <summary>The same choices for formulas of the same form with other constants.</summary>
    public WidthChoice For(ImmutableArray<Expr> formulas, ImmutableArray<Expr> others)
    {
        var (nodes, observed) = (new Dictionary<Expr, NodeChoice>(), new Dictionary<Expr, Interval>());
        foreach (var (formula, other) in formulas.Zip(others))
            Walk(formula, other);
        return new(nodes, observed);

        void Walk(Expr node, Expr other)
        {
            if (Nodes.TryGetValue(node, out var choice))
                nodes.TryAdd(other, choice);
            if (Observed.TryGetValue(node, out var range))
                observed.TryAdd(other, range);
            if (node is Apply apply)
                foreach (var (argument, otherArgument) in apply.Arguments.Zip(((Apply)other).Arguments))
                    Walk(argument, otherArgument);
        }
    }
}
