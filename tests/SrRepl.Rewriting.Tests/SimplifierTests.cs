using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

public sealed class SimplifierTests
{
    public static TheoryData<Expr, string> Simplified => new()
    {
        { X + 0, "x" },
        { X * 1, "x" },
        { X - X, "0" },
        { 2.1 * X + 0.4 * X, "2.5*x" },
        { X + 0.1 + 0.2, "x + 0.3" },
        { X * Y + X * Z, "x*(y + z)" },
        { 3 * (2 * X), "6*x" },
        { Exp.Of(X) * Exp.Of(-X), "1" },
        { Power.Of(Operators.Sin.Of(X), 2) + Power.Of(Cos.Of(X), 2), "1" },
        { Log.Of(Exp.Of(X)), "x" },
        { Abs.Of(-X), "abs(x)" },
        { Max.Of(X, Y) + Min.Of(Y, X), "y + x" },
        { X * X * X * Y + X * X * Z + X * 2, "x*(x*(x*y + z) + 2)" },
        { Operators.Sin.Of(0.5) * X, "0.479425538604203*x" },
        { Max.Of(Exp.Of(X), -1), "exp(x)" },
    };

    public static TheoryData<Expr> KeptForTheirDomain => new() { X / X, 0 * Log.Of(X), Power.Of(Sqrt.Of(X), 2), Exp.Of(Log.Of(X)), 0 / X };

    [Theory, MemberData(nameof(Simplified))]
    public void Simplifies(Expr formula, string expected) => Simplifier.Simplify(formula).ToString().ShouldBe(expected);

    [Theory, MemberData(nameof(KeptForTheirDomain))]
    public void Keeps_what_would_change_the_domain_unless_asked(Expr formula)
    {
        Simplifier.Simplify(formula).Formula.ShouldBe(formula);
        Simplifier.Simplify(formula, new() { ChangeDomain = true }).Formula.Nodes.ShouldBe(1);
    }

    [Fact]
    public void Proves_conditions_on_the_ranges_of_a_dataset()
    {
        var data = new Dataset([new Column("x", [0.5, 1, 7.25])]);
        Simplifier.Simplify(X / X + Abs.Of(X)).Formula.ShouldBe(X / X + Abs.Of(X));
        Simplifier.Simplify(X / X + Abs.Of(X), new() { On = data }).ToString().ShouldBe("x + 1");
    }

    [Fact]
    public void Random_formulas_keep_value_and_domain_never_grow_and_are_simple_once_simplified()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var formula = Draw(random, 18);
            var simple = Simplifier.Simplify(formula);
            simple.Formula.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes, $"{formula}");
            Simplifier.Simplify(simple).Formula.ShouldBe(simple.Formula, $"{formula}");
            Agreement.ShouldAgree(formula, simple.Formula, 20, i);
        }
    }

    [Fact]
    public void Every_step_follows_in_value_from_the_one_before()
    {
        var random = new Random(11);
        for (var i = 0; i < 150; i++)
        {
            var formula = Draw(random, 16);
            var before = formula;
            foreach (var step in Simplifier.Simplify(formula).Steps)
            {
                Agreement.ShouldAgree(before, step.Formula, 8, i);
                before = step.Formula;
            }
        }
    }
}
