using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Formulas as hls4ml writes them: where signs stand, and which products a polynomial is made of.</summary>
public class Hls4mlTextTests
{
    private static readonly FixedType Type = new(8, 4);

    private static Kernel Quantized(Expr formula) =>
        Quantizer.Quantize([formula], new() { Type = Type, Mode = QuantizeMode.Hls4ml, Simplify = false });

    [Fact]
    public void AConstantTakenAwayIsANegativeOneAdded() =>
        Hls4mlText.Of(Kernels.X - 0.3).ShouldBe(Kernels.X + new Constant(-0.3));

    [Fact]
    public void TheSignOfAFactorStandsBeforeIt() =>
        Hls4mlText.Of(-0.3 * Kernels.X * Kernels.Y).ShouldBe(Operators.Negate.Of(new Constant(0.3)) * Kernels.X * Kernels.Y);

    [Fact]
    public void AFactorThatIsCutToZeroTakesItsTermAwayWhateverItsSign() =>
        CostModel.Estimate(Quantized(-0.01 * Kernels.X * Kernels.Y + Kernels.X)).Rows.ShouldNotContain(row => row.Core == "multiply");

    [Fact]
    public void APowerInAPolynomialIsSoManyFactors()
    {
        Hls4mlText.Of(0.5 * Kernels.X * Operators.Power.Of(Kernels.Y, 2)).ShouldBe(0.5 * Kernels.X * Kernels.Y * Kernels.Y);
        var withSine = Operators.Sin.Of(Kernels.X) * Operators.Power.Of(Kernels.Y, 2);
        Hls4mlText.Of(withSine).ShouldBe(withSine);
    }

    [Fact]
    public void TheInputOfNumberedColumnsIsAnArrayUpToTheHighest()
    {
        var formula = new Variable("x3") * 1.0 + new Variable("x15");
        CostModel.Estimate(Quantized(formula)).Rows[^1].ShouldSatisfyAllConditions(
            row => row.Operation.ShouldBe("control, port x[16]"),
            row => row.Ff.ShouldBe(16 * Type.Width + 2));
        CostModel.Estimate(Quantized(new Variable("mass") + new Variable("x15"))).Rows[^1].Operation.ShouldBe("control, ports");
    }

    [Fact]
    public void AQuotientByAConstantIsAProductWithItsReciprocal()
    {
        Hls4mlText.Of(Kernels.X / 4).ShouldBe(0.25 * Kernels.X);
        Hls4mlText.Of(Kernels.X / -4).ShouldBe(Operators.Negate.Of(new Constant(0.25)) * Kernels.X);
        Hls4mlText.Of(Kernels.X / Kernels.Y).ShouldBe(Kernels.X / Kernels.Y);
    }
}
