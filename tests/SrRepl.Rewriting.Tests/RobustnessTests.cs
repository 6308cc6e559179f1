using SrRepl.Core;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

/// <summary>Inputs that nobody would write: each is worked on for a bounded number of steps and never fails.</summary>
public sealed class RobustnessTests
{
    private static readonly double[] Extremes =
        [0, -0.0, 1e300, -1e300, 1e-300, double.MaxValue, double.Epsilon, double.NaN, double.PositiveInfinity, 1e15 + 0.3, 1.0 / 3];

    [Fact]
    public void Formulas_of_every_operator_and_extreme_constants_are_simplified_expanded_and_derived() =>
        Parallel.For(0, 60, i =>
        {
            var random = new Random(i);
            var formula = Wild(random, i % 20 == 0 ? 400 : 3 + random.Next(30));
            var simple = Simplifier.Simplify(formula, new() { ChangeDomain = i % 3 == 0 });
            simple.Formula.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes);
            Expander.Expand(formula);
            Canonical.Form(formula);
            if (formula.Nodes < 50)
                Equivalence.Compare(formula, simple).Evidence.ShouldNotBe(Evidence.Counterexample, $"{formula} and {simple}");
        });

    [Theory]
    [InlineData("+")]
    [InlineData("*")]
    [InlineData("max")]
    [InlineData("**")]
    public void Two_hundred_and_fifty_levels_of_one_operator(string name)
    {
        var op = Operators.Find(name)!;
        var (left, right) = (X, X);
        for (var i = 0; i < 250; i++)
            (left, right) = (op.Of(left, Y), op.Of(Y, right));
        foreach (var formula in (ReadOnlySpan<Expr>)[left, right])
        {
            Simplifier.Simplify(formula).Formula.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes);
            Expander.Expand(formula);
        }
    }

    [Fact]
    public void Two_hundred_and_fifty_functions_of_one_another()
    {
        foreach (var op in (ReadOnlySpan<Operator>)[Operators.Sin, Operators.Negate, Operators.Inverse])
        {
            var formula = X;
            for (var i = 0; i < 250; i++)
                formula = op.Of(formula);
            Simplifier.Simplify(formula).Formula.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes);
            Expander.Expand(formula);
        }
    }

    private static Expr Wild(Random random, int nodes)
    {
        if (nodes <= 1)
            return random.Next(3) switch { 0 => X, 1 => Y, _ => Extremes[random.Next(Extremes.Length)] };
        var op = Operators.All[random.Next(Operators.All.Length)];
        var rest = nodes - 1;
        var arguments = new Expr[op.Arity];
        for (var i = 0; i < arguments.Length; i++)
        {
            var share = i == arguments.Length - 1 ? rest : random.Next(1, Math.Max(2, rest));
            arguments[i] = Wild(random, share);
            rest = Math.Max(1, rest - share);
        }
        return op.Of([.. arguments]);
    }
}
