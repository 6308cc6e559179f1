using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>Each option does what it says.</summary>
public class OptionTests
{
    private static readonly EvolveOptions Short = new() { NIterations = 4, Populations = 3, NCyclesPerIteration = 40, Seed = 5, EnumeratedTerms = 0 };
    private static readonly Dataset Waves = SearchTables.Of(150, 2, x => Math.Sin(Math.Sin(x[0]) + x[1] * x[1]) + Math.Exp(x[0] / x[1]), 0.5, 4);

    [Fact]
    public void No_formula_exceeds_maxSize_or_maxDepth()
    {
        foreach (var formula in Front(Short with { MaxSize = 9, MaxDepth = 4 }))
        {
            formula.Nodes.ShouldBeLessThanOrEqualTo(9);
            formula.Depth.ShouldBeLessThanOrEqualTo(4);
        }
    }

    [Fact]
    public void Complexities_are_weighed()
    {
        var front = Evolution.Run(Waves, Short with { ComplexityOfOperators = new Dictionary<string, int> { ["sin"] = 5, ["/"] = 3 }, ComplexityOfConstants = 2, ComplexityOfVariables = 1 });
        foreach (var candidate in front)
        {
            var sum = 0;
            candidate.Equation.Visit(node => sum += node switch { Constant => 2, Apply { Operator: var op } => op == Operators.Sin ? 5 : op == Operators.Divide ? 3 : 1, _ => 1 });
            candidate.Complexity.ShouldBe(sum);
        }
    }

    [Fact]
    public void Every_operator_counts_as_the_complexity_says_unless_it_is_named()
    {
        var bell = new DefinedOperator("bell", ["z"], Operators.Exp.Of(-(new Variable("z") * new Variable("z"))));
        var options = Short with
        {
            Operators = [Operators.Add, Operators.Multiply, Operators.Sin, bell],
            Complexity = new NameLengths(""),
            ComplexityOfOperators = new Dictionary<string, int> { ["sin"] = 2 },
        };
        var front = Evolution.Run(Waves, options);
        front.Count.ShouldBeGreaterThan(2);
        foreach (var candidate in front)
        {
            var sum = 0;
            candidate.Equation.Visit(node => sum += node is Apply { Operator: var op } ? op == Operators.Sin ? 2 : op.Name.Length : 1);
            candidate.Complexity.ShouldBe(sum);
        }
    }

    [Fact]
    public void An_operator_without_a_weight_is_refused_before_the_search()
    {
        var options = Short with { Operators = [Operators.Add, Operators.Sin], Complexity = new NameLengths("sin") };
        Should.Throw<DiagnosticException>(() => Evolution.Run(Waves, options)).Diagnostic.Number.ShouldBe(4205);
        Should.NotThrow(() => Evolution.Run(Waves, options with { ComplexityOfOperators = new Dictionary<string, int> { ["sin"] = 2 } }));
    }

    private sealed class NameLengths(string unknown) : IOperatorWeights
    {
        public int WeightOf(Operator op) => op.Name == unknown ? throw new DiagnosticException(Errors.NoCost(unknown)) : op.Name.Length;
    }

    [Fact]
    public void Constraints_limit_the_size_of_arguments()
    {
        var options = Short with { Constraints = new Dictionary<string, IReadOnlyList<int>> { ["/"] = [-1, 1], ["sin"] = [3] } };
        foreach (var formula in Front(options))
            formula.Visit(node =>
            {
                if (node is Apply { Operator: var op, Arguments: var arguments })
                    (op == Operators.Divide ? arguments[1].Nodes <= 1 : op != Operators.Sin || arguments[0].Nodes <= 3).ShouldBeTrue(formula.ToString());
            });
    }

    [Fact]
    public void Nested_constraints_limit_what_stands_inside_what()
    {
        var none = new Dictionary<string, int> { ["sin"] = 0, ["exp"] = 0, ["cos"] = 0 };
        var options = Short with { NestedConstraints = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["sin"] = none, ["exp"] = none, ["cos"] = none } };
        foreach (var formula in Front(options))
            formula.Visit(node =>
            {
                if (node is Apply { Operator: var op } apply && (op == Operators.Sin || op == Operators.Exp || op == Operators.Cos))
                    apply.Arguments[0].Visit(inner => (inner is Apply { Operator: var below } && (below == Operators.Sin || below == Operators.Exp || below == Operators.Cos)).ShouldBeFalse(formula.ToString()));
            });
    }

    [Fact]
    public void A_negative_depth_is_refused()
    {
        var one = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["sin"] = new Dictionary<string, int> { ["exp"] = -1 } };
        Should.Throw<DiagnosticException>(() => Evolution.Run(Waves, Short with { NestedConstraints = one })).Diagnostic.ToString().ShouldContain("`nestedConstraints = -1`");
        one = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["x0"] = new Dictionary<string, int> { ["exp"] = -1 } };
        Should.Throw<DiagnosticException>(() => Evolution.Run(Waves, Short with { VariableConstraints = one })).Diagnostic.ToString().ShouldContain("`variableConstraints = -1`");
    }

    [Theory]
    [InlineData("sine", 1)]
    [InlineData("sin", 2)]
    public void A_constraint_that_names_no_operator_or_miscounts_its_arguments_is_refused(string name, int limits) =>
        Should.Throw<DiagnosticException>(() => Evolution.Run(Waves, Short with { Constraints = new Dictionary<string, IReadOnlyList<int>> { [name] = [.. Enumerable.Repeat(3, limits)] } }))
            .Diagnostic.Number.ShouldBe(name == "sine" ? 3010 : 3008);

    [Fact]
    public void Only_the_operators_given_are_used()
    {
        var bell = new DefinedOperator("bell", ["z"], Operators.Exp.Of(-(new Variable("z") * new Variable("z"))));
        var used = new HashSet<string>();
        foreach (var formula in Front(Short with { BinaryOperators = [Operators.Multiply, Operators.Add], UnaryOperators = [bell, Operators.Tanh] }))
            foreach (var op in Compiler.OperatorsOf(formula))
                used.Add(op.Name);
        used.ShouldBeSubsetOf(["*", "+", "bell", "tanh"]);
    }

    [Fact]
    public void Operators_of_three_arguments_and_sets_without_sums_work()
    {
        Front(Short with { Operators = [Operators.IfElse, Operators.Multiply] }).ShouldNotBeEmpty();
        Front(Short with { Operators = [Operators.Sin] }).ShouldNotBeEmpty();
        Front(Short with { Operators = [Operators.Power, Operators.Max, Operators.Atan2] }).ShouldNotBeEmpty();
    }

    private static readonly string[] WeightNames = [.. typeof(EvolveOptions).GetProperties().Select(property => property.Name).Where(name => name.StartsWith("Weight"))];

    public static TheoryData<string> Weights => [.. WeightNames];

    [Theory]
    [MemberData(nameof(Weights))]
    public void Each_mutation_works_alone_and_its_weight_decides(string weight)
    {
        var alone = Short with { NIterations = 2, CrossoverProbability = 0, OptimizeProbability = 0 };
        foreach (var name in WeightNames)
            typeof(EvolveOptions).GetProperty(name)!.SetValue(alone, name == weight ? 1.0 : 0.0);
        var front = Evolution.Run(Waves, alone);
        front.Count.ShouldBeGreaterThan(0);
        using var begun = new CancellationTokenSource();
        var start = Evolution.Run(Waves, alone, new Watch(_ => begun.Cancel()), begun.Token);
        // Renewing parents and simplifying what is simple breed nothing; every other mutation finds something better.
        if (weight is nameof(EvolveOptions.WeightDoNothing) or nameof(EvolveOptions.WeightSimplify))
            front.By("accuracy").Loss.ShouldBe(start.By("accuracy").Loss);
        else
            front.Evaluations.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_weight_below_zero_is_refused(double weight) =>
        Should.Throw<DiagnosticException>(() => Evolution.Run(Waves, Short with { WeightGraft = weight })).Diagnostic.Number.ShouldBe(3008);

    [Fact]
    public void Restarts_of_the_optimiser_change_the_course()
    {
        var once = Evolution.Run(Waves, Short with { NIterations = 1 });
        var more = Evolution.Run(Waves, Short with { NIterations = 1, OptimizerNRestarts = 3 });
        more.ToString().ShouldNotBe(once.ToString());
    }

    [Fact]
    public void A_loss_may_be_a_formula()
    {
        var (p, y) = (new Variable("p"), new Variable("y"));
        var loss = new DefinedOperator("cubic", ["p", "y"], Operators.Abs.Of(Operators.Cube.Of(p - y)));
        var front = Evolution.Run(SearchTables.Of(100, 1, x => 3 * x[0] - 1), Short with { ElementwiseLoss = new Function(loss), MaxSize = 7, NIterations = 8 });
        front.By("accuracy").Loss.ShouldBeLessThan(1e-9);
        front[1].Equation.Evaluate(new Dictionary<string, double> { ["x0"] = 0 }).ShouldBe(5, 0.2);
    }

    [Fact]
    public void Batching_compares_on_a_sample_and_reports_the_loss_on_everything()
    {
        var data = SearchTables.Of(3000, 2, x => x[0] * x[1] + Math.Sin(40 * x[0]) * 0.01);
        var front = Evolution.Run(data, Short with { Batching = true, BatchSize = 64 });
        var best = front.By("accuracy");
        var loss = Enumerable.Range(0, data.Rows).Average(row => Math.Pow(best.Equation.Evaluate(data.Features.ToDictionary(f => f, f => data[f][row])) - data["y"][row], 2));
        best.Loss.ShouldBe(loss, 1e-12);
    }

    [Fact]
    public void A_warm_up_keeps_formulas_small_at_first()
    {
        var sizes = new List<int>();
        Evolution.Run(Waves, Short with { WarmupMaxSizeBy = 1, NIterations = 10 }, new Watch(progress => sizes.Add(progress.Front.Max(entry => entry.Complexity))));
        // 3 nodes and at most scale and offset around them in the first round.
        sizes[0].ShouldBeLessThan(sizes[^1]);
    }

    [Fact]
    public void Rules_stop_a_search()
    {
        var rounds = 0;
        Evolution.Run(Waves, Short with { NIterations = 50, EarlyStopCondition = 1e9 }, new Watch(progress => rounds = progress.Iteration));
        rounds.ShouldBe(1);
        Evolution.Run(Waves, Short with { NIterations = 50, MaxEvals = 1 }, new Watch(progress => rounds = progress.Iteration));
        rounds.ShouldBe(1);
    }

    private static Expr[] Front(EvolveOptions options) => [.. Evolution.Run(Waves, options).Select(candidate => candidate.Equation)];

    private sealed record Function(DefinedOperator Operator) : IFormula
    {
        public Expr Formula => Operator.Body;

        public System.Collections.Immutable.ImmutableArray<string> Parameters => Operator.Parameters;
    }

    private sealed class Watch(Action<SearchProgress> action) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => action(value);
    }
}
