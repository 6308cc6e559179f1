using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware;

/// <summary>A type as an arithmetic: every node of a formula in this one type, as <c>quantize</c> does by default.</summary>
public readonly partial record struct FixedType : IArithmetic
{
    /// <inheritdoc/>
    Column IArithmetic.Compute(Expr formula, Dataset data) =>
        Emulator.Run(Quantizer.Quantize([formula], new() { Type = this, Simplify = false }), data).Columns[0];
}
