using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

public sealed class CanonicalTests
{
    public static TheoryData<Expr, Expr> Same => new()
    {
        { X + Y, Y + X },
        { (X + Y) + Z, X + (Z + Y) },
        { 2.1 * X + 0.4 * X, 2.5 * X },
        { (X + 0.1) + 0.2, X + 0.3 },
        { X - X, 0 },
        { X * (Y + Z), X * Y + X * Z },
        { Square.Of(X), X * X },
        { Square.Of(X + 1), Power.Of(X, 2) + 2 * X + 1 },
        { Operators.Sin.Of(-X), -Operators.Sin.Of(X) },
        { Cos.Of(Y - X), Cos.Of(X - Y) },
        { Exp.Of(X) * Exp.Of(Y), Exp.Of(X + Y) },
        { Exp.Of(X) * Exp.Of(-X), 1 },
        { Sqrt.Of(X), Power.Of(X, 0.5) },
        { Min.Of(X, Y), Min.Of(Y, X) },
        { Abs.Of(-2 * X), 2 * Abs.Of(X) },
        { X / 4, 0.25 * X },
        { 1 / (1 / X), X * X / X },
        { Gauss.Of(X), Exp.Of(-(X * X)) },
        { Operators.Sin.Of(0.5) * X, X * Math.Sin(0.5) },
    };

    public static TheoryData<Expr, Expr> Different => new()
    {
        { X / X, 1 },
        { X * X / X, X },
        { Log.Of(X) - Log.Of(X), 0 },
        { Power.Of(Sqrt.Of(X), 2), X },
        { Sqrt.Of(Square.Of(X)), X },
        { X - Y, Y - X },
        { 0 / X, 0 },
    };

    [Theory, MemberData(nameof(Same))]
    public void One_form_for_equal_formulas(Expr a, Expr b) => Canonical.Form(a).ShouldBe(Canonical.Form(b));

    [Theory, MemberData(nameof(Different))]
    public void Different_forms_where_value_or_domain_differ(Expr a, Expr b) => Canonical.Form(a).ShouldNotBe(Canonical.Form(b));

    [Fact]
    public void The_form_has_the_value_of_the_formula() =>
        Parallel.For(0, 2000, i =>
        {
            var formula = Draw(new Random(i), 12);
            // Not at whole numbers: a divisor scaled by a rounded coefficient misses its zero there by an ulp.
            Agreement.ShouldAgree(formula, Canonical.Form(formula), 20, i, wholeNumbers: 0);
        });

    [Fact]
    public void Without_quotients_the_form_of_a_form_is_itself()
    {
        var random = new Random(1);
        for (var i = 0; i < 2000; i++)
        {
            var formula = Draw(random, 15);
            var form = Canonical.Form(formula);
            if (HasQuotient(form))
                continue;
            Canonical.Form(form).ShouldBe(form, $"of {formula}");
        }
    }

    private static bool HasQuotient(Expr formula)
    {
        var found = false;
        formula.Visit(node => found |= node is Apply { Operator: var op } && op == Divide);
        return found;
    }
}
