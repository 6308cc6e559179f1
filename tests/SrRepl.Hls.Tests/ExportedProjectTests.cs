using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Tests;

namespace SrRepl.Hls.Tests;

/// <summary>What the exported C++ computes, compiled by g++ as its own script says, is what the emulator computes: every bit.</summary>
public class ExportedProjectTests
{
    public static TheoryData<string> Samples => new(SampleKernels.Names);

    [ToolTheory("g++", "bash")]
    [MemberData(nameof(Samples))]
    public void TheBenchPassesAndTheLibraryEqualsTheEmulator(string sample)
    {
        using var folder = new TemporaryFolder();
        var kernel = SampleKernels.Of(sample);
        var project = ProjectWriter.Write(kernel, new() { Dir = folder["out"], Name = "top" });
        Compile(folder).ShouldContain($"PASS: {project.Vectors} rows, {kernel.Outputs.Length} outputs");
        File.ReadAllText(folder["out", "tb_data", "csim_results.log"]).ShouldBe(File.ReadAllText(folder["out", "tb_data", "tb_output_predictions.dat"]));

        // Numbers that are on no grid, and outside the ports' ranges.
        var random = new Random(7);
        var data = new Dataset([.. kernel.InputNames.Append("spare").Select(name =>
            new Column(name, Enumerable.Range(0, 200).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(2, random.Next(1, 9))).ToArray()))]);
        CompareLibrary(folder["out"], kernel, data, Emulator.Run(kernel, data));
    }

    /// <summary>Random formulas whose nodes are pinned to random types, and every function of our own: one kernel, compiled once, on machine words, on wide integers and in C++.</summary>
    [ToolFact("g++", "bash")]
    public void RandomFormulasAreTheSameThreeTimes()
    {
        using var folder = new TemporaryFolder();
        var random = new Xoshiro256(20);
        Expr[] formulas = [.. Enumerable.Range(0, 8).Select(_ => PinnedFormulas.Draw(random, 5)), .. PinnedFormulas.Functions];
        var type = new FixedType(10, 5, true, Rounding.Rnd, Overflow.Sat);
        var kernel = Quantizer.Quantize([.. formulas], new() { Type = type, Simplify = false });
        kernel.IsBitExact.ShouldBeTrue();
        var data = new Dataset([.. kernel.InputNames.Select(name => new Column(name, Enumerable.Range(0, 100).Select(_ => random.NextDouble(-20, 20)).ToArray()))]);
        var outputs = Emulator.Run(kernel, data);
        outputs.Columns.Select(column => column.ToArray()).ShouldBe(Emulator.RunWide(kernel, data).Columns.Select(column => column.ToArray()));
        ProjectWriter.Write(kernel, new() { Dir = folder["out"], Name = "top" });
        Compile(folder).ShouldContain($"{kernel.Outputs.Length} outputs");
        CompareLibrary(folder["out"], kernel, data, outputs);
    }

    [ToolFact("g++", "bash")]
    public void StreamsComputeTheSame()
    {
        using var folder = new TemporaryFolder();
        var kernel = SampleKernels.Of("poly");
        ProjectWriter.Write(kernel, new() { Dir = folder["out"], Name = "off", IoType = IoType.IoStream });
        Compile(folder).ShouldContain("PASS: 256 rows, 2 outputs");
        File.ReadAllText(folder["out", "hls4ml_config.yml"]).ShouldContain("IOType: io_stream");
        var data = new Dataset([.. kernel.InputNames.Select((name, i) => new Column(name, Enumerable.Range(0, 50).Select(row => Math.Sin(row + i) * 9).ToArray()))]);
        CompareLibrary(folder["out"], kernel, data, Emulator.Run(kernel, data));
    }

    // hls4ml runs the script itself, by its name and in the folder, and without arguments.
    [ToolFact("g++", "sh")]
    public void TheScriptIsAProgramOfItsOwn()
    {
        using var folder = new TemporaryFolder();
        ProjectWriter.Write(SampleKernels.Of("constant"), new() { Dir = folder["it's a folder"], Name = "no" });
        var (exit, output) = Tool.Run(folder["it's a folder"], "sh", "-c", "./build_lib.sh");
        exit.ShouldBe(0, output);
        using var library = new CompiledProject(folder["it's a folder"]);
        library.Run([0.0]).ShouldBe([2.75]);
    }

    [ReferenceTheory("g++", "bash")]
    [InlineData("builtin_sincos")]
    [InlineData("lut_rnd_sat")]
    public void TheLibraryEqualsHls4mlsOwn(string name)
    {
        using var folder = new TemporaryFolder();
        var reference = new Hls4mlCase(name);
        ProjectWriter.Write(reference.Kernel, new() { Dir = folder["out"], Name = "top", Vectors = reference.Data });
        Compile(folder).ShouldContain("PASS: 256 rows");
        CompareLibrary(folder["out"], reference.Kernel, reference.Data, reference.Data);
    }

    [ToolFact("g++", "bash")]
    public void ACorruptedVectorFailsTheBench()
    {
        using var folder = new TemporaryFolder();
        ProjectWriter.Write(SampleKernels.Of("poly"), new() { Dir = folder["out"], Name = "top" });
        Compile(folder);
        foreach (var (file, from, to, complaint) in new[]
        {
            ("tb_output_predictions.dat", "-0.5", "-0.25", "FAIL: row 0, output y0: expected -0.25 (fe00), got -0.5 (fe00)"),
            ("tb_output_predictions.dat", "-0.5", "minus", "FAIL: row 0, output y0: expected minus"),
            ("tb_output_predictions.hex", "fe00", "fe01", "FAIL: row 0, output y0: expected -0.5 (fe01), got -0.5 (fe00)"),
            ("tb_input_features.hex", "0000", "0001", "FAIL: row 0, input 0"),
            ("tb_input_features.dat", "0 0\n", "0 0\n1 2 3\n", "FAIL: row 1: the vector files disagree"),
            ("tb_output_predictions.dat", "-0.5 0\n", "", "FAIL: row 0"),
        })
        {
            var path = folder["out", "tb_data", file];
            var text = File.ReadAllText(path);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            File.WriteAllText(path, text[..at] + to + text[(at + from.Length)..]);
            var (exit, output) = Tool.Run(folder["out"], folder["out", "top_test"]);
            exit.ShouldBe(1, $"{file}: {output}");
            output.ShouldStartWith(complaint);
            File.WriteAllText(path, text);
        }
        // A number written another way is the same number.
        var decimals = File.ReadAllText(folder["out", "tb_data", "tb_output_predictions.dat"]);
        File.WriteAllText(folder["out", "tb_data", "tb_output_predictions.dat"], decimals.Replace("-0.5 0\n", "-5.000e-01 0.0\n"));
        Tool.Run(folder["out"], folder["out", "top_test"]).ShouldBe((0, "PASS: 256 rows, 2 outputs, bit for bit\n"));
    }

    [ToolFact("g++", "bash")]
    public void AVendorsHeadersReplaceOurs()
    {
        using var folder = new TemporaryFolder();
        ProjectWriter.Write(SampleKernels.Of("constant"), new() { Dir = folder["out"], Name = "top" });
        var (missing, complaint) = Tool.Run(folder["out"], "bash", "build_lib.sh", folder.Path);
        missing.ShouldBe(1);
        complaint.ShouldContain("there is no ap_fixed.h in");
        Directory.Move(folder["out", "sim"], folder["vendor headers"]);
        Tool.Run(folder["out"], "bash", "build_lib.sh").Exit.ShouldBe(1);
        Tool.Run(folder["out"], "bash", "build_lib.sh", folder["vendor headers"]).Exit.ShouldBe(0);
    }

    private static string Compile(TemporaryFolder folder)
    {
        var (exit, output) = Tool.Run(folder.Path, "bash", "out/build_lib.sh", "--test");
        exit.ShouldBe(0, output);
        return output;
    }

    private static void CompareLibrary(string folder, Kernel kernel, Dataset data, Dataset expected)
    {
        using var library = new CompiledProject(folder);
        for (var row = 0; row < data.Rows; row++)
        {
            double[] inputs = [.. kernel.InputNames.Select(name => data[name][row])];
            // A port has a place even where no formula has a variable.
            Array.Resize(ref inputs, library.Inputs);
            double[] outputs = [.. kernel.Outputs.Select(output => expected[output.Name][row])];
            library.Run(inputs).ShouldBe(outputs, $"row {row}");
            if (inputs.All(value => (float)value == value))
                library.Run([.. inputs.Select(value => (float)value)]).ShouldBe(outputs.Select(value => (float)value), $"row {row}, in single precision");
        }
    }
}
