using System.Text;
using SrRepl.Core;

namespace SrRepl.Scripting.Tests;

/// <summary>A formula written as C# computes there what it computes here, operator by operator.</summary>
public class CSharpCodeTests
{
    private static readonly (double X, double Y)[] Points = [(0.25, 0.75), (0.5, -0.5), (-0.75, 0.5), (2.5, 1.5)];

    // System.Math has none of these.
    private static readonly BuiltInOperator[] Lacking = [Operators.Erf, Operators.Erfc, Operators.Gamma, Operators.Digamma];

    [Fact]
    public void Code_computes_the_same()
    {
        var (x, y) = (new Variable("x"), new Variable("y"));
        Expr[] formulas =
        [
            .. Operators.All.Except(Lacking).Select(op => op.Of([.. new Expr[] { x, y, x - y }.Take(op.Arity)])),
            x - (y - 2.0) - (x - 1.0), x / (y / 3.0) / 2.0, -(x + y) * -2.0, -(-x) - -y, new Constant(1) / 3.0 * x,
        ];
        var script = new StringBuilder();
        for (var i = 0; i < formulas.Length; i++)
            script.Append(CodePrinter.Print(new Function(formulas[i]), CodeLanguages.CSharp, $"f{i}")).Append('\n');
        script.Append("new Func<double, double, double>[] { ").AppendJoin(", ", formulas.Select((_, i) => $"f{i}")).Append(" }");
        var functions = (Func<double, double, double>[])new CSharpHost([]).Run(new SourceText(script.ToString(), "code.csx"))!;
        for (var i = 0; i < formulas.Length; i++)
            foreach (var (atX, atY) in Points)
            {
                var expected = formulas[i].Evaluate(new Dictionary<string, double> { ["x"] = atX, ["y"] = atY });
                var got = functions[i](atX, atY);
                (got.Equals(expected) || Math.Abs(got - expected) <= 1e-12 * Math.Max(1, Math.Abs(expected))).ShouldBeTrue($"{formulas[i]} at {atX}, {atY}: {got}, not {expected}");
            }
    }

    private sealed record Function(Expr Formula) : IFormula
    {
        public System.Collections.Immutable.ImmutableArray<string> Parameters => ["x", "y"];
    }
}
