using SrRepl.Benchmarks;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>The cost model against every real synthesis run, with every figure and with those of a run, its width or its family left out.</summary>
public class SynthesisAccuracyTests
{
    private static readonly Lazy<SynthesisRun[]> Runs = new(() => [.. SynthesisRuns.Read(ReferenceData.Folder!)]);

    private static readonly Lazy<LeftOut> Without = new(() => new(ReferenceData.Folder!));

    private static readonly Dictionary<string, Func<SynthesisRun, CostTarget>> Targets = new()
    {
        ["nothing"] = _ => CostTarget.Of(null),
        ["run"] = run => Without.Value.Run(run),
        ["width"] = run => Without.Value.Width(run, [.. Runs.Value]),
        ["family"] = run => Without.Value.Family(run, [.. Runs.Value]),
    };

    public static TheoryData<string> Held => [.. Targets.Keys];

    [ReferenceTheory]
    [MemberData(nameof(Held))]
    public void TheMediansStayWithinWhatIsPromised(string leftOut)
    {
        var reports = Runs.Value.Select(run => Estimate(run, leftOut)).ToArray();
        Median(reports.Select((report, i) => Error(report.Lut, Runs.Value[i].Lut))).ShouldBeLessThanOrEqualTo(3);
        Median(reports.Select((report, i) => Error(report.Ff, Runs.Value[i].Ff))).ShouldBeLessThanOrEqualTo(5);
        Median(reports.Select((report, i) => Error(report.Dsp, Runs.Value[i].Dsp))).ShouldBeLessThanOrEqualTo(3);
    }

    [ReferenceTheory]
    [MemberData(nameof(Held))]
    public void TheLatencyIsExactInFourFifthsAndNeverFarOff(string leftOut)
    {
        var off = Runs.Value.Select(run => Math.Abs(Estimate(run, leftOut).Latency - run.Latency)).ToArray();
        off.Count(cycles => cycles == 0).ShouldBeGreaterThanOrEqualTo(off.Length * 8 / 10);
        off.Max().ShouldBeLessThanOrEqualTo(1);
    }

    [ReferenceFact]
    public void BlocksOfMemoryAreCountedExactly() =>
        Runs.Value.Count(run => Estimate(run, "nothing").Bram == run.Bram).ShouldBeGreaterThanOrEqualTo(Runs.Value.Length - 1);

    [ReferenceTheory]
    [InlineData("my-hls-test-nov7-8-4")]
    [InlineData("my-hls-test-nov7-7-4")]
    [InlineData("my-hls-test-nov7-11-7")]
    [InlineData("my-hls-test-nov7-7-6")]
    public void WholePolynomialsAreExactToTheLut(string name)
    {
        var run = Runs.Value.Single(run => run.Name == name);
        var report = Estimate(run, "run");
        report.Lut.ShouldBe(run.Lut);
        report.Dsp.ShouldBe(run.Dsp);
        report.Latency.ShouldBe(run.Latency);
    }

    [ReferenceTheory]
    [InlineData("sin")]
    [InlineData("sincos")]
    public void UserTablesTakeATenthOfTheLutsOfCordicAtSixteenBitsAndTheOrderIsThePapersFromTwelve(string family)
    {
        int[] widths = [12, 14, 16];
        var reports = SynthesisRuns.Families(ReferenceData.Folder!, [.. widths.Select(width => new FixedType(width, 6))])
            .Where(one => one.Family == family).ToDictionary(one => (one.Tables, one.Kernel.Type.Width), one => CostModel.Estimate(one.Kernel));
        foreach (var width in widths)
        {
            var (cordic, octants, tables) = (reports[("nonlut", width)], reports[("lut", width)], reports[("userlut", width)]);
            cordic.Lut.ShouldBeGreaterThan(octants.Lut);
            octants.Lut.ShouldBeGreaterThan(tables.Lut);
            cordic.Cycles.ShouldBeGreaterThan(octants.Cycles);
            octants.Cycles.ShouldBeGreaterThan(tables.Cycles);
        }
        reports[("nonlut", 16)].Lut.ShouldBeGreaterThanOrEqualTo(10 * reports[("userlut", 16)].Lut);
    }

    [ReferenceFact]
    public void PolynomialsTakeMoreLutsRegistersAndMacrosWithEveryTwoBits()
    {
        var reports = SynthesisRuns.Families(ReferenceData.Folder!, [.. new[] { 10, 12, 14, 16, 18 }.Select(width => new FixedType(width, 6))])
            .Where(one => one.Family == "poly").Select(one => CostModel.Estimate(one.Kernel)).ToArray();
        foreach (var (narrow, wide) in reports.Zip(reports.Skip(1)))
        {
            wide.Dsp.ShouldBeGreaterThan(narrow.Dsp);
            wide.Ff.ShouldBeGreaterThan(narrow.Ff);
            wide.Lut.ShouldBeGreaterThan(narrow.Lut);
        }
    }

    [ReferenceFact]
    public void CordicGrowsWithTheWidthInAreaAndTime()
    {
        var runs = Runs.Value.Where(run => run.Family == "sin nonlut").OrderBy(run => run.Kernel.Type.Width).ToArray();
        foreach (var (narrow, wide) in runs.Zip(runs.Skip(1)))
        {
            Estimate(wide, "nothing").Lut.ShouldBeGreaterThan(Estimate(narrow, "nothing").Lut);
            Estimate(wide, "nothing").Latency.ShouldBeGreaterThanOrEqualTo(Estimate(narrow, "nothing").Latency);
        }
    }

    private static CostReport Estimate(SynthesisRun run, string leftOut) => CostModel.EstimateOn(Targets[leftOut](run), run.Kernel);

    private static double Error(int model, int real) => model == real ? 0 : 100.0 * Math.Abs(model - real) / Math.Max(1, real);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
