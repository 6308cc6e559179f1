using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class FrontTests
{
    private static readonly ParetoFront Front = new(
    [
        new(5, 0.1, new Variable("c")), new(1, 8, new Variable("a")), new(3, 1, new Variable("b")),
        new(4, 1.5, new Variable("worse")), new(9, 0.09, new Variable("d")),
    ]);

    [Fact]
    public void Only_formulas_better_than_every_simpler_one_stay() => Front.Complexity.ShouldBe([1, 3, 5, 9]);

    [Fact]
    public void A_score_is_the_fall_of_the_logarithm_of_the_loss_for_each_unit_of_complexity()
    {
        Front[3].Score.ShouldBe(Math.Log(8) / 2, 1e-12);
        Front[5].Score.ShouldBe(Math.Log(10) / 2, 1e-12);
    }

    [Theory]
    [InlineData("best", 5)]
    [InlineData("accuracy", 9)]
    [InlineData("score", 5)]
    public void Picks_are_PySRs(string by, int complexity) => Front.By(by).Complexity.ShouldBe(complexity);

    [Fact]
    public void A_wrong_pick_is_an_error_with_what_there_is()
    {
        Should.Throw<DiagnosticException>(() => Front.By("acuracy")).Diagnostic.Hint.ShouldBe("did you mean `accuracy`?");
        Should.Throw<DiagnosticException>(() => Front[2]).Diagnostic.Hint.ShouldBe("it has 1, 3, 5, 9");
    }

    [Fact]
    public void A_front_prints_as_PySRs_table() => Front.ToString().Split('\n').ShouldBe(
    [
        "Complexity  Loss    Score  Equation",
        "----------  ----  -------  --------",
        "         1     8        0  a",
        "         3     1     1.04  b",
        "         5   0.1    1.151  c",
        "         9  0.09  0.02634  d",
    ]);

    [Fact]
    public void A_front_is_scored_on_other_data()
    {
        var data = SearchTables.Of(100, 1, x => x[0] > 2 ? 1 : -1);
        var front = new ParetoFront([new(1, 1, new Variable("x0")), new(3, 0.5, new Variable("x0") - 2)]) { Loss = "L2MarginLoss" };
        var scored = FrontScorer.On(front, data);
        scored[3].Auc.ShouldBe(1);
        scored[3].Accuracy.ShouldBe(1);
        scored[1].Accuracy!.Value.ShouldBeLessThan(1);
        scored[3].TestLoss!.Value.ShouldBe(Enumerable.Range(0, 100).Average(i => Math.Pow(1 - data["y"][i] * (data["x0"][i] - 2), 2)), 1e-12);
        scored[3].Loss.ShouldBe(0.5);
    }

    [Theory]
    [InlineData("L1HingeLoss", -1, true)]
    [InlineData("CrossEntropyLoss", 0, true)]
    [InlineData("L1DistLoss", -1, false)]
    public void A_classifiers_front_tells_how_well_it_classifies(string loss, double lower, bool isClassifier)
    {
        var data = SearchTables.Of(200, 1, x => x[0] > 2 ? 1 : lower);
        var front = Evolution.Run(data, new() { Loss = loss, NIterations = 2, MaxSize = 5, Populations = 2, Operators = [Operators.Add, Operators.Multiply] });
        var best = front.By("accuracy");
        best.TestLoss.ShouldBeNull();
        if (!isClassifier)
        {
            best.Auc.ShouldBeNull();
            return;
        }
        best.Auc!.Value.ShouldBe(1, 1e-9);
        best.Accuracy!.Value.ShouldBeGreaterThan(0.95);
        front.ToString().Split('\n')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["Complexity", "Loss", "Score", "AUC", "Accuracy", "Equation"]);
    }
}
