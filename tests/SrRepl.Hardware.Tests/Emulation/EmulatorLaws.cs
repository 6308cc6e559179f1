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

    private static readonly Gen<(Expr Formula, FixedType Type)> Polynomials =
        from size in Gen.Choose(4, 40)
        from formula in Polynomial(size)
        from width in Gen.Choose(4, 40)
        from integer in Gen.Choose(-2, width)
        from signed in Gen.Elements(true, true, false)
        select (formula, new FixedType(width, integer, signed));

    private static Gen<Expr> Polynomial(int size) => size <= 1
        ? RandomFormulas.Formulas(1)
        : from op in Gen.Elements<Operator>(Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Multiply, Operators.Negate)
          from share in Gen.Choose(1, size - 1)
          from a in Polynomial(share)
          from b in Polynomial(size - share)
          select op == Operators.Negate ? -(a * b) : op.Of(a, b);

    [Fact]
    public void TheFastPathGivesTheBitsOfTheWideOne() =>
        Prop.ForAll(Cases.ToArbitrary(), pair => RandomFormulas.Kernel(pair.Formula, pair.Type) is not { } kernel
            || Emulator.Run(kernel, RandomFormulas.Data).Columns[0].ToArray()
                .SequenceEqual(Emulator.RunWide(kernel, RandomFormulas.Data).Columns[0].ToArray())).QuickCheckThrowOnFailure();

    // Products of many factors, cut off and wrapped around in the end as hls4ml does: only their low bits are computed.
    [Fact]
    public void LowBitsGiveTheBitsOfTheWideOne() =>
        Prop.ForAll(Polynomials.ToArbitrary(), pair => RandomFormulas.Kernel(pair.Formula, pair.Type) is not { } kernel
            || Emulator.Run(kernel, RandomFormulas.Data).Columns[0].ToArray()
                .SequenceEqual(Emulator.RunWide(kernel, RandomFormulas.Data).Columns[0].ToArray())).QuickCheckThrowOnFailure();

    // Fraction bits of all factors together, less those cut off, and the type's own: what must fit 126.
    [Theory]
    [InlineData(16, 6, 12, true)]
    [InlineData(16, 6, 13, false)]
    [InlineData(40, 36, 22, true)]
    [InlineData(24, 8, 7, true)]
    [InlineData(24, 8, 8, false)]
    public void AProductIsFastAsFarAsItsLowBitsFit(int width, int integer, int factors, bool fast)
    {
        var (x, y) = (new Variable("x"), new Variable("y"));
        var product = Enumerable.Range(1, factors - 1).Aggregate((Expr)x, (left, i) => left * (i % 2 == 0 ? x : y));
        var kernel = RandomFormulas.Kernel(product, new(width, integer))!;
        Emulator.IsFast(kernel).ShouldBe(fast);
        Emulator.Run(kernel, RandomFormulas.Data).Columns[0].ToArray().ShouldBe(Emulator.RunWide(kernel, RandomFormulas.Data).Columns[0].ToArray());
    }

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
