using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What a lowering made of every node of its formulas, before unused operations were dropped: for analysis.</summary>
/// <param name="Formulas">The formulas that were lowered, one an output.</param>
/// <param name="Operations">All operations.</param>
/// <param name="Nodes">The operation that holds each node's value.</param>
/// <param name="Outputs">The operation of each output.</param>
/// <param name="Precision">Where it rounded.</param>
internal sealed record LoweringTrace(
    ImmutableArray<Expr> Formulas, ImmutableArray<Operation> Operations, IReadOnlyDictionary<Expr, int> Nodes, ImmutableArray<int> Outputs, Precision Precision)
{
    /// <summary>The number that each operation has in the Kernel, or -1 for one that was dropped.</summary>
    public ImmutableArray<int> Places { get; init; } = [];
}
