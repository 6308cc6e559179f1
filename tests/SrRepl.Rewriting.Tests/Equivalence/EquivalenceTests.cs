using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

public sealed class EquivalenceTests
{
    [Fact]
    public void One_canonical_form_is_a_proof() =>
        Equivalence.Compare(Square.Of(X + Y), X * X + 2 * X * Y + Y * Y).Evidence.ShouldBe(Evidence.CanonicalForm);

    [Fact]
    public void Rules_are_a_proof_and_can_be_read()
    {
        var result = Equivalence.Compare(Power.Of(Operators.Sin.Of(X), 2) + Power.Of(Cos.Of(X), 2), (Expr)1);
        result.Holds.ShouldBeTrue();
        result.Evidence.ShouldBe(Evidence.Rules);
        result.Steps[^1].Formula.ShouldBe(1);
    }

    [Fact]
    public void Points_are_evidence_only()
    {
        // cos(3x) = 4cos(x)**3 - 3cos(x) is in no rule.
        var result = Equivalence.Compare(Cos.Of(3 * X), 4 * Power.Of(Cos.Of(X), 3) - 3 * Cos.Of(X));
        result.Holds.ShouldBeTrue();
        result.Evidence.ShouldBe(Evidence.Points);
        result.ToString().ShouldBe("equal to 24 digits at 1000 points, not proven");
    }

    [Fact]
    public void A_point_where_values_differ_refutes()
    {
        var result = Equivalence.Compare(X * X, X * X * 1.001);
        result.Holds.ShouldBeFalse();
        var point = result.Counterexample.ShouldNotBeNull();
        (X * X).Evaluate(point).ShouldNotBe((X * X * 1.001).Evaluate(point));
    }

    [Fact]
    public void A_point_where_one_has_no_value_refutes()
    {
        var result = Equivalence.Compare(X / X, (Expr)1);
        result.Holds.ShouldBeFalse();
        result.ToString().ShouldBe("different at x = 0");
    }
}
