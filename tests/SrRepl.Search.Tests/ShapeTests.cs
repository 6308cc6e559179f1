using SrRepl.Core;
using Interval = SrRepl.Core.Interval;

namespace SrRepl.Search.Tests;

/// <summary>Bounds and monotonicity, proven by intervals and seen on the data.</summary>
public class ShapeTests
{
    private static readonly Expr X0 = new Variable("x0"), X1 = new Variable("x1");
    private static readonly Dataset Data = SearchTables.Of(100, 2, x => x[0] * x[0] + Math.Sin(3 * x[1]), -1, 2, 5);

    [Theory]
    [InlineData(ShapeCheck.Intervals)]
    [InlineData(ShapeCheck.Data)]
    public void A_formula_rises_or_not(ShapeCheck check)
    {
        var rising = new EvolveOptions { Monotonic = new Dictionary<string, Monotonicity> { ["x0"] = Monotonicity.Increasing }, ShapeCheck = check };
        Met(X0 + X1, rising).ShouldBeTrue();
        Met(X1, rising).ShouldBeTrue();
        Met(X1 - X0, rising).ShouldBeFalse();
        Met(X0 * X0, rising).ShouldBeFalse();
        Met(Operators.Cube.Of(X0), rising).ShouldBeTrue();
        Met(Operators.Exp.Of(2 * X0) * Operators.Exp.Of(X1), rising).ShouldBeTrue();
        Met(X0 * X1, rising).ShouldBeFalse();
        Met(1 / (X0 + 3), rising with { Monotonic = new Dictionary<string, Monotonicity> { ["x0"] = Monotonicity.Decreasing } }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ShapeCheck.Intervals)]
    [InlineData(ShapeCheck.Data)]
    public void Values_stay_in_bounds_or_not(ShapeCheck check)
    {
        var options = new EvolveOptions { Bounds = new Interval(-1, 1), ShapeCheck = check };
        Met(Operators.Sin.Of(X0 * X1), options).ShouldBeTrue();
        Met(X0, options).ShouldBeFalse();
        Met(X0 * 0.25, options).ShouldBeTrue();
    }

    [Fact]
    public void Intervals_prove_for_the_whole_domain_what_the_data_only_sample()
    {
        var options = new EvolveOptions { Bounds = new Interval(-1, 1), Domains = new Dictionary<string, Interval> { ["x0"] = new(-1, 40) } };
        Met(X0 * 0.25, options).ShouldBeFalse();
        Met(X0 * 0.025, options).ShouldBeTrue();
        Met(X0 * 0.25, options with { ShapeCheck = ShapeCheck.Data }).ShouldBeTrue();
    }

    [Theory]
    [InlineData(ShapeCheck.Intervals)]
    [InlineData(ShapeCheck.Data)]
    public void Every_formula_of_a_front_keeps_to_the_shape(ShapeCheck check)
    {
        var options = new EvolveOptions
        {
            NIterations = 4,
            Populations = 3,
            NCyclesPerIteration = 40,
            MaxSize = 12,
            ShapeCheck = check,
            Bounds = new Interval(-2, 4.5),
            Monotonic = new Dictionary<string, Monotonicity> { ["x0"] = Monotonicity.Increasing, ["x1"] = Monotonicity.Decreasing },
        };
        var front = Evolution.Run(Data, options);
        front.Count.ShouldBeGreaterThan(1);
        foreach (var candidate in front)
        {
            var values = candidate.Equation.Evaluate(Data).ToArray();
            values.Min().ShouldBeGreaterThanOrEqualTo(-2.001);
            values.Max().ShouldBeLessThanOrEqualTo(4.501);
            candidate.Equation.Derivative("x0").Evaluate(Data).ToArray().Min().ShouldBeGreaterThanOrEqualTo(-1e-4, candidate.ToString());
            candidate.Equation.Derivative("x1").Evaluate(Data).ToArray().Max().ShouldBeLessThanOrEqualTo(1e-4, candidate.ToString());
        }
        Evolution.Run(Data, options with { Bounds = null, Monotonic = null }).By("accuracy").Loss.ShouldBeLessThan(front.By("accuracy").Loss);
    }

    [Fact]
    public void Impossible_shapes_are_refused()
    {
        Number(new() { Bounds = new Interval(1, -1) }).ShouldBe(3008);
        Number(new() { Monotonic = new Dictionary<string, Monotonicity> { ["z"] = Monotonicity.Increasing } }).ShouldBe(1001);
        Number(new() { Bounds = new Interval(0, 1), Domains = new Dictionary<string, Interval> { ["x0"] = new(3, 2) } }).ShouldBe(3008);
        Number(new() { Bounds = new Interval(5, 6), Operators = [Operators.Sin], ComplexityOfConstants = 30, NIterations = 1, MaxSize = 5 }).ShouldBe(3123);
    }

    private static int Number(EvolveOptions options) => Should.Throw<DiagnosticException>(() => Evolution.Run(Data, options)).Diagnostic.Number;

    private static bool Met(Expr formula, EvolveOptions options)
    {
        var problem = new SearchProblem(Data, options with { Operators = [.. Compiler.OperatorsOf(formula), Operators.Multiply] });
        using var constraints = new ProgramConstraints(problem);
        return constraints.Penalty(Compiler.ToProgram(formula, problem.Operators, problem.Features)) == 0;
    }
}
