using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>The tool's habits, one by one, on kernels small enough to know the answer.</summary>
public class CostModelTests
{
    private static readonly FixedType Eight = new(8, 4);
    private static readonly FixedType Sixteen = new(16, 6);

    private static CostReport Cost(FixedType type, Expr formula) => CostModel.Estimate(Kernels.Of(type, formula));

    private static int OperatorLut(CostReport report) => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut);

    [Fact]
    public void AnAdderTakesSevenLutsMoreThanItsWidth() =>
        OperatorLut(Cost(Sixteen, Kernels.X + Kernels.Y)).ShouldBe(23);

    [Fact]
    public void ANarrowProductStaysInLutsAndAWideOneTakesAMacro()
    {
        Cost(Eight, Kernels.X * Kernels.Y).Dsp.ShouldBe(0);
        OperatorLut(Cost(Eight, Kernels.X * Kernels.Y)).ShouldBe(40);
        Cost(Sixteen, Kernels.X * Kernels.Y).Dsp.ShouldBe(1);
        OperatorLut(Cost(Sixteen, Kernels.X * Kernels.Y)).ShouldBe(0);
    }

    [Fact]
    public void AFactorThatRoundsToZeroTakesItsTermAway() =>
        OperatorLut(Cost(Eight, Kernels.X + 0.01 * Kernels.Y * Kernels.Y)).ShouldBe(0);

    [Fact]
    public void APowerOfTwoIsWiring() => Cost(Sixteen, 4.0 * Kernels.X).Dsp.ShouldBe(0);

    [Fact]
    public void TwoSignedDigitsAreOneAdder()
    {
        var report = Cost(Sixteen, 3.0 * Kernels.X);
        report.Dsp.ShouldBe(0);
        report.Rows.Count(row => row.Core == "subtract").ShouldBe(1);
    }

    [Fact]
    public void EqualPartsAreBuiltOnce()
    {
        var product = Kernels.X * Kernels.Y;
        Cost(Sixteen, product * product).Dsp.ShouldBe(Cost(Sixteen, product * (Kernels.X * Kernels.Y)).Dsp);
    }

    [Fact]
    public void AProductAndASumShareAMacro()
    {
        var report = Cost(Sixteen, Kernels.X * Kernels.Y + new Variable("x2") * new Variable("x3"));
        report.Dsp.ShouldBe(2);
        OperatorLut(report).ShouldBe(0);
    }

    [Fact]
    public void ASumBeforeAProductGoesIntoThePreAdder()
    {
        var report = Cost(Sixteen, (Kernels.X + Kernels.Y) * new Variable("x2"));
        report.Dsp.ShouldBe(1);
        OperatorLut(report).ShouldBe(0);
    }

    [Fact]
    public void ASumOfTwoAddersStaysOutOfThePreAdder()
    {
        var report = Cost(Sixteen, (Kernels.X + Kernels.Y + new Variable("x2")) * new Variable("x3"));
        report.Rows.Count(row => row.Core == "add3").ShouldBe(1);
        report.Dsp.ShouldBe(1);
    }

    [Fact]
    public void ACommonConstantIsMultipliedOnce() =>
        Cost(Sixteen, 0.638 * Kernels.X - 0.638 * Kernels.Y).Dsp.ShouldBe(1);

    [Fact]
    public void AFunctionStaysWhereItsFactorRoundsToZero() =>
        Cost(Eight, 0.01 * Operators.Sin.Of(Kernels.X) + Kernels.Y).Rows.Count(row => row.Core == "sin").ShouldBe(1);

    [Fact]
    public void TwoAddersInARowAreOneOfThreeOperands()
    {
        var report = Cost(Sixteen, Kernels.X + Kernels.Y + new Variable("x2"));
        report.Rows.Count(row => row.Core == "add3").ShouldBe(1);
        OperatorLut(report).ShouldBe(2 * (34 - 16));
    }

    [Fact]
    public void SineAndCosineOfOneArgumentShareACordic()
    {
        var both = Cost(Sixteen, Operators.Sin.Of(Kernels.X) + Operators.Cos.Of(Kernels.X));
        var apart = Cost(Sixteen, Operators.Sin.Of(Kernels.X) + Operators.Cos.Of(Kernels.Y));
        both.Rows.Count(row => row.Core == "sincos").ShouldBe(1);
        apart.Rows.Count(row => row.Core == "sincos").ShouldBe(2);
    }

    [Fact]
    public void EveryFigureOfTheTotalStandsInARow()
    {
        var report = Cost(Sixteen, Operators.Sin.Of(Kernels.X * Kernels.Y) * Kernels.X + 1.7);
        report.Lut.ShouldBe(report.Rows.Sum(row => row.Lut));
        report.Rows.Sum(row => row.Share).ShouldBe(1, 1e-9);
        report.Rows.ShouldAllBe(row => row.End <= report.Latency && row.Start <= row.End);
        report.ToString().ShouldContain("critical path: ");
    }

    [Fact]
    public void AnotherDeviceOrClockIsScaledAndTheDefaultIsNot()
    {
        var kernel = Kernels.Of(Sixteen, Kernels.X * Kernels.Y + 0.3);
        CostModel.Estimate(kernel).Rows.ShouldAllBe(row => row.Source != FigureSource.Scaled);
        CostModel.Estimate(kernel, new() { Device = "pynq-z2" }).Rows.ShouldAllBe(row => row.Source == FigureSource.Scaled);
        CostModel.Estimate(kernel, new() { Clock = 2.5 }).Rows.ShouldAllBe(row => row.Source == FigureSource.Scaled);
    }

    [Fact]
    public void AFasterClockTakesMoreCyclesAndLessTimeEach()
    {
        var kernel = Kernels.Of(Sixteen, Operators.Exp.Of(Kernels.X * Kernels.Y) * Kernels.X + Kernels.Y);
        var cycles = new[] { 10.0, 5, 4, 2.5, 2 }.Select(clock => CostModel.Estimate(kernel, new() { Clock = clock }).Cycles).ToArray();
        cycles.ShouldBe(cycles.Order());
        cycles[0].ShouldBeLessThan(cycles[^1]);
    }

    [Fact]
    public void NothingButWiringCostsNothing() =>
        CostModel.Estimate(Kernels.Of(Sixteen, 0.25)).Lut.ShouldBe(0);
}
