using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class TypedQuantizationTests
{
    private static readonly Variable X = new("x");
    private static readonly Variable Y = new("y");

    private static readonly Expr[] Formulas =
    [
        X * X + 2.5 * Y - 0.5,
        0.34 * Y - Operators.Exp.Of(-((X - 0.9) * (X - 0.9))),
        X / (Y * Y + 1),
        Operators.Sin.Of(X) * Operators.Tanh.Of(Y) / 3,
        Operators.Log.Of(X * X + 1) + Operators.Sqrt.Of(Operators.Abs.Of(Y)),
        Operators.IfElse.Of(X - Y, X * 0.7, Operators.Square.Of(Y)),
    ];

    private static readonly Dataset Data = new(
    [
        new Column("x", [.. Enumerable.Range(0, 900).Select(i => Math.Sin(i * 1.7) * 3)]),
        new Column("y", [.. Enumerable.Range(0, 900).Select(i => Math.Cos(i * 2.3) * i / 300)]),
    ]);

    public static TheoryData<int, double> Cases()
    {
        var cases = new TheoryData<int, double>();
        for (var i = 0; i < Formulas.Length; i++)
            cases.Add(i, i % 2 == 0 ? 0.1 : 0.01);
        return cases;
    }

    [Fact]
    public void QuantizingStopsWhileItStillSimplifies() =>
        Should.Throw<OperationCanceledException>(() => Quantizer.Quantize([Formulas[0]], new() { Type = new(16, 6) }, new(canceled: true)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheErrorStaysWithinItsBoundOnEveryRow(int index, double maxError)
    {
        var kernel = Quantizer.Quantize([Formulas[index]], new() { On = Data, MaxError = maxError });
        Agreement.Worst(kernel, [Formulas[index]], Data).Error.ShouldBeLessThanOrEqualTo(maxError);
    }

    [Fact]
    public void TypesPerNodeCostLessThanOneType()
    {
        var formula = Formulas[0];
        var oneType = Enumerable.Range(6, 20).Select(width => Quantizer.Quantize([formula], new() { Type = new(width, 6) }))
            .First(kernel => Agreement.Worst(kernel, [formula], Data).Error <= 0.01);
        var typed = Quantizer.Quantize([formula], new() { On = Data, MaxError = 0.01 });
        CostModel.Estimate(typed).Lut.ShouldBeLessThanOrEqualTo(CostModel.Estimate(oneType).Lut);
    }

    [Fact]
    public void TheErrorHoldsOnRowsThatWereHeldBack()
    {
        var random = new Xoshiro256(5);
        var (train, test) = (Uniform(500), Uniform(3000));
        foreach (var formula in new[] { Formulas[0], Formulas[1], Formulas[5] })
            Agreement.Worst(Quantizer.Quantize([formula], new() { On = train, MaxError = 0.02 }), [formula], test).Error.ShouldBeLessThanOrEqualTo(0.02);

        Dataset Uniform(int rows) => new(
        [
            new Column("x", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble(-2, 2))]),
            new Column("y", [.. Enumerable.Range(0, rows).Select(_ => random.NextDouble(-2, 2))]),
        ]);
    }

    [Fact]
    public void AQuotientCostsNoMoreThanInOneType()
    {
        var typed = Quantizer.Quantize([Formulas[2]], new() { On = Data, MaxError = 0.02 });
        var oneType = Enumerable.Range(6, 20).Select(width => Quantizer.Quantize([Formulas[2]], new() { Type = new(width, 4) }))
            .First(kernel => Agreement.Worst(kernel, [Formulas[2]], Data).Error <= 0.018);
        CostModel.Estimate(typed).Lut.ShouldBeLessThanOrEqualTo(CostModel.Estimate(oneType).Lut);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void AProvenErrorHoldsBetweenTheRowsToo(int index)
    {
        var kernel = Quantizer.Quantize([Formulas[index]], new() { On = Data, MaxError = 0.02, Proven = true });
        var bound = ErrorAnalysis.Of(kernel)[0];
        bound.IsProven.ShouldBeTrue();
        bound.Worst.ShouldBeLessThanOrEqualTo(0.02);
        var random = new Xoshiro256(3);
        double[] Between(string name) => [.. Enumerable.Range(0, 3000).Select(_ => random.NextDouble(Data[name].Summary.Min, Data[name].Summary.Max))];
        var corners = new Dataset([new Column("x", Between("x")), new Column("y", Between("y"))]);
        Agreement.Worst(kernel, [Formulas[index]], corners).Error.ShouldBeLessThanOrEqualTo(bound.Worst);
    }

    [Fact]
    public void AnErrorThatNothingProvesIsAnError() =>
        Should.Throw<DiagnosticException>(() => Quantizer.Quantize([Operators.Mod.Of(X, 2)], new() { On = Data, MaxError = 1, Proven = true })).Diagnostic.Number.ShouldBe(4033);

    [Fact]
    public void ThePortsKeepTheTypeThatIsGiven()
    {
        var type = new FixedType(18, 8);
        var kernel = Quantizer.Quantize([Formulas[1]], new() { On = Data, MaxError = 0.01, Type = type });
        kernel.Inputs.ShouldAllBe(input => input.Type == type);
        kernel.Operations[kernel.Outputs[0].Operation].Type.Plain.ShouldBe(type);
    }

    [Fact]
    public void AnErrorOutOfReachIsAnError() =>
        Should.Throw<DiagnosticException>(() => Quantizer.Quantize([Formulas[0]], new() { On = Data, MaxError = 1e-15 })).Diagnostic.Number.ShouldBe(4026);

    [Fact]
    public void TypesPerNodeNeedDataAndAnError() =>
        Should.Throw<DiagnosticException>(() => Quantizer.Quantize([Formulas[0]], new() { MaxError = 0.1 })).Diagnostic.Number.ShouldBe(4027);

    [Fact]
    public void ADivisionThatMeetsZeroSaturates()
    {
        var data = new Dataset([new Column("x", [.. Enumerable.Range(1, 64).Select(i => i / 8.0)])]);
        var kernel = Quantizer.Quantize([1 / X], new() { On = data, MaxError = 0.01, Type = new(16, 6) });
        var zero = Emulator.Run(kernel, new([new Column("x", [0.0])]));
        zero.Columns[0][0].ShouldBeGreaterThan(7.9);
    }
}
