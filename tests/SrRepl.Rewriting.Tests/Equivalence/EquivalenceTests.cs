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
    public void Where_only_one_has_a_value_they_are_not_compared_and_it_says_so()
    {
        var result = Equivalence.Compare(X / X, (Expr)1);
        result.Holds.ShouldBeTrue();
        result.OnlyOneDefined.ShouldNotBeNull()["x"].ShouldBe(0);
        result.ToString().ShouldEndWith("; only one is defined at x = 0");
    }

    [Fact]
    public void A_difference_of_quotients_that_multiplies_out_to_0_is_a_proof() =>
        Equivalence.Compare(1 / (1 + X) + 1 / (1 - X), 2 / ((1 + X) * (1 - X))).Evidence.ShouldBe(Evidence.RationalForm);

    [Fact]
    public void Digits_that_a_constant_is_not_written_with_make_no_difference_and_all_others_do()
    {
        Equivalence.Compare(0.3989422804014327 * X, X / Sqrt.Of(2 * Math.PI)).Holds.ShouldBeTrue();
        Equivalence.Compare(0.39894228 * X, X / Sqrt.Of(2 * Math.PI)).Holds.ShouldBeFalse();
        Equivalence.Compare(0.39894228 * X, X / Sqrt.Of(2 * Math.PI), new() { Tol = 1e-6 }).Holds.ShouldBeTrue();
    }

    [Fact]
    public void On_a_dataset_only_its_ranges_count()
    {
        var data = new Dataset([new Column("x", [0.5, 1, 7.25])]);
        Equivalence.Compare(Abs.Of(X), X).Holds.ShouldBeFalse();
        Equivalence.Compare(Abs.Of(X), X, new() { On = data }).Holds.ShouldBeTrue();
        Equivalence.Compare(Abs.Of(X), X).ToString().ShouldEndWith("; equal while all variables are positive");
    }

    [Fact]
    public void Without_a_point_where_both_are_defined_nothing_is_said() =>
        Equivalence.Compare(Log.Of(-1 - X * X), Sqrt.Of(-2 - X * X)).Evidence.ShouldBe(Evidence.Nothing);
}
