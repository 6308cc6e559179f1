using SrRepl.Core;

namespace SrRepl.Rewriting.Tests;

/// <summary>Variables and random formulas for the tests.</summary>
internal static class Formulas
{
    public static readonly Expr X = new Variable("x");
    public static readonly Expr Y = new Variable("y");
    public static readonly Expr Z = new Variable("z");

    private static readonly Operator[] Unary =
    [
        Operators.Sin, Operators.Cos, Operators.Exp, Operators.Log, Operators.Sqrt, Operators.Abs, Operators.Tanh,
        Operators.Square, Operators.Cube, Operators.Negate, Operators.Inverse, Operators.Gauss, Operators.LogAbs,
    ];

    private static readonly Operator[] Binary =
    [
        Operators.Add, Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Multiply, Operators.Divide, Operators.Min, Operators.Max,
    ];

    /// <summary>A random formula of at most so many nodes over x, y, z.</summary>
    public static Expr Draw(Random random, int nodes) =>
        nodes <= 2 ? Leaf(random)
        : random.NextDouble() < 0.25 ? Unary[random.Next(Unary.Length)].Of(Draw(random, nodes - 1))
        : random.NextDouble() < 0.05 ? Operators.Power.Of(Draw(random, nodes - 2), random.Next(-2, 5))
        : DrawBinary(random, nodes);

    private static Expr DrawBinary(Random random, int nodes)
    {
        var left = random.Next(1, nodes - 1);
        return Binary[random.Next(Binary.Length)].Of(Draw(random, left), Draw(random, nodes - 1 - left));
    }

    private static Expr Leaf(Random random) => random.Next(5) switch
    {
        0 => X,
        1 => Y,
        2 => Z,
        3 => random.Next(-3, 4),
        _ => Math.Round(random.NextDouble() * 6 - 3, 3),
    };
}
