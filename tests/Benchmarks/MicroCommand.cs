using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SrRepl.Benchmarks;

/// <summary>Runs <see cref="MicroBenchmarks"/> by BenchmarkDotNet, in this process, so that nothing is built while measuring.</summary>
internal static class MicroCommand
{
    public static int Run(string[] arguments)
    {
        var config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        var reports = BenchmarkSwitcher.FromTypes([typeof(MicroBenchmarks)]).Run(arguments.Length > 0 ? arguments : ["--filter", "*"], config);
        return reports.All(report => report.Reports.All(benchmark => benchmark.Success)) ? 0 : 1;
    }
}
