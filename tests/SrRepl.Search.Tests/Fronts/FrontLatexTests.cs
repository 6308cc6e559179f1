using SrRepl.Core;

namespace SrRepl.Search.Tests;

public class FrontLatexTests
{
    [Fact]
    public void AFrontIsATable()
    {
        var x = new Variable("x0");
        var front = new ParetoFront([new(1, 0.5, x), new(4, 0.000123456, Operators.Sin.Of(x) * 2.5)]);
        FrontLatex.Print(front).ShouldBe("""
            \begin{tabular}{rrrl}
                \toprule
                Complexity & Loss & Score & Equation \\
                \midrule
                1 & $0.5$ & $0$ & $x_{0}$ \\
                4 & $0.000123$ & $2.77$ & $\sin\left(x_{0}\right) \cdot 2.5$ \\
                \bottomrule
            \end{tabular}
            """.ReplaceLineEndings("\n"));
    }
}
