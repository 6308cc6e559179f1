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

    [Theory, MemberData(nameof(Inaccurate))]
    public void Rewriting_for_accuracy_lessens_the_error(Expr formula)
    {
        var accurate = Simplifier.Simplify(formula, new() { Accuracy = Rows, Type = Type }).Formula;
        Error(accurate, formula).ShouldBeLessThan(Error(formula, formula), $"{accurate}");
        Agreement.ShouldAgree(formula, accurate, 50, 1);
    }

    private static double Error(Expr form, Expr truth)
    {
        var (computed, exact) = (((IArithmetic)Type).Compute(form, Rows), truth.Evaluate(Rows));
        return Enumerable.Range(0, Rows.Rows).Sum(row => Math.Pow(computed[row] - exact[row], 2));
    }
}
