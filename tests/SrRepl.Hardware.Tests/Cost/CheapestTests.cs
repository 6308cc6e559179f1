using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>The cheapest kernels: every one within the error by emulation, none beaten by another, or an error that says why none.</summary>
public class CheapestTests
{
    private static readonly Dataset Data = new(
    [
        new Column("x0", [.. Enumerable.Range(0, 200).Select(i => -1.9 + i * 0.019)]),
        new Column("x1", [.. Enumerable.Range(0, 200).Select(i => Math.Cos(i))]),
    ]);

    private static readonly Expr Formula = Kernels.X * Kernels.Y + Operators.Sin.Of(Kernels.X);

    private static readonly Lazy<CheapestKernels> Found = new(() => Find(0.02));

    private static double WorstOf(CheapKernel kernel, Expr formula) => Agreement.Worst(kernel.Kernel, [formula], Data).Error;

    private static CheapestKernels Find(double maxError, double? maxLatency = null) =>
        BudgetSearch.Run(Formula, new() { On = Data, MaxError = maxError, MaxLatency = maxLatency, MaxWidth = 16 });

    [Fact]
    public void EveryKernelIsWithinTheErrorWhenItIsEmulatedAgain()
    {
        var kernels = Found.Value;
        kernels.Count.ShouldBeGreaterThan(0);
        foreach (var kernel in kernels)
        {
            var worst = Agreement.Worst(kernel.Kernel, [Formula], Data);
            worst.Error.ShouldBe(kernel.Error);
            worst.Error.ShouldBeLessThanOrEqualTo(0.02);
        }
    }

    [Fact]
    public void NoKernelIsBeatenByAnother()
    {
        var kernels = Found.Value;
        foreach (var kernel in kernels)
            kernels.ShouldNotContain(other => kernel.IsBeatenBy(other));
        kernels.Select(kernel => kernel.Cost.Lut).ShouldBe(kernels.Select(kernel => kernel.Cost.Lut).Order());
    }

    [Fact]
    public void ALooserErrorIsNeverDearer() => Find(0.1)[0].Cost.Lut.ShouldBeLessThanOrEqualTo(Found.Value[0].Cost.Lut);

    [Fact]
    public void TheLatencyIsKept() => Find(0.02, maxLatency: 20).ShouldAllBe(kernel => kernel.Cost.Ns <= 20);

    [Theory]
    [InlineData(1e-9, null)]
    [InlineData(0.02, 1.0)]
    public void WhatIsOutOfReachIsAnError(double maxError, double? maxLatency) =>
        Should.Throw<DiagnosticException>(() => Find(maxError, maxLatency)).Diagnostic.Number.ShouldBe(4207);

    public static TheoryData<Expr> Formulas =>
    [
        Operators.Sin.Of(Kernels.X * Kernels.Y),
        Kernels.X * Kernels.X * Kernels.X - 0.3 * Kernels.Y,
        Operators.Exp.Of(Kernels.Y) / (Kernels.X + 3),
        new Constant(2.5),
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void WhateverTheFormulaIsTheKernelsAreWithinTheErrorAndNoneIsBeaten(Expr formula)
    {
        var kernels = BudgetSearch.Run(formula, new() { On = Data, MaxError = 0.05, MaxWidth = 16 });
        kernels.ShouldAllBe(kernel => WorstOf(kernel, formula) <= 0.05);
        kernels.ShouldAllBe(kernel => !kernels.Any(kernel.IsBeatenBy));
    }

    [Fact]
    public void AWiderTypeThatTakesFewerLutsIsAmongThem()
    {
        // Ten bits are within the error, and a product of ten is in LUTs; one of eleven is a macro.
        var kernels = BudgetSearch.Run(Kernels.X * Kernels.Y, new() { On = Data, MaxError = 0.02 });
        kernels.Select(kernel => kernel.Cost.Dsp).Order().ShouldBe([0, 1]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    public void AWidthThatIsNotTriedIsAnError(int width) =>
        Should.Throw<DiagnosticException>(() => BudgetSearch.Run(Formula, new() { On = Data, MaxError = 0.1, MaxWidth = width })).Diagnostic.Number.ShouldBe(3008);

    [Fact]
    public void WithoutDataThereIsNothingToChooseOn() =>
        Should.Throw<DiagnosticException>(() => BudgetSearch.Run(Formula, new() { MaxError = 0.1 })).Diagnostic.Number.ShouldBe(4206);
}
