using SrRepl.Core;
using SrRepl.Language;
using SrRepl.Tests;

namespace SrRepl.Rewriting.Tests;

/// <summary>The 112 equations of a real PySR run on LHC jets, its own operator sc written out.</summary>
public sealed class JetEquationTests
{
    private static readonly DefinedOperator SineCosine =
        new("sc", ["u"], Operators.Sin.Of(new Variable("u")) * Operators.Cos.Of(new Variable("u")));

    [ReferenceFact]
    public void Keep_their_values_and_lose_nearly_a_third_of_their_nodes()
    {
        var equations = File.ReadLines(ReferenceData.File("pysr/jet-tagging-pareto.csv")).Skip(1)
            .Select(line => FormulaReader.Read(line.Split(',', 5)[4].Trim('"'), name => name == "sc" ? SineCosine : null).Rewrite(Inline))
            .ToArray();
        equations.Length.ShouldBe(112);
        var simple = new Expr[equations.Length];
        Parallel.For(0, equations.Length, i =>
        {
            simple[i] = Simplifier.Simplify(equations[i]).Formula;
            simple[i].Nodes.ShouldBeLessThanOrEqualTo(equations[i].Nodes);
            Agreement.ShouldAgree(equations[i], simple[i], 50, i);
            // What is printed can be pasted back.
            FormulaReader.Read(simple[i].ToString()).ShouldBe(simple[i]);
        });
        equations.Sum(equation => equation.Nodes).ShouldBe(3359);
        simple.Sum(equation => equation.Nodes).ShouldBeLessThanOrEqualTo(2400);
    }

    private static Expr Inline(Expr node) => node is Apply { Operator: DefinedOperator op } call ? op.Inline(call.Arguments) : node;
}
