using FsCheck.Fluent;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class EmulatorLaws
{
    private static readonly Gen<(Expr Formula, FixedType Type)> Cases =
        from size in Gen.Choose(1, 10)
        from formula in RandomFormulas.Formulas(size)
        from type in RandomFormulas.Types
        select (formula, type);

    [Fact]
    public void TheFastPathGivesTheBitsOfTheWideOne() =>
        Prop.ForAll(Cases.ToArbitrary(), pair => RandomFormulas.Kernel(pair.Formula, pair.Type) is not { } kernel
            || Emulator.Run(kernel, RandomFormulas.Data).Columns[0].ToArray()
                .SequenceEqual(Emulator.RunWide(kernel, RandomFormulas.Data).Columns[0].ToArray())).QuickCheckThrowOnFailure();

    [Fact]
    public void NoValueLeavesItsProvenRange() =>
        Prop.ForAll(Cases.ToArbitrary(), pair => RandomFormulas.Kernel(pair.Formula, pair.Type) is not { } kernel
            || RangeAnalysis.Report(kernel, RandomFormulas.Data).Rows.All(row => row.Proven.Contains(row.Observed) && row.Operation.Range.Contains(row.Observed)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void MoreFractionBitsNeverWorsenASum()
    {
        var sum = new Variable("x") + new Variable("y") * 1 + new Constant(1.7);
        var errors = Enumerable.Range(4, 20).Select(fraction =>
        {
            var kernel = RandomFormulas.Kernel(sum, new(fraction + 8, 8))!;
            return Agreement.Worst(kernel, [sum], RandomFormulas.Data).Error;
        }).ToArray();
        for (var i = 2; i < errors.Length; i++)
            errors[i].ShouldBeLessThan(errors[i - 2]);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WhatIsNoNumberIsNamedByRowAndColumn(double value)
    {
        var data = new Dataset([new Column("x", Enumerable.Range(0, 300).Select(i => i == 200 ? value : i / 16.0).ToArray())]);
        var kernel = Quantizer.Quantize([new Variable("x") * 2]);
        var error = Should.Throw<DiagnosticException>(() => Emulator.Run(kernel, data)).Diagnostic;
        error.Number.ShouldBe(4020);
        error.Message.ShouldContain("row 201 of column `x`");
    }

    [Fact]
    public void ADivisionByZeroIsNamedByItsRow()
    {
        var data = new Dataset([new Column("x", [1.0, 2, 0.0001, 4])]);
        var kernel = Quantizer.Quantize([1 / new Variable("x")]);
        Should.Throw<DiagnosticException>(() => Emulator.Run(kernel, data)).Diagnostic.Message.ShouldContain("row 3");
    }

    [Fact]
    public void AMissingColumnIsAnError() =>
        Should.Throw<DiagnosticException>(() => Emulator.Run(Quantizer.Quantize([new Variable("z")]), RandomFormulas.Data)).Diagnostic.Number.ShouldBe(1001);

    [Fact]
    public void AgreementNamesTheWorstRow()
    {
        var x = new Variable("x");
        var data = new Dataset([new Column("x", [1.0, 1.001, 40])]);
        var worst = Agreement.Worst(Quantizer.Quantize([x + 0.5]), [x + 0.5], data);
        (worst.Row, worst.Output).ShouldBe((3, "y0"));
        worst.Error.ShouldBe(64, 0.01);
    }
}
