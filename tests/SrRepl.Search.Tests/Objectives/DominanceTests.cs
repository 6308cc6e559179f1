namespace SrRepl.Search.Tests;

public class DominanceTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_front_is_free_of_domination_and_the_next_is_dominated_by_it(int seed)
    {
        var random = new Random(seed);
        var points = Enumerable.Range(0, 40).Select(_ => Enumerable.Range(0, 3).Select(_ => (double)random.Next(6)).ToArray()).ToArray();
        var ranks = Dominance.Rank(points);
        for (var i = 0; i < points.Length; i++)
        {
            var above = Enumerable.Range(0, points.Length).Where(j => Dominance.Dominates(points[j], points[i])).ToArray();
            ranks[i].Rank.ShouldBe(above.Length == 0 ? 0 : 1 + above.Max(j => ranks[j].Rank));
        }
    }

    [Fact]
    public void The_ends_of_a_front_are_never_crowded()
    {
        var crowding = Dominance.Crowding([[0, 9], [1, 5], [2, 4.9], [9, 0]]);
        crowding[0].ShouldBe(double.PositiveInfinity);
        crowding[3].ShouldBe(double.PositiveInfinity);
        crowding[2].ShouldBeGreaterThan(crowding[1]);
    }
}
