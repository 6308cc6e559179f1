using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Hls.Tests;

/// <summary>Random formulas of x and y, some of whose nodes have types of their own.</summary>
internal static class PinnedFormulas
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");

    private static readonly ImmutableArray<Operator> Operations =
    [
        Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Min, Operators.Max, Operators.Greater, Operators.CopySign, Operators.IfElse,
        Operators.Negate, Operators.Square, Operators.Abs, Operators.Floor, Operators.Round, Operators.Sin, Operators.Sqrt,
        new TableOperator("cos_lut", Operators.Cos, -8, 8, 64),
        new TableOperator("fine", Operators.Sin, -3, 3, 20) { Interpolate = true },
        new TableOperator("half", Operators.Tanh, 0, 4, 16) { Sampling = Sampling.Midpoint, Symmetry = Symmetry.Odd },
    ];

    /// <summary>Functions of our own, one of each way to build them.</summary>
    public static ImmutableArray<Expr> Functions =>
    [
        Operators.Tan.Of(X), Operators.Acos.Of(Y), Operators.Atan2.Of(X, Y), Operators.Power.Of(X, 1.5), Operators.Power.Of(X, Y),
    ];

    /// <summary>A formula of a depth.</summary>
    public static Expr Draw(Xoshiro256 random, int depth)
    {
        if (depth <= 1 || random.NextInt(8) == 0)
            return random.NextInt(3) switch { 0 => X, 1 => Y, _ => (random.NextInt(800) - 400) / 64.0 };
        var op = Operations[random.NextInt(Operations.Length)];
        var node = op.Of([.. Enumerable.Range(0, op.Arity).Select(i => Draw(random, i == 0 ? depth - 1 : depth / 2))]);
        // Deep products grow wide: most nodes are brought back to a type.
        return random.NextInt(3) > 0 ? TypePin.Pin(node, DrawType(random)) : node;
    }

    private static FixedType DrawType(Xoshiro256 random)
    {
        var width = 6 + random.NextInt(14);
        return new(width, 2 + random.NextInt(6), random.NextInt(4) > 0, (Rounding)random.NextInt(7), (Overflow)random.NextInt(4));
    }
}
