using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

/// <summary>Extraction by weights, where equal parts are paid for once.</summary>
public sealed class CostTests
{
    [Fact]
    public void A_fifth_power_takes_three_products() =>
        Count(Simplified(Power.Of(X, 5)), Multiply).ShouldBe(3);

    [Fact]
    public void One_sine_serves_two_uses() =>
        Count(Simplified(Operators.Sin.Of(X + Y) * Z + Operators.Sin.Of(Y + X)), Operators.Sin).ShouldBe(1);

    [Fact]
    public void One_division_serves_two_quotients() =>
        Count(Simplified(X / Z + Y / Z), Divide).ShouldBe(1);

    [Fact]
    public void A_polynomial_takes_the_form_of_Horner() =>
        Count(Simplified(2 * Power.Of(X, 3) + 3 * Power.Of(X, 2) + 4 * X + 5), Multiply).ShouldBe(3);

    private static Expr Simplified(Expr formula)
    {
        var simple = Simplifier.Simplify(formula, new() { For = new Weights() }).Formula;
        Agreement.ShouldAgree(formula, simple, 50, 1);
        return simple;
    }

    // Distinct parts only, as hardware builds them.
    private static int Count(Expr formula, Operator op)
    {
        var parts = new HashSet<Expr>();
        formula.Visit(part => parts.Add(part));
        return parts.Count(part => part is Apply apply && apply.Operator == op);
    }

    private sealed class Weights : IOperatorWeights
    {
        public int WeightOf(Operator op) =>
            op == Add || op == Subtract || op == Negate ? 1
            : op == Multiply ? 4
            : op == Divide ? 30
            : op == Power ? 60
            : 12;
    }
}
