using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>What a user sees of a search that runs.</summary>
public class ProgressTests
{
    private static readonly SearchProgress First = new(0, 10, 300, TimeSpan.FromSeconds(0.1), null, [(1, 8, new Variable("a")), (3, 1.5, new Variable("b"))]);

    [Fact]
    public void A_terminal_shows_the_front_at_once_and_draws_it_anew_in_its_place()
    {
        var output = new StringWriter { NewLine = "\n" };
        using (var progress = new ProgressWriter(output, live: true))
        {
            progress.Report(First);
            output.ToString().Split('\n').ShouldBe(
            [
                "Complexity  Loss  Equation",
                "----------  ----  --------",
                "         1     8  a",
                "         3   1.5  b",
                "[..............................] looking for laws: loss 1.5 at complexity 3, 3000 formulas/s, 0 s",
                "",
            ]);
            progress.Report(First with { Iteration = 1, Elapsed = TimeSpan.FromSeconds(0.2) });
            output.ToString().ShouldNotContain("round 1");
            progress.Report(First with { Iteration = 5, Elapsed = TimeSpan.FromSeconds(5), Evaluations = 50_000 });
            output.ToString().ShouldEndWith("\u001b[5A\u001b[JComplexity  Loss  Equation\n----------  ----  --------\n         1     8  a\n         3   1.5  b\n"
                + "[###############...............] round 5: loss 1.5 at complexity 3, 10000 formulas/s, 5 s, about 5 s left\n");
        }
        output.ToString().ShouldEndWith("\u001b[5A\u001b[J");
    }

    [Fact]
    public void Elsewhere_a_line_comes_every_few_seconds()
    {
        var output = new StringWriter { NewLine = "\n" };
        using (var progress = new ProgressWriter(output, live: false))
            foreach (var second in (int[])[0, 2, 5, 7, 11])
                progress.Report(First with { Iteration = second, Elapsed = TimeSpan.FromSeconds(second), Timeout = 20, Target = "m" });
        output.ToString().Split('\n').ShouldBe(
        [
            "m, round 5: loss 1.5 at complexity 3, 60 formulas/s, 5 s, about 5 s left",
            "m, round 11: loss 1.5 at complexity 3, 27 formulas/s, 11 s, about 0 s left",
            "",
        ]);
    }
}
