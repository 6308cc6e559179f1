using FsCheck.Fluent;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls.Tests;
using SrRepl.Tests;

namespace SrRepl.Verilog.Tests;

/// <summary>What the modules compute in a simulator is what the emulator computes, every bit, in the cycles that the cost model says.</summary>
public class SimulationTests
{
    [ToolFact("iverilog", "vvp")]
    public void SamplesOfEveryKindEqualTheEmulatorAndTakeThePredictedCycles() =>
        Simulate([.. SampleKernels.Names.Select(SampleKernels.Of).Where(kernel => kernel.IsBitExact), FromFormula(), OwnFunctions()]);

    [ToolFact("iverilog", "vvp")]
    public void RandomKernelsEqualTheEmulatorAndTakeThePredictedCycles() =>
        Simulate([.. RandomKernels.FromFormulas.Sample(8).Concat(RandomKernels.FromOperations.Sample(24)).OfType<Kernel>()]);

    [ToolFact("verilator", "g++", "make", "bash")]
    public void VerilatorAgrees()
    {
        using var folder = new TemporaryFolder();
        VerilogWriter.Write(FromFormula(), new() { Dir = folder["out"], Name = "top" });
        Tool.Run(folder["out"], "bash", "run_test.sh", "verilator").Output.ShouldStartWith("PASS: 256 rows, 3 outputs, bit for bit");
    }

    [ToolFact("iverilog", "vvp", "bash")]
    public void TheScriptRunsTheBenchAndAWrongVectorFailsIt()
    {
        using var folder = new TemporaryFolder();
        var project = VerilogWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["out"], Name = "top" });
        project.Cycles.ShouldBe(CostModel.Estimate(SampleKernels.Of("poly")).Cycles);
        Tool.Run(folder.Path, "bash", "out/run_test.sh").ShouldBe((0, $"PASS: 256 rows, 2 outputs, bit for bit, latency {project.Cycles} cycles, II 1\n"));
        foreach (var (file, from, to, complaint) in new[]
        {
            ("tb_output_predictions.hex", "fe00 0000\n", "fe01 0000\n", "FAIL: row 0, output y0: the .dat file says -0.5 and the .hex file fe01"),
            ("tb_input_features.dat", "0 0\n", "0 1\n", "FAIL: row 0, input y: the .dat file says 1 and the .hex file 0000"),
            ("tb_output_predictions.hex", "fe00 0000\n", "", "FAIL: row 0"),
            ("tb_input_features.hex", "0000 0000\n", "0000\n", "FAIL: row 0"),
        })
        {
            var text = File.ReadAllText(folder["out", "tb_data", file]);
            text.ShouldStartWith(from);
            File.WriteAllText(folder["out", "tb_data", file], to + text[from.Length..]);
            var (exit, output) = Tool.Run(folder["out"], "vvp", "-n", "top_tb.vvp");
            exit.ShouldNotBe(0);
            output.ShouldStartWith(complaint);
            File.WriteAllText(folder["out", "tb_data", file], text);
        }
        // A wrong value, the same in both files, is the module's fault.
        File.WriteAllText(folder["out", "tb_data", "tb_output_predictions.hex"], "fe01" + File.ReadAllText(folder["out", "tb_data", "tb_output_predictions.hex"])[4..]);
        File.WriteAllText(folder["out", "tb_data", "tb_output_predictions.dat"], "-0.4990234375" + File.ReadAllText(folder["out", "tb_data", "tb_output_predictions.dat"])[4..]);
        Tool.Run(folder["out"], "vvp", "-n", "top_tb.vvp").Output.ShouldStartWith("FAIL: row 0, output y0: expected -0.4990234375 (fe01), got -0.5 (fe00)");
    }

    // All benches in one simulation: each ends by itself.
    private static void Simulate(IReadOnlyList<Kernel> kernels)
    {
        using var folder = new TemporaryFolder();
        var projects = kernels.Select((kernel, i) => VerilogWriter.Write(kernel, new() { Dir = folder[$"k{i}"], Name = $"k{i}" })).ToList();
        var sources = projects.SelectMany(project => new[] { $"{project.Name}/{project.Name}.v", $"{project.Name}/{project.Name}_tb.v" });
        var (compiled, complaints) = Tool.Run(folder.Path, "iverilog", ["-g2005", "-o", "all.vvp", .. sources]);
        compiled.ShouldBe(0, complaints);
        var (exit, output) = Tool.Run(folder.Path, "vvp", "-n", "all.vvp");
        exit.ShouldBe(0, output + Culprit(output, kernels));
        var expected = projects.Select((project, i) =>
            $"PASS: {project.Vectors} rows, {kernels[i].Outputs.Length} outputs, bit for bit, latency {CostModel.Estimate(kernels[i]).Cycles} cycles, II 1");
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order().ShouldBe(expected.Order());
    }

    private static string Culprit(string output, IReadOnlyList<Kernel> kernels)
    {
        var scope = output.IndexOf("Scope: k", StringComparison.Ordinal);
        return scope < 0 ? "" : kernels[int.Parse(output[(scope + 8)..].Split('_')[0])].ToString();
    }

    private static Kernel FromFormula()
    {
        var (x, y) = (new Variable("x"), new Variable("y"));
        var type = FixedType.Parse("ap_fixed<14,6,AP_RND_CONV,AP_SAT>");
        Expr[] formulas = [x * y + 2.5 * Operators.Sin.Of(x), x / (y * y + 1), new TableOperator("t", Operators.Tanh, -4, 4, 128).Of(x - y)];
        return Lowering.Lower(formulas, type, new OneTypePrecision(type), MathLibrary.Own);
    }

    private static Kernel OwnFunctions()
    {
        var x = new Variable("x");
        var type = FixedType.Parse("ap_fixed<16,6,AP_RND,AP_SAT>");
        BuiltInOperator[] functions = [Operators.Sin, Operators.Cos, Operators.Exp, Operators.Log, Operators.Sqrt, Operators.Tanh, Operators.Erf, Operators.Floor, Operators.Round, Operators.Sign];
        return Lowering.Lower([.. functions.Select(function => (IFormula)function.Of(x))], type, new OneTypePrecision(type), MathLibrary.Own);
    }
}
