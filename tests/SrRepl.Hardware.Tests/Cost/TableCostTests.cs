using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>What tables cost: the module that synthesis reported, and the memory beside it.</summary>
public class TableCostTests
{
    private static CostReport Cost(int width, int size, double from = -8, double to = 8) =>
        CostModel.Estimate(Kernels.Of(new(width, 6), new TableOperator("sin_lut", Operators.Sin, from, to, size).Of(Kernels.X)));

    [Theory]
    [InlineData(12, 69)]
    [InlineData(14, 115)]
    [InlineData(16, 117)]
    public void HlsFourMlsTableOf1024EntriesIsExactToTheLut(int width, int lut)
    {
        var report = Cost(width, 1024);
        report.Rows.Single(row => row.Core == "table").Lut.ShouldBe(lut);
        report.Bram.ShouldBe(1);
        report.Cycles.ShouldBe(1);
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(2048, 2)]
    [InlineData(4096, 3)]
    public void BlocksOfMemoryGrowWithTheTable(int size, int blocks) => Cost(16, size).Bram.ShouldBe(blocks);

    [Theory]
    [InlineData(12, 2, 1)]
    [InlineData(12, 10, 5)]
    [InlineData(12, 17, 17)]
    [InlineData(14, 10, 10)]
    public void AMemoryHasTwoPortsWhereItsFunctionIsInlined(int width, int calls, int blocks)
    {
        var table = new TableOperator("sin_lut", Operators.Sin, -8, 8, 1024);
        Expr[] reads = [.. Enumerable.Range(0, calls).Select(i => table.Of(new Variable($"x{i}")))];
        CostModel.Estimate(Kernels.Of(new(width, 6), [.. reads])).Bram.ShouldBe(blocks);
    }

    [Fact]
    public void TwoInlinedTablesOfOneArgumentShareTheirAddress()
    {
        TableOperator[] tables = [new("sin_lut", Operators.Sin, -8, 8, 1024), new("cos_lut", Operators.Cos, -8, 8, 1024)];
        var report = CostModel.Estimate(Kernels.Of(new(12, 6), [.. tables.Select(table => table.Of(Kernels.X))]));
        (report.Rows.Where(row => row.Core == "table").Sum(row => row.Lut), report.Bram).ShouldBe((69, 2));
    }

    [Fact]
    public void ASmallTableStaysInLuts() => Cost(16, 128).Bram.ShouldBe(0);
}
