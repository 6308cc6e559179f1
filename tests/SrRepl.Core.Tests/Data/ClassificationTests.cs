namespace SrRepl.Core.Tests;

public sealed class ClassificationTests
{
    private static readonly Dataset Data = new([new Column("a", [1.0, 1, -1, -1]), new Column("b", [-1.0, -1, 1, 1])]);

    [Fact]
    public void A_row_counts_as_of_the_class_of_the_highest_score()
    {
        var judged = Classification.Of([new Column("a", [3.0, 1, 0, 2]), new Column("b", [0.0, 2, 1, 2])], Data, ["a", "b"]);
        judged.Confusion.Select(row => row.ToArray()).ShouldBe([[1, 1], [1, 1]], "the last row is a tie, which the first class wins");
        judged.Accuracy.ShouldBe(0.5);
        judged.Auc.ShouldBe([0.75, 0.625]);
        judged.ToString().ShouldEndWith("accuracy 0.5000 on 4 rows");
    }

    [Fact]
    public void A_score_that_is_no_number_wins_against_none() =>
        Classification.Of([new Column("a", [double.NaN, 1, 0, 0]), new Column("b", [-5.0, 0, 1, 1])], Data, ["a", "b"]).Accuracy.ShouldBe(0.75);

    [Fact]
    public void Labels_of_0_and_1_read_as_those_of_minus_1_and_1()
    {
        var data = new Dataset([new Column("a", [1.0, 1, 0, 0]), new Column("b", [0.0, 0, 1, 1])]);
        Classification.Of([new Column("a", [1.0, 1, 0, 0]), new Column("b", [0.0, 0, 1, 1])], data, ["a", "b"]).Accuracy.ShouldBe(1);
    }

    [Fact]
    public void What_cannot_be_judged_is_a_diagnostic()
    {
        Complaint([new Column("a", [1.0, 1, 1, 1])], Data, "a", "b").ShouldStartWith("error SR1070: 1 score cannot tell 2 classes apart");
        var neither = new Dataset([new Column("a", [1.0, -1]), new Column("b", [-1.0, -1]), new Column("c", [1.0, -1])]);
        Complaint([neither["a"], neither["b"]], neither, "a", "b").ShouldBe("error SR1061: row 2 is of none of the classes");
        Complaint([neither["a"], neither["c"]], neither, "a", "c").ShouldBe("error SR1061: row 1 is of the classes `a` and `c` at once");
    }

    private static string Complaint(IReadOnlyList<Column> scores, Dataset data, params string[] classes) =>
        Should.Throw<DiagnosticException>(() => Classification.Of(scores, data, classes)).Diagnostic.ToString();
}
