using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Far from the widths that were measured the model still gives figures that a person would believe.</summary>
public class CostRangeTests
{
    private static readonly Expr[] Formulas =
    [
        Kernels.X * Kernels.Y + 0.37 * Kernels.X - 1.25,
        (Kernels.X + Kernels.Y) * (Kernels.X - Kernels.Y) * Kernels.X,
        Operators.Sin.Of(Kernels.X * Kernels.Y) + 0.7,
        new TableOperator("tanh_lut", Operators.Tanh, -4, 4, 256).Of(Kernels.X) * Kernels.Y,
    ];

    [Fact]
    public void AnyTypeHasACostAndItsScheduleIsSound()
    {
        for (var width = 4; width <= 40; width++)
            foreach (var integer in new[] { 0, 1, 3, width / 2, width - 1, width, width + 2 })
                foreach (var signed in new[] { true, false })
                {
                    var type = new FixedType(width, integer, signed);
                    var report = CostModel.Estimate(Lowering.Lower([Formulas[0], Formulas[1], Formulas[2]], type, new OneTypePrecision(type), MathLibrary.HlsMath));
                    report.Lut.ShouldBeGreaterThanOrEqualTo(0);
                    report.Ff.ShouldBeGreaterThanOrEqualTo(0);
                    report.EstimatedClock.ShouldBeLessThanOrEqualTo(report.Target.UsableNs, type.ToString());
                    report.Lut.ShouldBe(report.Rows.Sum(row => row.Lut));
                    report.Ff.ShouldBe(report.Rows.Sum(row => row.Ff));
                }
    }

    [Fact]
    public void TwiceTheWidthIsNeverCheaper()
    {
        foreach (var formula in Formulas[..3])
            foreach (var width in new[] { 6, 8, 10, 12, 16, 20 })
            {
                var (narrow, wide) = (Cost(formula, width), Cost(formula, 2 * width));
                (wide.Lut + 100 * wide.Dsp).ShouldBeGreaterThanOrEqualTo(narrow.Lut + 100 * narrow.Dsp, $"{formula} at {width} bits");
                wide.Cycles.ShouldBeGreaterThanOrEqualTo(narrow.Cycles, $"{formula} at {width} bits");
            }
    }

    public static TheoryData<string> Buildable => [.. Operators.All.Where(Lowering.CanBuild).Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(Buildable))]
    public void EveryOperatorsLawHoldsAtEveryPrecisionThatIsPromised(string name)
    {
        var cycles = new List<int>();
        for (var integer = 6; integer <= 10; integer++)
            for (var width = Math.Max(8, integer + 1); width <= 24; width++)
            {
                var report = CostModel.Estimate(Kernels.OfOperator(name, new(width, integer)));
                report.Cycles.ShouldBeGreaterThanOrEqualTo(1);
                report.Lut.ShouldBeGreaterThanOrEqualTo(0);
                if (integer == 6 && width is 10 or 14 or 18 or 22)
                    cycles.Add(report.Cycles);
            }
        cycles.SequenceEqual(cycles.Order()).ShouldBeTrue($"{name}: {string.Join(", ", cycles)}");
    }

    [Theory]
    [MemberData(nameof(Buildable))]
    public void AShorterClockNeverTakesFewerCycles(string name)
    {
        double[] clocks = [10, 8, 6.67, 5, 4, 3.33, 2.5, 2];
        foreach (var type in new FixedType[] { new(12, 6), new(16, 6), new(20, 8) })
        {
            var kernel = Kernels.OfOperator(name, type);
            var cycles = clocks.Select(clock => CostModel.Estimate(kernel, new() { Clock = clock }).Cycles).ToArray();
            cycles.SequenceEqual(cycles.Order()).ShouldBeTrue($"{name} at {type}: {string.Join(", ", cycles)}");
        }
    }

    [Theory]
    [InlineData("+")]
    [InlineData("*")]
    [InlineData("/")]
    [InlineData("min")]
    [InlineData("abs")]
    [InlineData("sqrt")]
    [InlineData("exp")]
    [InlineData("sin")]
    public void AnOperatorAloneIsNeverFreeAndItsAreaGrowsWithTheWidth(string name)
    {
        var areas = Enumerable.Range(8, 17).Select(width => CostModel.Estimate(Kernels.OfOperator(name, new(width, 6)))).Select(Area).ToArray();
        areas.ShouldAllBe(area => area > 0);
        for (var i = 2; i < areas.Length; i++)
            areas[i].ShouldBeGreaterThanOrEqualTo(areas[i - 2] * 0.95, $"{name} at {i + 8} bits");
    }

    [Theory]
    [InlineData("xc7z020", 25, 1)]
    [InlineData("xc7z020", 26, 2)]
    [InlineData("xcvu9p", 27, 1)]
    [InlineData("xcvu9p", 28, 2)]
    public void AMacroTakesWhatItsWiderPortTakes(string device, int width, int macros) =>
        CostModel.Estimate(Kernels.Of(new(width, 6), Math.ScaleB(11, 6 - width) * Kernels.X), new() { Device = device }).Dsp.ShouldBe(macros);

    [Theory]
    [InlineData(28, 4)]
    [InlineData(32, 4)]
    [InlineData(44, 4)]
    [InlineData(48, 9)]
    [InlineData(64, 16)]
    public void AProductOfWideOperandsIsCutInBoth(int width, int macros) => CostModel.Estimate(Kernels.OfOperator("*", new(width, 6))).Dsp.ShouldBe(macros);

    [Fact]
    public void ADividerHasTheSameStagesAtEveryClock() =>
        new[] { 10.0, 5, 2.5 }.Select(clock => CostModel.Estimate(Kernels.OfOperator("/", new(16, 6)), new() { Clock = clock }).Cycles).Distinct().ShouldBe([29]);

    [Fact]
    public void BeyondTheMeasuredWidthsACordicGrowsAsItsSquare()
    {
        int[] luts = [.. new[] { 16, 20, 24 }.Select(width => CostModel.Estimate(Kernels.OfOperator("sin", new(width, 6))).Lut)];
        (luts[2] - luts[1]).ShouldBeGreaterThan(luts[1] - luts[0]);
    }

    [Fact]
    public void SixteenOutputsCostNoMoreThanSixteenKernels()
    {
        Expr[] outputs = [.. Enumerable.Range(1, 16).Select(i => Kernels.X * Kernels.Y * (0.1 * i) + Kernels.X)];
        var together = CostModel.Estimate(Kernels.Of(new(16, 6), [.. outputs]));
        together.Lut.ShouldBeLessThanOrEqualTo(outputs.Sum(output => CostModel.Estimate(Kernels.Of(new(16, 6), output)).Lut));
        together.Dsp.ShouldBeLessThan(outputs.Sum(output => CostModel.Estimate(Kernels.Of(new(16, 6), output)).Dsp));
    }

    [Theory]
    [InlineData("xc7z020", 10)]
    [InlineData("xc7z020", 5)]
    [InlineData("xcku115", 4)]
    [InlineData("xczu9eg", 2.5)]
    [InlineData("xcvu13p", 2)]
    [InlineData("xcu250", 3.33)]
    [InlineData("xc7a100t", 2)]
    public void EveryDeviceMeetsEveryClock(string device, double clock)
    {
        var report = CostModel.Estimate(Kernels.Of(new(16, 6), [.. Formulas]), new() { Device = device, Clock = clock });
        report.EstimatedClock.ShouldBeLessThanOrEqualTo(report.Target.UsableNs + 1e-9);
        report.Rows.ShouldAllBe(row => row.Source == FigureSource.Scaled);
        report.Ns.ShouldBe(report.Cycles * clock, 1e-9);
    }

    // A macro counts as the LUTs that a product just too narrow for it takes.
    private static double Area(CostReport report) => report.Rows.Where(row => row.Index >= 0).Sum(row => row.Lut) + 62 * report.Dsp;

    private static CostReport Cost(Expr formula, int width) => CostModel.Estimate(Kernels.Of(new(width, Math.Min(6, width / 2)), formula));
}
