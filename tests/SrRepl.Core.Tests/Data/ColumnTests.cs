using FsCheck.Fluent;

namespace SrRepl.Core.Tests;

public sealed class ColumnTests
{
    [Theory]
    [InlineData("single", 4)]
    [InlineData("six digits", 4)]
    [InlineData("printed single", 4)]
    [InlineData("double", 8)]
    public void Takes_as_few_bytes_as_the_numbers_allow_and_gives_each_back(string kind, int bytesEach)
    {
        var random = new Xoshiro256(6);
        double[] values = [.. Enumerable.Range(0, 50_000).Select(_ => kind switch
        {
            "single" => (double)(float)random.NextGaussian(),
            "six digits" => double.Parse((random.NextGaussian() * Math.Pow(10, random.NextInt(8) - 4)).ToString("G6")),
            "printed single" => double.Parse(((float)random.NextGaussian()).ToString("R")),
            _ => random.NextGaussian(),
        })];
        var column = ColumnBuilder.ColumnOf("x", values);
        column.Bytes.ShouldBe(values.Length * bytesEach);
        column.ToArray().ShouldBe(values);
        for (var row = 0; row < values.Length; row += 997)
            column[row].ShouldBe(values[row]);
        var singles = new float[values.Length];
        column.CopyTo(0, singles);
        singles.ShouldBe(values.Select(value => (float)value));
    }

    [Fact]
    public void Gives_back_any_numbers_bit_for_bit() => Prop.ForAll(
        ArbMap.Default.ArbFor<double[]>(),
        values => ColumnBuilder.ColumnOf("x", values).ToArray().Select(BitConverter.DoubleToInt64Bits).SequenceEqual(values.Select(BitConverter.DoubleToInt64Bits)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Copies_runs_across_blocks()
    {
        double[] values = [.. Enumerable.Range(0, 40_000).Select(i => i + 0.1)];
        foreach (var column in new[] { new Column("x", values), ColumnBuilder.ColumnOf("x", values) })
        {
            var run = new double[20_000];
            column.CopyTo(10_001, run);
            run.ShouldBe(values[10_001..30_001]);
            column.Rows([39_999, 0, 16_384]).ToArray().ShouldBe([39_999.1, 0.1, 16_384.1]);
            column.Named("y").Name.ShouldBe("y");
        }
    }

    [Fact]
    public void Sums_up_without_losing_a_small_spread_on_a_large_mean()
    {
        var summary = new Column("x", [1e9 + 1, 1e9 + 2, 1e9 + 3]).Summary;
        summary.ShouldBe(new ColumnSummary(1e9 + 1, 1e9 + 3, 1e9 + 2, Math.Sqrt(2.0 / 3)));
    }
}
