using FsCheck.Fluent;
using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class WordingTests
{
    private static readonly OperatorSet Full = new([Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Sin]);
    private static readonly OperatorSet NoDifference = new([Operators.Add, Operators.Multiply]);
    private static readonly Expr X = new Variable("x"), Y = new Variable("y");

    [Fact]
    public void Known_forms_are_worded_as_people_write_them()
    {
        foreach (var (formula, worded) in new (Expr, string)[]
        {
            (X + -0.67, "x - 0.67"), (X * -17.4, "-17.4*x"), (-3.0 + X, "x - 3"), (X + Y * -2, "x - 2*y"), (X - Y * -2, "x + 2*y"),
            (X + -2 / Y, "x - 2/y"), (X - -1, "x + 1"), (X * 2 + 3, "2*x + 3"), (X * -2 + 3, "-2*x + 3"), (Operators.Sin.Of(X * 3), "sin(3*x)"), (2 - X, "2 - x"),
        })
            Wording.Reword(formula, Full).ToString().ShouldBe(worded, formula.ToString());
    }

    [Fact]
    public void Without_a_difference_among_the_operators_a_sum_stays_a_sum() =>
        Wording.Reword(X * -2 + -0.5, NoDifference).ToString().ShouldBe("-2*x + -0.5");

    [Fact]
    public void Values_stay_to_the_bit_and_so_does_the_size() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var rng = new Xoshiro256((ulong)seed, 0);
        var formula = RandomFormula.Of(rng, 5);
        var worded = Wording.Reword(formula, Full);
        worded.Nodes.ShouldBe(formula.Nodes);
        for (var i = 0; i < 5; i++)
        {
            var point = new Dictionary<string, double> { ["x"] = rng.NextGaussian(), ["y"] = rng.NextGaussian() };
            var (before, after) = (formula.Evaluate(point), worded.Evaluate(point));
            after.ShouldBe(before, formula.ToString());
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_search_prints_differences_and_counts_them_as_it_did()
    {
        var data = SearchTables.Of(60, 2, x => Math.Cos(x[0]) - 0.25);
        var front = Evolution.Run(data, new() { Operators = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Cos], MaxSize = 7, NIterations = 5, Populations = 2, Seed = 3, Verbosity = 0 });
        foreach (var candidate in front)
            candidate.Complexity.ShouldBe(candidate.Equation.Nodes);
        front.Candidates[^1].Equation.ToString().ShouldBe("cos(x0) - 0.25");
    }

    [Fact]
    public void Where_a_difference_counts_more_than_a_sum_the_sum_stays()
    {
        var data = SearchTables.Of(60, 1, x => x[0] - 0.25);
        var front = Evolution.Run(data, new() { Operators = [Operators.Add, Operators.Subtract], ComplexityOfOperators = new Dictionary<string, int> { ["-"] = 2 }, NIterations = 2, Populations = 2, Seed = 3, Verbosity = 0 });
        front.Select(candidate => candidate.Equation.ToString()).ShouldContain("x0 + -0.25");
    }
}
