using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class RangeReportTests
{
    private static readonly Variable X = new("x");

    [Fact]
    public void AnOverflowIsForetold() => Warnings(X * X).ShouldContain(warning => warning.Contains("overflows ap_fixed<16,6> and wraps around"));

    [Fact]
    public void ADivisionThroughZeroIsForetold() => Warnings(1 / X).ShouldContain(warning => warning.Contains("the divisor's range") && warning.Contains("holds 0"));

    [Fact]
    public void ALogarithmOutsideItsDomainIsForetold() =>
        RangeAnalysis.Report(Quantizer.Quantize([Operators.Log.Of(X)], new() { MathLibrary = MathLibrary.HlsMath })).Warnings
            .ShouldContain(warning => warning.Contains("no value at or below 0"));

    [Fact]
    public void OurOwnLogarithmIsForetoldToo() =>
        Warnings(Operators.Log.Of(X)).ShouldContain(warning => warning.Contains("no value at or below 0"));

    [Fact]
    public void BitsTakenOnPurposeAreNoOverflow()
    {
        Warnings(Operators.Sin.Of(X)).ShouldBeEmpty();
        Warnings(Operators.Sqrt.Of(Operators.Abs.Of(X) + 1)).ShouldNotContain(warning => warning.Contains("wraps around") && warning.Contains("ufixed"));
    }

    [Fact]
    public void AComposedFunctionIsOneRow()
    {
        var kernel = Quantizer.Quantize([Operators.Sin.Of(X) + 1]);
        kernel.ToString().ShouldContain("sin (");
        kernel.ToString().Split('\n').Length.ShouldBeLessThan(10);
        Explanation.Of(kernel).Picture.ToText().ShouldContain("├─ sin (");
        RangeAnalysis.Report(kernel).Rows.Length.ShouldBe(kernel.Operations.Length);
    }

    [Fact]
    public void AffineFormsSeeThatAValueIsItself()
    {
        var kernel = Quantizer.Quantize([X * 3 - X * 2], new() { Simplify = false });
        kernel.Operations[^2].Range.Low.ShouldBeLessThan(-31.9);
        kernel.Operations[^2].Range.Magnitude.ShouldBeLessThan(33);
        RangeAnalysis.Report(kernel).Warnings.Length.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void DataBoundTheInputsAndSilenceWarnings()
    {
        var data = new Dataset([new Column("x", [0.5, 1.5, 2])]);
        RangeAnalysis.Report(Quantizer.Quantize([X * X + 1 / X], new()), data).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void ProvenAndObservedStandSideBySide()
    {
        var data = new Dataset([new Column("x", [-0.5, 1.5, 1])]);
        var report = RangeAnalysis.Report(Quantizer.Quantize([X * X], new()), data);
        report.Rows[1].Proven.ShouldBe(report.Rows[1].Proven.Intersect(new(0, 2.2500001)));
        report.Rows[1].Observed.ShouldBe(new(0.25, 2.25));
        report.ToString().ShouldContain("[0.25, 2.25]");
    }

    [Fact]
    public void AnExplanationDrawsTheTree()
    {
        var text = Explanation.Of(Quantizer.Quantize([X * X + 0.5], new() { Simplify = false })).ToString();
        text.ShouldContain("drops 10 fraction bits and 7 integer bits");
        text.ShouldContain("└─ cast #4            ap_fixed<16,6>");
        text.ShouldContain("├─ x         ap_fixed<16,6>");
    }

    private static IReadOnlyList<string> Warnings(Expr formula) => RangeAnalysis.Report(Quantizer.Quantize([formula])).Warnings;
}
