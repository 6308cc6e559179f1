using SrRepl.Core;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

public sealed class SnappingTests
{
    public static TheoryData<double, double> Near => new()
    {
        { 1.9999998, 2 },
        { 0.3333334, 1.0 / 3 },
        { 3.1415925, Math.PI },
        { 1.5707962, Math.PI / 2 },
        { 2.7182817, Math.E },
        { 1.4142135, Math.Sqrt(2) },
        { -0.24999999, -0.25 },
        { 1e-9, 0 },
        { 0.7312345, 0.7312345 },
    };

    [Theory, MemberData(nameof(Near))]
    public void Recognises_simple_numbers(double value, double simple) => Snapping.Snap(value, 1e-6).ShouldBe((Expr)simple);

    [Fact]
    public void Simplify_snaps_and_says_so()
    {
        var derivation = Simplifier.Simplify(X * 0.9999999 + Y * 2.0000001, new() { Snap = 1e-6 });
        derivation.Formula.Nodes.ShouldBe(5);
        derivation.Rules.ShouldContain("snap");
        Simplifier.Simplify(X * 0.9999999).Formula.ShouldBe(X * 0.9999999);
    }
}
