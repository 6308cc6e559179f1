using FsCheck.Fluent;
using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class TidyingTests
{
    private static readonly OperatorSet Set = new([Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Sin]);
    private static readonly Expr X = new Variable("x"), Y = new Variable("y");

    [Fact]
    public void Known_forms_become_shorter()
    {
        foreach (var (formula, tidy) in new (Expr, string)[]
        {
            (3 + X, "x + 3"), (X - 3, "x + -3"), (X / 4, "x*0.25"), (X + 1 + 2, "x + 3"), (2 * (X * 3), "x*6"), (X - X, "0"), (X + X, "x*2"), (Operators.Sin.Of(Y) + Operators.Sin.Of(Y) + X, "sin(y)*2 + x"),
            (Y + (X - X), "y"), (X / X * Y, "y"), (X * 1 + 0, "x"), (X * 0 + Y, "y"), (2 - X + 3, "5 - x"),
            (Operators.Sin.Of((Expr)2 - 2) + Y, "y"),
        })
            Tidy(formula).ToString().ShouldBe(tidy, formula.ToString());
    }

    [Fact]
    public void Values_stay_and_nothing_gets_longer() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var rng = new Xoshiro256((ulong)seed, 0);
        var formula = RandomFormula.Of(rng, 5);
        var tidy = Tidy(formula);
        tidy.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes);
        for (var i = 0; i < 5; i++)
        {
            var point = new Dictionary<string, double> { ["x"] = 1 + rng.NextDouble(), ["y"] = 3 + rng.NextDouble() };
            var (before, after) = (formula.Evaluate(point), tidy.Evaluate(point));
            if (double.IsFinite(before) && Math.Abs(before) < 1e6)
                after.ShouldBe(before, 1e-6 * Math.Max(1, Math.Abs(before)));
        }
    }).QuickCheckThrowOnFailure();

    private static Expr Tidy(Expr formula)
    {
        var program = Compiler.ToProgram(formula, Set, ["x", "y"]);
        new Tidying(Set).Apply(program);
        return Compiler.ToExpr(program, Set, ["x", "y"]);
    }
}
