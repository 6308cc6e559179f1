using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Formulas of x, y, small whole numbers, the four operations and sines, drawn at random.</summary>
internal static class RandomFormula
{
    private static readonly Expr X = new Variable("x"), Y = new Variable("y");

    public static Expr Of(Xoshiro256 rng, int depth) => depth == 0 || rng.Chance(0.2)
        ? rng.NextInt(3) switch { 0 => X, 1 => Y, _ => rng.NextInt(5) - 2 }
        : rng.NextInt(5) switch
        {
            0 => Operators.Sin.Of(Of(rng, depth - 1)),
            1 => Of(rng, depth - 1) + Of(rng, depth - 1),
            2 => Of(rng, depth - 1) - Of(rng, depth - 1),
            3 => Of(rng, depth - 1) * Of(rng, depth - 1),
            _ => Of(rng, depth - 1) / Of(rng, depth - 1),
        };
}
