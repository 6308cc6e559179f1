using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

public class TableTests
{
    private static readonly Variable X = new("x");

    [Theory]
    [InlineData(-3, 3, 512, "the slope is wrong")]
    [InlineData(-16, 15, 16, "index always 0")]
    [InlineData(0, 1, 4096, "all entries equal")]
    [InlineData(-1, 1, 3, "drift")]
    public void ADefectOfHls4mlIsNamed(double from, double to, int size, string words)
    {
        var kernel = Quantizer.Quantize([new TableOperator("sin_lut", Operators.Sin, from, to, size).Of(X)]);
        kernel.Warnings.ShouldContain(warning => warning.Contains(words) && warning.Contains("sin_lut"));
    }

    [Fact]
    public void ARangeThatWrapsIsRefused() =>
        Should.Throw<DiagnosticException>(() => Quantizer.Quantize([new TableOperator("sin_lut", Operators.Sin, -16, 16, 512).Of(X)]))
            .Diagnostic.Number.ShouldBe(4012);

    [Fact]
    public void AGoodTableWarnsOfNothing() =>
        Quantizer.Quantize([new TableOperator("sin_lut", Operators.Sin, -8, 8, 256).Of(X)]).Warnings.ShouldBeEmpty();

    [Theory]
    [InlineData(1, 0, 10, 4008)]
    [InlineData(0, double.PositiveInfinity, 10, 4008)]
    [InlineData(0, 1, 1, 4009)]
    [InlineData(0, 1, 70000, 4009)]
    public void AnImpossibleTableIsRefused(double from, double to, int size, int number) =>
        Should.Throw<DiagnosticException>(() => new TableOperator("t", Operators.Sin, from, to, size)).Diagnostic.Number.ShouldBe(number);

    [Fact]
    public void ATableIsOfOneArgument() =>
        Should.Throw<DiagnosticException>(() => new TableOperator("t", Operators.Add, 0, 1, 8)).Diagnostic.Number.ShouldBe(4011);

    [Fact]
    public void InDoublePrecisionItHasTheChipsIndexRule()
    {
        var table = new TableOperator("t", Operators.Exp, -4, 4, 1024);
        table.Evaluate([0.0]).ShouldBe(1);
        table.Evaluate([0.0077]).ShouldBe(1);
        table.Evaluate([0.0079]).ShouldBe(Math.Exp(8.0 / 1024));
        table.Evaluate([-100]).ShouldBe(Math.Exp(-4));
        table.Evaluate([100]).ShouldBe(table.Entries[1023]);
        double.IsNaN(table.Evaluate([double.NaN])).ShouldBeTrue();
    }

    [Theory]
    [InlineData(false, false, Symmetry.None, 0.02)]
    [InlineData(true, false, Symmetry.None, 0.011)]
    [InlineData(true, false, Symmetry.Odd, 0.011)]
    [InlineData(false, true, Symmetry.None, 0.002)]
    [InlineData(false, true, Symmetry.Odd, 0.002)]
    public void OurOwnTablesFollowTheFunction(bool midpoint, bool interpolate, Symmetry symmetry, double within)
    {
        var type = new FixedType(18, 4);
        var table = new TableOperator("t", Operators.Sin, symmetry == Symmetry.None ? -3 : 0, 3, 300)
        {
            Sampling = midpoint ? Sampling.Midpoint : Sampling.LeftEdge,
            Interpolate = interpolate,
            Symmetry = symmetry,
            EntryType = new(16, 2),
        };
        var kernel = Quantizer.Quantize([table.Of(X)], new() { Type = type });
        var data = new Dataset([new Column("x", Enumerable.Range(-3000, 6001).Select(i => i / 1001.0).ToArray())]);
        Agreement.Worst(kernel, [Operators.Sin.Of(X)], data).Error.ShouldBeLessThan(within);
        // Against itself in double precision an argument cut off just below a step may take the entry before.
        Agreement.Worst(kernel, [table.Of(X)], data).Error.ShouldBeLessThan(2 * within);
    }

    [Theory]
    [InlineData("sin", Symmetry.Odd)]
    [InlineData("cos", Symmetry.Even)]
    [InlineData("exp", Symmetry.None)]
    [InlineData("gauss", Symmetry.Even)]
    public void ADesignedTableIsSmallAndWithinItsError(string function, Symmetry symmetry)
    {
        var op = Operators.Find(function)!;
        var data = new Dataset([new Column("x", Enumerable.Range(-200, 401).Select(i => i / 101.0).ToArray())]);
        foreach (var maxError in new[] { 0.05, 0.005, 0.0005 })
        {
            var table = TableMaker.Make(op, new() { On = data, MaxError = maxError });
            table.Symmetry.ShouldBe(symmetry);
            table.Size.ShouldBeLessThanOrEqualTo(1024);
            var kernel = Quantizer.Quantize([table.Of(X)], new() { Type = new(24, 8) });
            Agreement.Worst(kernel, [op.Of(X)], data).Error.ShouldBeLessThan(maxError + 1e-3 * maxError + 0.0001);
        }
    }

    [Fact]
    public void AnErrorThatNoTableReachesIsAnError() =>
        Should.Throw<DiagnosticException>(() => TableMaker.Make(Operators.Sign, new() { From = -1.1, To = 1, MaxError = 0.01, Interpolate = true })).Diagnostic.Number.ShouldBe(4013);

    [Fact]
    public void ATableIsWrittenByItsNameAndEqualInAllItsParts()
    {
        var table = TableMaker.Make(Operators.Sin, new() { Size = 256 });
        table.Named("sinL").Of(X).ToString().ShouldBe("sinL(x)");
        table.ShouldBe(TableMaker.Make(Operators.Sin, new() { Size = 256, From = -8, To = 8 }));
        table.ShouldNotBe(table.Named("sinL"));
    }
}
