using SrRepl.Core;
using SrRepl.Hardware;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

/// <summary>The form of the least fixed-point error among equal ones.</summary>
public sealed class AccuracyTests
{
    private static readonly FixedType Type = new(16, 6);

    private static readonly Dataset Rows = new(
    [
        new Column("x", [.. Enumerable.Range(0, 200).Select(i => -3 + 0.03 * i)]),
        new Column("y", [.. Enumerable.Range(0, 200).Select(i => 4 * Math.Sin(i))]),
    ]);

    public static TheoryData<Expr> Inaccurate => new()
    {
        X * 0.01 * 50,
        (X * 0.01 + Y * 0.01) * 25,
        X / 60 * 30 + Y,
    };

    public static TheoryData<Expr> Overflowing => new()
    {
        X * X * 0.3 + X * 0.3 - Y * 7,
        (X + Y) * (X - Y) * 3,
        X * X * Y * 0.7 + Y * 9,
    };

    [Theory, MemberData(nameof(Inaccurate))]
    public void Rewriting_for_accuracy_lessens_the_error(Expr formula)
    {
        var accurate = Simplifier.Simplify(formula, new() { Accuracy = Rows, Type = Type }).Formula;
        Error(accurate, formula).ShouldBeLessThan(Error(formula, formula), $"{accurate}");
        Agreement.ShouldAgree(formula, accurate, 50, 1);
    }

    [Theory, MemberData(nameof(Overflowing))]
    public void A_form_chosen_where_the_type_overflows_is_still_equal(Expr formula)
    {
        var derivation = Simplifier.Simplify(formula, new() { Accuracy = Rows, Type = new FixedType(10, 4) });
        foreach (var step in derivation.Steps)
            Agreement.ShouldAgree(formula, step.Formula, 50, 1);
        Agreement.ShouldAgree(formula, derivation.Formula, 50, 1);
    }

    private static double Error(Expr form, Expr truth)
    {
        var (computed, exact) = (((IArithmetic)Type).Compute(form, Rows), truth.Evaluate(Rows));
        return Enumerable.Range(0, Rows.Rows).Sum(row => Math.Pow(computed[row] - exact[row], 2));
    }
}
