using FsCheck.Fluent;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class ErrorBoundTests
{
    private static readonly Variable X = new("x");
    private static readonly Variable Y = new("y");

    private static readonly Gen<(Expr Formula, FixedType Type)> Cases =
        from size in Gen.Choose(1, 7)
        from formula in RandomFormulas.Formulas(size)
        from fraction in Gen.Choose(2, 12)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        select (formula, new FixedType(14 + fraction, 14, true, rounding, Overflow.Sat));

    [Fact]
    public void NoErrorLeavesItsBound()
    {
        var proven = 0;
        Prop.ForAll(Cases.ToArbitrary(), pair =>
        {
            if (RandomFormulas.Kernel(pair.Formula, pair.Type) is not { } kernel)
                return true;
            var bound = ErrorAnalysis.Of(kernel, RandomFormulas.Data)[0];
            proven += bound.IsProven ? 1 : 0;
            return !bound.IsProven || Errors(kernel, pair.Formula).All(bound.Range.Contains);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
        proven.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void ABoundIsNotFarFromWhatIsSeen()
    {
        var formula = X * X + 2.5 * Y - 0.5;
        var kernel = Quantizer.Quantize([formula], new() { Type = new(20, 8) });
        var bound = ErrorAnalysis.Of(kernel, RandomFormulas.Data)[0];
        bound.IsProven.ShouldBeTrue();
        var worst = Errors(kernel, formula).Max(Math.Abs);
        bound.Worst.ShouldBeInRange(worst, 4 * worst);
    }

    [Fact]
    public void ErrorsThatCancelAreSeenToCancel()
    {
        var kernel = Quantizer.Quantize([(X + Y) * 4 - X * 4], new() { Type = new(20, 8), Simplify = false });
        var straight = Quantizer.Quantize([Y * 4], new() { Type = new(20, 8), Simplify = false });
        ErrorAnalysis.Of(kernel, RandomFormulas.Data)[0].Worst.ShouldBe(ErrorAnalysis.Of(straight, RandomFormulas.Data)[0].Worst, 1e-9);
    }

    [Fact]
    public void TypesPerNodeHaveBoundsToo()
    {
        var formula = X / (Y * Y + 1) + Operators.Sin.Of(X);
        var kernel = Quantizer.Quantize([formula], new() { On = RandomFormulas.Data, MaxError = 0.02 });
        var bound = ErrorAnalysis.Of(kernel, RandomFormulas.Data)[0];
        bound.Unknown.ShouldBeNull();
        Errors(kernel, formula).All(bound.Range.Contains).ShouldBeTrue();
    }

    [Fact]
    public void SharesAddUpToAtMostAllOfIt()
    {
        var explanation = Explanation.Of(Quantizer.Quantize([X * Y + 0.3], new() { Type = new(20, 8) }), RandomFormulas.Data);
        explanation.Rows.Sum(row => row.ErrorShare).ShouldBe(1, 1e-9);
        explanation.ToString().ShouldContain("its error is proven to stay within");
    }

    [Fact]
    public void WhatHasNoBoundSaysWhy()
    {
        Unknown(1 / X).ShouldContain("holds 0");
        Unknown(Operators.Log.Of(X)).ShouldContain("domain");
        Unknown(Operators.Mod.Of(X, Y)).ShouldContain("jumps");
        var vendor = Quantizer.Quantize([Operators.Sin.Of(X)], new() { Type = new(20, 8), MathLibrary = MathLibrary.HlsMath });
        ErrorAnalysis.Of(vendor, RandomFormulas.Data)[0].TrustsVendor.ShouldBeTrue();
    }

    [Fact]
    public void AnOverflowIsAConditionOfTheBound()
    {
        var bound = ErrorAnalysis.Of(Quantizer.Quantize([X * X]))[0];
        bound.Overflows.ShouldNotBeEmpty();
        bound.ToString().ShouldContain("while nothing overflows at node");
    }

    [Fact]
    public void ADrawingIsASvgDocument()
    {
        var svg = Explanation.Of(Quantizer.Quantize([Operators.Sin.Of(X) * Y + 0.3])).Picture.ToSvg();
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
        svg.ShouldContain("sin (");
    }

    private static string Unknown(Expr formula) => ErrorAnalysis.Of(Quantizer.Quantize([formula], new() { Type = new(20, 8) }), RandomFormulas.Data)[0].Unknown.ShouldNotBeNull();

    private static IEnumerable<double> Errors(Kernel kernel, Expr formula)
    {
        var (outputs, exact) = (Emulator.Run(kernel, RandomFormulas.Data).Columns[0], formula.Evaluate(RandomFormulas.Data));
        return Enumerable.Range(0, RandomFormulas.Data.Rows).Where(row => double.IsFinite(exact[row])).Select(row => outputs[row] - exact[row]);
    }
}
