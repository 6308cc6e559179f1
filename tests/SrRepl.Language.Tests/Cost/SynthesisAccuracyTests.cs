using SrRepl.Benchmarks;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>The cost model against every real synthesis run, with each run's own module figures and without them.</summary>
public class SynthesisAccuracyTests
{
    private static readonly Lazy<SynthesisRun[]> Runs = new(() => [.. SynthesisRuns.Read(ReferenceData.Folder!)]);

    [ReferenceTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheMediansStayWithinWhatIsPromised(bool leftOut)
    {
        var reports = Runs.Value.Select(run => Estimate(run, leftOut)).ToArray();
        Median(reports.Select((report, i) => Error(report.Lut, Runs.Value[i].Lut))).ShouldBeLessThanOrEqualTo(3);
        Median(reports.Select((report, i) => Error(report.Ff, Runs.Value[i].Ff))).ShouldBeLessThanOrEqualTo(5);
        Median(reports.Select((report, i) => Error(report.Dsp, Runs.Value[i].Dsp))).ShouldBeLessThanOrEqualTo(3);
    }

    [ReferenceTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void TheLatencyIsExactInFourFifthsAndNeverFarOff(bool leftOut)
    {
        var off = Runs.Value.Select(run => Math.Abs(Estimate(run, leftOut).Latency - run.Latency)).ToArray();
        off.Count(cycles => cycles == 0).ShouldBeGreaterThanOrEqualTo(off.Length * 8 / 10);
        off.Max().ShouldBeLessThanOrEqualTo(1);
    }

    [ReferenceFact]
    public void BlocksOfMemoryAreCountedExactly() =>
        Runs.Value.Count(run => Estimate(run, leftOut: false).Bram == run.Bram).ShouldBeGreaterThanOrEqualTo(Runs.Value.Length - 1);

    [ReferenceTheory]
    [InlineData("my-hls-test-nov7-8-4")]
    [InlineData("my-hls-test-nov7-7-4")]
    [InlineData("my-hls-test-nov7-11-7")]
    [InlineData("my-hls-test-nov7-7-6")]
    public void WholePolynomialsAreExactToTheLut(string name)
    {
        var run = Runs.Value.Single(run => run.Name == name);
        var report = Estimate(run, leftOut: true);
        report.Lut.ShouldBe(run.Lut);
        report.Dsp.ShouldBe(run.Dsp);
        report.Latency.ShouldBe(run.Latency);
    }

    [ReferenceFact]
    public void UserTablesTakeATenthOfTheLutsOfCordicAtSixteenBits()
    {
        var tables = Lut("hls-feb23-sin-userlut-ap_fixed<16,6>");
        var octants = Lut("hls-feb23-sin-lut-ap_fixed<16,6>");
        var cordic = Lut("hls-feb23-sin-nonlut-ap_fixed<16,6>");
        cordic.ShouldBeGreaterThan(octants);
        octants.ShouldBeGreaterThan(tables);
        cordic.ShouldBeGreaterThanOrEqualTo(10 * tables);
        Latency("hls-feb23-sin-userlut-ap_fixed<16,6>").ShouldBeLessThan(Latency("hls-feb23-sin-lut-ap_fixed<16,6>"));
        Latency("hls-feb23-sin-lut-ap_fixed<16,6>").ShouldBeLessThan(Latency("hls-feb23-sin-nonlut-ap_fixed<16,6>"));
    }

    [ReferenceFact]
    public void CordicGrowsWithTheWidthInAreaAndTime()
    {
        var runs = Runs.Value.Where(run => run.Family == "sin nonlut").OrderBy(run => run.Kernel.Type.Width).ToArray();
        foreach (var (narrow, wide) in runs.Zip(runs.Skip(1)))
        {
            Estimate(wide, leftOut: false).Lut.ShouldBeGreaterThan(Estimate(narrow, leftOut: false).Lut);
            Estimate(wide, leftOut: false).Latency.ShouldBeGreaterThanOrEqualTo(Estimate(narrow, leftOut: false).Latency);
        }
    }

    private static int Lut(string name) => Estimate(Runs.Value.Single(run => run.Name == name), leftOut: false).Lut;

    private static int Latency(string name) => Estimate(Runs.Value.Single(run => run.Name == name), leftOut: false).Latency;

    private static CostReport Estimate(SynthesisRun run, bool leftOut)
    {
        var target = CostTarget.Of(null);
        return CostModel.EstimateOn(leftOut ? target with { Unmeasured = run.Kernel.Type } : target, run.Kernel);
    }

    private static double Error(int model, int real) => model == real ? 0 : 100.0 * Math.Abs(model - real) / Math.Max(1, real);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
