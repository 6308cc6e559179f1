using FsCheck.Fluent;

namespace SrRepl.Core.Tests;

public sealed class RocTests
{
    [Theory]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 0, 0, 1, 1 }, 1)]
    [InlineData(new double[] { 4, 3, 2, 1 }, new double[] { 0, 0, 1, 1 }, 0)]
    [InlineData(new double[] { 5, 5, 5, 5 }, new double[] { -1, 1, -1, 1 }, 0.5)]
    [InlineData(new double[] { 0.1, 0.4, 0.35, 0.8 }, new double[] { 0, 0, 1, 1 }, 0.75)]
    [InlineData(new double[] { 1, 2, 2, 3 }, new double[] { -1, -1, 1, 1 }, 0.875)]
    public void The_area_is_the_chance_to_rank_rightly(double[] scores, double[] labels, double expected)
    {
        Roc.Auc(scores, labels).ShouldBe(expected, 1e-15);
        Roc.Of(scores, labels).Area.ShouldBe(expected, 1e-15);
    }

    [Fact]
    public void Ranks_curve_and_counting_pairs_agree() => Prop.ForAll(
        Gen.Choose(0, 9).Zip(Gen.Choose(0, 1)).ArrayOf().ToArbitrary(),
        rows =>
        {
            double[] scores = [.. rows.Select(row => (double)row.Item1)];
            double[] labels = [.. rows.Select(row => (double)row.Item2)];
            var pairs = (from i in Enumerable.Range(0, rows.Length)
                         from j in Enumerable.Range(0, rows.Length)
                         where labels[i] == 1 && labels[j] == 0
                         select scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0).ToArray();
            if (pairs.Length == 0)
            {
                Roc.Auc(scores, labels).ShouldBe(double.NaN);
                return;
            }
            Roc.Auc(scores, labels).ShouldBe(pairs.Average(), 1e-12);
            Roc.Of(scores, labels).Area.ShouldBe(pairs.Average(), 1e-12);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_score_that_is_no_number_has_no_area() => Roc.Auc([1, double.NaN], [0, 1]).ShouldBe(double.NaN);

    [Fact]
    public void Accuracy_counts_rows_on_the_right_side() => Roc.Accuracy([-2, 0.5, 0.1, double.NaN], [-1, 1, -1, 1]).ShouldBe(0.5);
}
