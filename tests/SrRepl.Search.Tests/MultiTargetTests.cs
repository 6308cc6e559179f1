using SrRepl.Core;

namespace SrRepl.Search.Tests;

public sealed class MultiTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srrepl-targets-").FullName;
    private static readonly EvolveOptions Short = new() { NIterations = 5, Populations = 3, NCyclesPerIteration = 40, Seed = 3, MaxSize = 14, Operators = [Operators.Add, Operators.Multiply, Operators.Sin] };

    private static MultiTargetDataset Table { get; } = Make();

    [Fact]
    public void Each_target_has_the_front_of_a_search_for_it_alone()
    {
        var fronts = MultiTargetEvolution.Run(Table, Short);
        fronts.Targets.ShouldBe(["a", "b"]);
        foreach (var target in Table.Targets)
            fronts[target].ToString().ShouldBe(Evolution.Run(Table.For(target), Short).ToString());
        fronts.ToString().ShouldStartWith("a:\nComplexity");
        Should.Throw<DiagnosticException>(() => fronts["c"]).Diagnostic.Number.ShouldBe(3102);
    }

    [Fact]
    public void A_part_of_an_earlier_formula_counts_as_one_variable_and_is_written_out()
    {
        var fronts = MultiTargetEvolution.Run(Table, Short with { ShareSubexpressions = true, OutputDirectory = _folder });
        fronts["a"].ToString().ShouldBe(Evolution.Run(Table.For("a"), Short).ToString());
        var law = fronts["b"].By("accuracy");
        law.Loss.ShouldBeLessThan(1e-20);
        law.Complexity.ShouldBeLessThan(law.Equation.Nodes);
        law.Equation.Variables().ShouldBe(["x0", "x1"], ignoreOrder: true);
        File.ReadAllLines(Path.Combine(_folder, "hall_of_fame_output2.csv"))[^1].ShouldEndWith($",\"{law.Equation}\"");
    }

    [Fact]
    public void Each_target_has_its_own_files_from_which_it_goes_on()
    {
        // How many terms a search enumerates at its start follows from how many rounds it is to have, unless it is told.
        var told = Short with { EnumeratedTerms = 200 };
        var options = told with { OutputDirectory = _folder, CheckpointInterval = 0 };
        MultiTargetEvolution.Run(Table, options with { NIterations = 2 });
        MultiTargetEvolution.Run(Table, options, resume: true).ToString().ShouldBe(MultiTargetEvolution.Run(Table, told).ToString());
        Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(
            ["hall_of_fame_output1.csv", "hall_of_fame_output2.csv", "run_output1.json", "run_output2.json", "state_output1.bin", "state_output2.bin"]);
    }

    [Fact]
    public void Evaluations_are_limited_for_all_targets_together()
    {
        var all = MultiTargetEvolution.Run(Table, Short with { NIterations = 400, MaxEvals = 4_000 });
        all.Evaluations.ShouldBeInRange(4_000, 9_000);
        all[1].Evaluations.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void Roles_are_kept_by_rows_and_features()
    {
        var table = (MultiTargetDataset)Table.TakeRows([3, 4, 5]).WithFeatures(["x1"]);
        (table.Targets.Length, table.Rows, table.Features.Single()).ShouldBe((2, 3, "x1"));
        table.WithTarget("a").ShouldBeOfType<Dataset>().Features.ShouldBe(["x1"]);
        Should.Throw<DiagnosticException>(() => Table.WithFeatures(["a"])).Diagnostic.Number.ShouldBe(1030);
        Should.Throw<DiagnosticException>(() => Evolution.Run(Table, Short)).Diagnostic.Number.ShouldBe(3101);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static MultiTargetDataset Make()
    {
        var table = SearchTables.Of(60, 2, x => x[0] * x[1] + x[1]);
        var (a, b) = (table["y"].ToArray(), table["y"].ToArray());
        for (var row = 0; row < a.Length; row++)
            (a[row], b[row]) = (a[row] * a[row], Math.Sin(b[row]) + table["x0"][row]);
        return new Dataset([table["x0"], table["x1"], new Column("a", a), new Column("b", b)]).WithTargets(["a", "b"]);
    }
}
