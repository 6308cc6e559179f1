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
            Estimate(wide, "nothing").Lut.ShouldBeGreaterThan(Estimate(narrow, "nothing").Lut);
            Estimate(wide, "nothing").Latency.ShouldBeGreaterThanOrEqualTo(Estimate(narrow, "nothing").Latency);
        }
    }

    private static int Lut(string name) => Estimate(Runs.Value.Single(run => run.Name == name), "nothing").Lut;

    private static int Latency(string name) => Estimate(Runs.Value.Single(run => run.Name == name), "nothing").Latency;

    private static CostReport Estimate(SynthesisRun run, string leftOut) => CostModel.EstimateOn(Targets[leftOut](run), run.Kernel);

    private static double Error(int model, int real) => model == real ? 0 : 100.0 * Math.Abs(model - real) / Math.Max(1, real);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
