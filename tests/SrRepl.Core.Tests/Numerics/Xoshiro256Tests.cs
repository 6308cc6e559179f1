namespace SrRepl.Core.Tests;

public sealed class Xoshiro256Tests
{
    [Fact]
    public void A_seed_gives_the_same_numbers_for_ever()
    {
        // Computed by another implementation of xoshiro256** and SplitMix64, in Python.
        ulong[] expected = [0xDB98A6B9B81A8D77, 0x06AF0E01E40405D1, 0x6D48451159C17972];
        var random = new Xoshiro256(42);
        expected.Select(_ => random.NextBits()).ShouldBe(expected);
    }

    [Fact]
    public void Numbers_are_even_over_their_range()
    {
        var random = new Xoshiro256(1);
        double[] values = [.. Enumerable.Range(0, 100_000).Select(_ => random.NextDouble())];
        values.Min().ShouldBeGreaterThanOrEqualTo(0);
        values.Max().ShouldBeLessThan(1);
        // Ten bins of 10,000: six deviations of sqrt(9,000).
        foreach (var bin in values.GroupBy(value => (int)(value * 10)))
            bin.Count().ShouldBeInRange(9_430, 10_570);
    }

    [Fact]
    public void Whole_numbers_are_even_over_any_bound()
    {
        var random = new Xoshiro256(2);
        foreach (var count in Enumerable.Range(0, 70_000).GroupBy(_ => random.NextInt(7)).Select(group => group.Count()))
            count.ShouldBeInRange(9_430, 10_570);
    }

    [Fact]
    public void The_normal_distribution_has_mean_0_and_deviation_1()
    {
        var random = new Xoshiro256(3);
        var summary = new Column("x", [.. Enumerable.Range(0, 100_000).Select(_ => random.NextGaussian())]).Summary;
        summary.Mean.ShouldBe(0, 0.02);
        summary.Deviation.ShouldBe(1, 0.02);
        summary.Max.ShouldBeInRange(3.5, 6);
    }

    [Fact]
    public void Streams_of_one_seed_differ() =>
        new Xoshiro256(1, 0).NextBits().ShouldNotBe(new Xoshiro256(1, 1).NextBits());

    [Fact]
    public void A_shuffle_loses_nothing()
    {
        int[] items = [.. Enumerable.Range(0, 100)];
        new Xoshiro256(4).Shuffle<int>(items);
        items.ShouldNotBe(Enumerable.Range(0, 100));
        items.Order().ShouldBe(Enumerable.Range(0, 100));
    }
}
