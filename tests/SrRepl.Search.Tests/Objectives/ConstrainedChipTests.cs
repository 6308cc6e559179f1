using SrRepl.Core;
using Interval = SrRepl.Core.Interval;

namespace SrRepl.Search.Tests;

/// <summary>Searches for a chip whose formulas must have a form, units or a shape.</summary>
public class ConstrainedChipTests
{
    private const double Step = 1.0 / 1024;

    private static readonly Expr X0 = new Variable("x0"), X1 = new Variable("x1"), X2 = new Variable("x2");
    private static readonly TemplatePart F = new("f", 2), G = new("g", 1);
    private static readonly Dataset Product = SearchTables.Of(100, 3, x => (x[0] + x[0] * x[1]) * Math.Exp(x[2] * x[2]));
    private static readonly EvolveOptions Formed = Options with { Template = new(F.Of(X0, X1) * Operators.Exp.Of(G.Of(X2))) };

    private static EvolveOptions Options => new()
    {
        Populations = 2,
        NIterations = 4,
        NCyclesPerIteration = 40,
        MaxSize = 12,
        Seed = 4,
        Operators = [Operators.Add, Operators.Multiply, Operators.Sin],
    };

    private static EvolveOptions Priced(EvolveOptions options) =>
        options with { Objectives = [Objective.Loss, new("lut") { Format = new GridChip(Step) }, new("latency")] };

    private static EvolveOptions Scored(EvolveOptions options, double step = Step) => options with { Precision = new GridChip(step) };

    [Fact]
    public void Formulas_of_a_templates_form_are_priced_whole()
    {
        var front = Evolution.Run(Product, Priced(Formed));
        foreach (var candidate in front)
        {
            HasForm(candidate);
            candidate.Cost.ShouldBe(new GridChip(Step).CostOf(candidate.Equation));
        }
        front.By("accuracy").Loss.ShouldBeLessThan(1e-15);
    }

    [Fact]
    public void Estimates_count_what_the_template_itself_computes()
    {
        var problem = new SearchProblem(Product, Priced(Formed));
        var program = new Program();
        foreach (var node in (Node[])[Node.Input(0), Node.Input(0), Node.Apply(problem.Operators.Template!.Code)])
            program.Add(node);
        program.Measure(problem.Operators);
        problem.FormulaOf(program).ShouldBe(X0 * Operators.Exp.Of(X2));
        problem.Space!.Estimate(program, 0.5, 2).ShouldBe([0.5, 20, 2]);
    }

    [Fact]
    public void Formulas_of_a_templates_form_are_scored_as_the_chip_computes_them()
    {
        var front = Evolution.Run(Product, Scored(Formed));
        foreach (var candidate in front)
        {
            HasForm(candidate);
            candidate.Loss.ShouldBe(LossOnChip(candidate, Product, Step), 1e-9 + 1e-9 * candidate.Loss);
        }
        front.By("accuracy").Loss.ShouldBeLessThan(Step * Step);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Wrong_units_cost_what_they_cost_in_any_search(bool byCost)
    {
        var table = SearchTables.Of(100, 2, x => x[0] * x[1] + 0.1 * x[0] * x[0]);
        var options = (byCost ? Priced(Options) : Scored(Options)) with { XUnits = new Dictionary<string, string> { ["x0"] = "m", ["x1"] = "s" }, YUnits = "m*s", DimensionlessConstantsOnly = true };
        using var units = new DimensionalConstraint(new SearchProblem(table, options));
        var front = Evolution.Run(table, options);
        foreach (var candidate in front)
        {
            var penalty = units.Penalty(Compiler.ToProgram(candidate.Equation, new OperatorSet([.. Options.Operators!, Operators.Subtract]), table.Features));
            candidate.Loss.ShouldBe(penalty + (byCost ? LossOf(candidate, table) : LossOnChip(candidate, table, Step)), 1e-9 * (1 + candidate.Loss));
        }
        front.ShouldContain(candidate => candidate.Loss < 1);
        front.By("accuracy").Equation.Variables().Order().ShouldBe(["x0", "x1"]);
    }

    [Fact]
    public void The_chips_own_values_stay_in_the_bounds()
    {
        // What lies between 0.1 and 0.25 is cut down to 0 by the chip's grid.
        const double Coarse = 0.25;
        var table = SearchTables.Of(100, 2, x => 0.1 * x[0] * x[1]);
        var front = Evolution.Run(table, Scored(Options, Coarse) with { Bounds = new Interval(0.1, 5) });
        foreach (var candidate in front)
            Values(candidate, table, Coarse).Min().ShouldBeGreaterThanOrEqualTo(0.1);
        Evolution.Run(table, Scored(Options, Coarse)).ShouldContain(candidate => Values(candidate, table, Coarse).Min() < 0.1);
    }

    [Fact]
    public void Trade_offs_rise_where_they_must()
    {
        var table = SearchTables.Of(100, 2, x => Math.Sin(2 * x[0]) + x[0] + x[1] * x[1]);
        var rising = Priced(Options) with { Monotonic = new Dictionary<string, Monotonicity> { ["x0"] = Monotonicity.Increasing } };
        var set = new OperatorSet([.. Options.Operators!, Operators.Subtract]);
        using var shape = new IntervalShapeConstraint(new SearchProblem(table, rising with { Operators = set.Operators }));
        var front = Evolution.Run(table, rising);
        foreach (var candidate in front)
            shape.Penalty(Compiler.ToProgram(candidate.Equation, set, table.Features)).ShouldBe(0, candidate.Equation.ToString());
        front.Count.ShouldBeGreaterThan(3);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_nothing_meets_the_bounds_the_search_says_so(bool byCost)
    {
        var options = (byCost ? Priced(Options) : Scored(Options)) with { NIterations = 1, Bounds = new Interval(1e12, 1e13), Operators = [Operators.Sin] };
        Should.Throw<DiagnosticException>(() => Evolution.Run(Product, options)).Diagnostic.Number.ShouldBe(3123);
    }

    [Fact]
    public void A_seed_gives_the_same_front_on_two_threads_and_after_a_stop()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-constrained-");
        try
        {
            var options = Priced(Formed) with { Bounds = new Interval(0, 1e6), Threads = 1 };
            var whole = Evolution.Run(Product, options).ToString();
            var parts = options with { Threads = 2, OutputDirectory = folder.FullName, CheckpointInterval = 0 };
            Evolution.Run(Product, parts with { NIterations = 2 });
            Evolution.Resume(Product, parts).ToString().ShouldBe(whole);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_search_on_many_rows_that_is_interrupted_scores_its_front_on_the_chip_too()
    {
        var table = SearchTables.Of(30_000, 1, x => x[0] * x[0]);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Evolution.Run(table, Scored(Options), cancellation: stop.Token).Count.ShouldBeGreaterThan(0);
    }

    private static void HasForm(Candidate candidate)
    {
        candidate.Parts!["f"].Variables().ShouldBeSubsetOf(["x0", "x1"]);
        candidate.Parts["g"].Variables().ShouldBeSubsetOf(["x2"]);
    }

    private static double[] Values(Candidate candidate, Dataset table, double step)
    {
        var values = new double[table.Rows];
        new GridChip(step).Over(table).TryRun(candidate.Equation, values);
        return values;
    }

    private static double LossOnChip(Candidate candidate, Dataset table, double step) => Loss(Values(candidate, table, step), table);

    private static double LossOf(Candidate candidate, Dataset table) => Loss(candidate.Equation.Evaluate(table).ToArray(), table);

    private static double Loss(double[] values, Dataset table) => values.Zip(table["y"].ToArray(), (value, target) => (value - target) * (value - target)).Average();
}
