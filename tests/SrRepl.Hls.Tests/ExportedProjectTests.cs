
namespace SrRepl.Hls.Tests;

/// <summary>What the exported C++ computes, compiled by g++ as its own script says, is what the emulator computes: every bit.</summary>
public class ExportedProjectTests
{
    public static TheoryData<string> Samples => new(SampleKernels.Names);

    [ToolTheory("g++", "bash")]
    [MemberData(nameof(Samples))]
    public void TheBenchPasses(string sample)
    {
        using var folder = new TemporaryFolder();
        var kernel = SampleKernels.Of(sample);
        var project = ProjectWriter.Write(kernel, new() { Dir = folder["out"] });
        var (exit, output) = Tool.Run(folder.Path, "bash", "out/build_lib.sh", "--test");
        exit.ShouldBe(0, output);
        output.ShouldContain($"PASS: {project.Vectors} rows, {kernel.Outputs.Length} outputs");
        File.ReadAllText(folder["out", "tb_data", "csim_results.log"]).ShouldBe(File.ReadAllText(folder["out", "tb_data", "tb_output_predictions.dat"]));
    }
}
