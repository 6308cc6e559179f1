using SrRepl.Core;
using SrRepl.Tests;

namespace SrRepl.Search.Tests;

public class RealDataTests
{
    [ReferenceFact]
    public void Telescope_showers_are_told_apart_by_a_short_formula()
    {
        var all = DatasetFile.Read(ReferenceData.File("magic/magic.tsv.gz")).WithTarget("target");
        var (train, test) = Splitting.Split(all, new() { Fraction = 2.0 / 3, Seed = 1 });
        var front = FrontScorer.On(Evolution.Run(train, new() { NIterations = 16, MaxSize = 25, Seed = 1 }), test);
        // Logistic regression reaches 0.841.
        front.Candidates[^1].Auc!.Value.ShouldBeGreaterThan(0.86);
        front.Candidates[^1].Complexity.ShouldBeLessThanOrEqualTo(25);
    }
}
