using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class ObjectiveSearchTests
{
    private static readonly Dataset Table = SearchTables.Of(100, 3, x => Math.Sin(x[0]) * x[1] + 0.3 * x[2] * x[2]);

    private static EvolveOptions Options(GridChip chip, params Objective[] objectives) => new()
    {
        Populations = 2,
        NIterations = 3,
        NCyclesPerIteration = 25,
        Seed = 4,
        Operators = [Operators.Add, Operators.Multiply, Operators.Sin],
        Objectives = [.. objectives.Select(objective => objective.Name == "loss" ? objective : objective with { Format = chip })],
    };

    private static readonly Objective[] Three = [Objective.Loss, new("lut"), new("latency")];

    [Fact]
    public void The_front_is_by_all_objectives_and_no_formula_beats_another()
    {
        var front = Evolution.Run(Table, Options(new(0.01), Three));
        front.Objectives.ShouldBe(["loss", "lut", "latency"]);
        front.Count.ShouldBeGreaterThan(5);
        var points = front.Select(c => (double[])[c.Loss, c.Cost!.Lut, c.Cost.Cycles]).ToArray();
        foreach (var a in points)
            points.ShouldNotContain(b => Dominance.Dominates(b, a));
        front.ShouldContain(c => front.Any(d => d.Complexity < c.Complexity && d.Loss <= c.Loss) || c.Complexity == 1, "trade-offs that a plain front drops");
    }

    [Fact]
    public void The_costs_are_those_of_the_whole_formula()
    {
        var chip = new GridChip(0.01);
        foreach (var candidate in Evolution.Run(Table, Options(chip, Three)))
            candidate.Cost.ShouldBe(chip.CostOf(candidate.Equation));
    }

    [Fact]
    public void A_formula_with_a_constant_that_the_chip_has_no_value_for_has_no_cost_there()
    {
        foreach (var candidate in Evolution.Run(Table, Options(new(0.25), Three)))
            candidate.Equation.Visit(node => (node is Constant { Value: not 0 and > -0.25 and < 0.25 } && candidate.Equation != node).ShouldBeFalse(candidate.Equation.ToString()));
    }

    [Fact]
    public void True_costs_are_asked_for_far_less_often_than_formulas_are_tried()
    {
        var chip = new GridChip(0.01);
        var front = Evolution.Run(Table, Options(chip, Three));
        ((double)chip.Priced / front.Evaluations).ShouldBeLessThan(0.3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_seed_gives_the_same_front_on_any_number_of_threads(int threads)
    {
        var one = Evolution.Run(Table, Options(new(0.01), Three) with { Threads = 1 });
        Evolution.Run(Table, Options(new(0.01), Three) with { Threads = threads }).ToString().ShouldBe(one.ToString());
    }

    [Fact]
    public void A_resumed_search_gives_the_front_of_one_that_never_stopped()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-objectives-");
        try
        {
            var options = Options(new(0.01), Three);
            var whole = Evolution.Run(Table, options with { NIterations = 4 });
            var parts = options with { OutputDirectory = folder.FullName, CheckpointInterval = 0 };
            Evolution.Run(Table, parts with { NIterations = 2 });
            Evolution.Resume(Table, parts with { NIterations = 4 }).ToString().ShouldBe(whole.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_loss_must_be_among_the_objectives_and_each_stands_there_once()
    {
        Should.Throw<DiagnosticException>(() => Evolution.Run(Table, Options(new(0.01), new Objective("lut")))).Diagnostic.Number.ShouldBe(3008);
        Should.Throw<DiagnosticException>(() => Evolution.Run(Table, Options(new(0.01), Objective.Loss, new("lut"), new("lut")))).Diagnostic.Number.ShouldBe(3008);
    }

    [Fact]
    public void With_a_precision_every_loss_is_that_of_the_chips_values()
    {
        var chip = new GridChip(0.25);
        var front = Evolution.Run(Table, Options(chip) with { Objectives = null, Precision = chip });
        var values = new double[Table.Rows];
        foreach (var candidate in front)
        {
            chip.Over(Table).TryRun(candidate.Equation, values);
            var loss = Enumerable.Range(0, Table.Rows).Average(row => Math.Pow(values[row] - Table["y"][row], 2));
            candidate.Loss.ShouldBe(loss, 1e-9 + 1e-9 * loss);
        }
    }

    [Fact]
    public void With_a_precision_constants_have_no_digits_that_the_chip_does_not_tell_apart()
    {
        var chip = new GridChip(0.25);
        foreach (var candidate in Evolution.Run(Table, Options(chip) with { Objectives = null, Precision = chip }))
            candidate.Equation.Visit(node => (node is not Constant number || InfixPrinter.Number(number.Value).Length < 12).ShouldBeTrue(candidate.Equation.ToString()));
    }

    [Fact]
    public void Conditions_choose_the_least_loss_within_them()
    {
        var front = Evolution.Run(Table, Options(new(0.01), Three));
        var within = front.Where(c => c.Cost!.Lut <= 30).ToArray();
        var picked = FrontPicker.Pick(front, new() { Lut = Bound.AtMost(30) }, new GridChip(0.01));
        picked.Loss.ShouldBe(within.Min(c => c.Loss));
        Should.Throw<DiagnosticException>(() => FrontPicker.Pick(front, new() { Lut = Bound.AtMost(-1) }, new GridChip(0.01))).Diagnostic.Number.ShouldBe(3126);
    }

    [Fact]
    public void A_front_without_formulas_or_without_kernels_has_none_to_pick()
    {
        Should.Throw<DiagnosticException>(() => FrontPicker.Pick(new ParetoFront([]), null, new GridChip(1))).Diagnostic.Number.ShouldBe(3125);
        var front = new ParetoFront([new(1, 0.5, new Constant(double.NaN))]);
        Should.Throw<DiagnosticException>(() => FrontPicker.Pick(front, new() { Lut = Bound.AtMost(9) }, new GridChip(1))).Diagnostic.Number.ShouldBe(3127);
    }

    [Fact]
    public void A_plain_front_is_priced_when_it_is_picked_from()
    {
        var front = Evolution.Run(Table, Options(new(0.01)) with { Objectives = null });
        var chip = new GridChip(0.01);
        var picked = FrontPicker.Pick(front, new() { Dsp = Bound.AtMost(1) }, chip);
        chip.CostOf(picked.Equation)!.Dsp.ShouldBeLessThanOrEqualTo(1);
        picked.Cost.ShouldNotBeNull();
    }
}
