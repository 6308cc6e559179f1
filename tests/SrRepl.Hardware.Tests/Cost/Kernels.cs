using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Small kernels that the cost tests ask about.</summary>
internal static class Kernels
{
    public static readonly Variable X = new("x0");

    public static readonly Variable Y = new("x1");

    /// <summary>A kernel of formulas in hls4ml's manner.</summary>
    public static Kernel Of(FixedType type, params ImmutableArray<Expr> formulas) =>
        Lowering.Lower([.. formulas], type, new OneTypePrecision(type), MathLibrary.HlsMath);

    /// <summary>A kernel that applies one operator to its inputs.</summary>
    public static Kernel OfOperator(string name, FixedType type)
    {
        var op = Operators.Find(name)!;
        return Of(type, op.Of([.. Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable($"x{i}"))]));
    }
}
