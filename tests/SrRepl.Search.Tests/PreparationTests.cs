using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>What is done to the data before a search, and options that speak of columns.</summary>
public class PreparationTests
{
    private static readonly EvolveOptions Short = new() { NIterations = 3, Populations = 3, NCyclesPerIteration = 30, MaxSize = 9, Seed = 1 };

    [Fact]
    public void The_features_that_matter_are_selected()
    {
        var data = SearchTables.Of(400, 8, x => 5 * x[2] * x[5] + Math.Sin(9 * x[6]));
        FeatureSelection.Best(data, 2, 0).ShouldBe(["x2", "x5"]);
        var importance = FeatureSelection.Importance(data, 0);
        importance.Sum().ShouldBeInRange(0.5, 1);
        importance[0].ShouldBeLessThan(importance[2] / 10);
        var front = Evolution.Run(data, Short with { SelectKFeatures = 2 });
        front.SelectMany(candidate => candidate.Equation.Variables()).Distinct().ShouldBeSubsetOf(["x2", "x5"]);
        Should.Throw<DiagnosticException>(() => Evolution.Run(data, Short with { SelectKFeatures = 9 })).Diagnostic.Number.ShouldBe(3008);
        Should.Throw<DiagnosticException>(() => Evolution.Run(data, Short with { SelectKFeatures = 0 })).Diagnostic.Number.ShouldBe(3008);
    }

    [Fact]
    public void A_noisy_target_is_smoothed()
    {
        var rng = new Xoshiro256(3, 1);
        static double Law(double[] x) => Math.Sin(3 * x[0]) + 0.5 * x[1];
        var data = SearchTables.Of(150, 2, x => Law(x) + 0.3 * rng.NextGaussian());
        var smooth = GaussianProcess.Smooth(data, 0);
        double before = 0, after = 0;
        for (var row = 0; row < data.Rows; row++)
        {
            var law = Law([data["x0"][row], data["x1"][row]]);
            before += Math.Pow(data["y"][row] - law, 2);
            after += Math.Pow(smooth["y"][row] - law, 2);
        }
        after.ShouldBeLessThan(before / 4);
        Evolution.Run(data, Short with { Denoise = true }).By("accuracy").Loss.ShouldBeLessThan(Evolution.Run(data, Short).By("accuracy").Loss);
    }

    [Fact]
    public void Scaled_features_are_written_out_over_the_columns()
    {
        var data = SearchTables.Of(100, 2, x => 2 * (x[0] - 1_000_000) - 3 * (x[1] - 1_000_000), 1_000_000, 1_000_003);
        var best = Evolution.Run(data, Short with { Normalize = true, NIterations = 8, Operators = [Operators.Add, Operators.Multiply] }).By("accuracy");
        best.Loss.ShouldBeLessThan(1e-10);
        best.Equation.Variables().ShouldBe(["x0", "x1"], ignoreOrder: true);
        var values = best.Equation.Evaluate(data);
        for (var row = 0; row < data.Rows; row++)
            values[row].ShouldBe(data["y"][row], 1e-4);
    }

    [Fact]
    public void Each_variable_may_have_its_own_complexity()
    {
        var data = SearchTables.Of(80, 2, x => x[0] + Math.Sin(x[1]));
        foreach (var weights in (PerColumn<int>[])[new[] { 3, 2 }, new Dictionary<string, int> { ["x0"] = 3, ["x1"] = 2 }])
            foreach (var candidate in Evolution.Run(data, Short with { ComplexityOfVariables = weights }))
            {
                var sum = 0;
                candidate.Equation.Visit(node => sum += node is Variable { Name: var name } ? name == "x0" ? 3 : 2 : 1);
                candidate.Complexity.ShouldBe(sum);
            }
        Number(data, Short with { ComplexityOfVariables = new[] { 1 } }).ShouldBe(3120);
        Number(data, Short with { ComplexityOfVariables = new Dictionary<string, int> { ["z"] = 1 } }).ShouldBe(1001);
        Number(data, Short with { ComplexityOfVariables = -1 }).ShouldBe(3008);
    }

    [Fact]
    public void What_stands_around_a_variable_is_limited()
    {
        var data = SearchTables.Of(80, 2, x => Math.Sin(x[0]) + Math.Sin(x[1]));
        var options = Short with { Operators = [Operators.Add, Operators.Sin], VariableConstraints = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["x0"] = new Dictionary<string, int> { ["sin"] = 0 } } };
        foreach (var candidate in Evolution.Run(data, options))
            candidate.Equation.Visit(node =>
            {
                if (node is Apply { Operator: var op } && op == Operators.Sin)
                    node.Variables().ShouldNotContain("x0");
            });
        Number(data, options with { VariableConstraints = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["z"] = new Dictionary<string, int> { ["sin"] = 0 } } }).ShouldBe(1001);
        Number(data, options with { VariableConstraints = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["x0"] = new Dictionary<string, int> { ["exp"] = 0 } } }).ShouldBe(3010);
    }

    [Fact]
    public void A_formula_may_stop_a_search()
    {
        var data = SearchTables.Of(80, 2, x => x[0] * x[1]);
        var rounds = 0;
        var stop = new StopCondition(new Function(Operators.And.Of(Operators.Less.Of(new Variable("l"), 1e-6), Operators.LessEqual.Of(new Variable("c"), 3)), ["l", "c"]));
        var front = Evolution.Run(data, Short with { NIterations = 50, EarlyStopCondition = stop }, new Watch(progress => rounds = progress.Iteration));
        rounds.ShouldBeLessThan(8);
        front.ShouldContain(candidate => candidate.Loss < 1e-6 && candidate.Complexity <= 3);
        var counted = new StopCondition(new Function(Operators.Greater.Of(new Variable("evaluations"), 1), ["evaluations"]));
        rounds = 0;
        Evolution.Run(data, Short with { NIterations = 50, EarlyStopCondition = counted }, new Watch(progress => rounds = progress.Iteration));
        rounds.ShouldBe(1);
        counted.IsMet(0, 1, 0, 1).ShouldBeFalse();
        Should.Throw<DiagnosticException>(() => new StopCondition(new Function(new Variable("a"), ["a", "b", "c"]))).Diagnostic.Number.ShouldBe(3008);
    }

    private static int Number(Dataset data, EvolveOptions options) => Should.Throw<DiagnosticException>(() => Evolution.Run(data, options)).Diagnostic.Number;

    private sealed record Function(Expr Formula, System.Collections.Immutable.ImmutableArray<string> Parameters) : IFormula;

    private sealed class Watch(Action<SearchProgress> action) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => action(value);
    }
}
