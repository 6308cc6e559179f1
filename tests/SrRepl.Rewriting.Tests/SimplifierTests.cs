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
    public void A_term_written_twice_is_its_double()
    {
        Simplifier.Simplify(X + X).Formula.ToString().ShouldBe("2*x");
        Simplifier.Simplify(Operators.Sin.Of(Y) + Operators.Sin.Of(Y)).Formula.ToString().ShouldBe("2*sin(y)");
    }

    [Fact]
    public void Proves_conditions_on_the_ranges_of_a_dataset()
    {
        var data = new Dataset([new Column("x", [0.5, 1, 7.25])]);
        Simplifier.Simplify(X / X + Abs.Of(X)).Formula.ShouldBe(X / X + Abs.Of(X));
        Simplifier.Simplify(X / X + Abs.Of(X), new() { On = data }).ToString().ShouldBe("x + 1");
    }

    [Fact]
    public void Two_thousand_random_formulas_keep_value_and_domain_and_never_grow() =>
        Parallel.For(0, 2000, i =>
        {
            var formula = Draw(new Random(i), 14);
            var simple = Simplifier.Simplify(formula).Formula;
            simple.Nodes.ShouldBeLessThanOrEqualTo(formula.Nodes, $"{formula}");
            Agreement.ShouldAgree(formula, simple, 20, i);
        });

    [Fact]
    public void What_is_simple_stays_as_it_is() =>
        Parallel.For(0, 150, i =>
        {
            var simple = Simplifier.Simplify(Draw(new Random(i), 18)).Formula;
            Simplifier.Simplify(simple).Formula.ShouldBe(simple);
        });

    [Fact]
    public void Every_step_follows_in_value_from_the_one_before() =>
        Parallel.For(0, 150, i =>
        {
            var before = Draw(new Random(i), 16);
            foreach (var step in Simplifier.Simplify(before).Steps)
            {
                Agreement.ShouldAgree(before, step.Formula, 8, i);
                before = step.Formula;
            }
        });

    [Fact]
    public void Two_hundred_nodes_stop_by_count_not_by_clock()
    {
        var formula = Draw(new Random(2), 200);
        var (first, second) = (Simplifier.Simplify(formula), Simplifier.Simplify(formula));
        first.Stop.ShouldBe(StopReason.Nodes);
        second.Formula.ShouldBe(first.Formula);
        second.Steps.ShouldBe(first.Steps);
        Agreement.ShouldAgree(formula, first.Formula, 50, 1);
    }

    [Fact]
    public void A_users_function_is_called_where_it_is_smaller_and_opened_where_that_helps()
    {
        var half = new DefinedOperator("half", ["u"], 0.5 * new Variable("u"));
        Simplifier.Simplify(2 * half.Of(X)).Formula.ShouldBe(X);
        Simplifier.Simplify(half.Of(X) + 0).Formula.ShouldBe(half.Of(X));
    }

    [Fact]
    public void Functions_of_the_family_come_in_unless_unwanted()
    {
        Simplifier.Simplify(Operators.Sin.Of(X) / Cos.Of(X)).Formula.ShouldBe(Tan.Of(X));
        Simplifier.Simplify(Operators.Sin.Of(X) / Cos.Of(X), new() { NewFunctions = false }).Formula.ShouldBe(Operators.Sin.Of(X) / Cos.Of(X));
    }

    [Fact]
    public void An_interrupt_ends_it()
    {
        using var interrupt = new CancellationTokenSource();
        interrupt.Cancel();
        Should.Throw<OperationCanceledException>(() => Simplifier.Simplify(Draw(new Random(1), 50), cancellation: interrupt.Token));
        Should.Throw<OperationCanceledException>(() => Equivalence.Compare(X, Y, cancellation: interrupt.Token));
    }
}
