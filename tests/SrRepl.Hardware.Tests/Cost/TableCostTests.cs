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

    [Fact]
    public void ASmallTableStaysInLuts() => Cost(16, 128).Bram.ShouldBe(0);
}
