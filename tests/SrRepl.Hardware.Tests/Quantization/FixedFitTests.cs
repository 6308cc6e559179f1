using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class FixedFitTests
{
    private static readonly Variable X = new("x");

    private static readonly Dataset Data = new(
        [new Column("x", [.. Enumerable.Range(0, 300).Select(i => Math.Sin(i * 1.7))]), new Column("y", [.. Enumerable.Range(0, 300).Select(i => Target(Math.Sin(i * 1.7)))])])
    { Features = ["x"], Target = "y" };

    private static readonly Expr Formula = 0.83 * X * X - 0.37 * X + 0.21 * X * X * X;

    [Fact]
    public void TheBestQuantizedConstantsAreNotTheBestOnesRounded()
    {
        var type = new FixedType(7, 2);
        var truncated = Quantizer.Quantize([Formula], new() { Type = type, Simplify = false });
        Expr rounded = Round(0.83) * X * X - Round(0.37) * X + Round(0.21) * X * X * X;
        var nearest = Quantizer.Quantize([rounded], new() { Type = type, Simplify = false });
        var fitted = FixedFit.Fit(truncated, Data, LossOn);
        Loss(fitted).ShouldBeLessThan(0.8 * Loss(truncated));
        Loss(fitted).ShouldBeLessThan(0.95 * Loss(nearest));
        fitted.Type.ShouldBe(type);

        static double Round(double value) => Math.Round(value * 32) / 32;
    }

    [Theory]
    [InlineData("ap_fixed<6,2>")]
    [InlineData("ap_fixed<12,3>")]
    [InlineData("ap_fixed<9,2,AP_RND,AP_SAT>")]
    public void ItIsNeverWorseAndMadeAgainByItsFormula(string type)
    {
        var kernel = Quantizer.Quantize([Formula], new() { Type = FixedType.Parse(type) });
        var fitted = FixedFit.Fit(kernel, Data, LossOn);
        Loss(fitted).ShouldBeLessThanOrEqualTo(Loss(kernel));
        Quantizer.Quantize([.. fitted.Formulas], fitted.Options).ToString().ShouldBe(fitted.ToString());
    }

    [Fact]
    public void TypesPerNodeAreFittedToo()
    {
        var kernel = Quantizer.Quantize([Formula], new() { On = Data, MaxError = 0.06 });
        Loss(FixedFit.Fit(kernel, Data, LossOn)).ShouldBeLessThanOrEqualTo(Loss(kernel));
    }

    [Fact]
    public void AKernelWithoutAFormulaHasNothingToFit() =>
        Should.Throw<DiagnosticException>(() => FixedFit.Fit(Quantizer.Quantize([Formula]) with { Formulas = [] }, Data, LossOn)).Diagnostic.Number.ShouldBe(4030);

    private static double Target(double x) => 0.83 * x * x - 0.37 * x + 0.21 * x * x * x;

    private static double Loss(Kernel kernel) => LossOn(Data)(Emulator.Run(kernel, Data).Columns);

    private static Func<ImmutableArray<Column>, double> LossOn(Dataset data) => outputs =>
        Enumerable.Range(0, data.Rows).Average(row => Math.Pow(outputs[0][row] - data["y"][row], 2));
}
