using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>Writes a kernel as a Verilog module with a test bench that checks itself, without any vendor's tool.</summary>
public static class VerilogWriter
{
    private static readonly ExportKind Kind = new("verilog", "run_test.sh");

    /// <summary>Writes the folder.</summary>
    /// <param name="kernel">What the module computes, to the bit.</param>
    /// <param name="options">Where, and for which device and clock the pipeline is cut.</param>
    /// <exception cref="DiagnosticException">
    /// An option cannot be used (SR42xx, SR5001 to SR5003), the kernel calls the vendor's library (SR5022), the folder is not to be written
    /// (SR5006 to SR5009), or a vector is no number.
    /// </exception>
    public static VerilogProject Write(Kernel kernel, VerilogOptions options)
    {
        var folder = string.IsNullOrWhiteSpace(options.Dir) ? throw new DiagnosticException(Errors.NoFolder(Kind.Verb)) : options.Dir;
        var name = Identifier.Check(options.Name ?? kernel.Name);
        Identifier.CheckVariables(kernel.InputNames, hardware: true);
        var module = new VerilogModule(kernel, name, options.Cost);
        var vectors = options.Vectors is { } data ? VectorMaker.From(kernel, data) : VectorMaker.Random(kernel);
        var values = new Dictionary<string, string> { ["name"] = name };
        List<ProjectFile> files =
        [
            new($"{name}.v", module.Text),
            new($"{name}_tb.v", TestBench.Of(kernel, module, name)),
            new(Kind.Mark, Built.In.Fill(Kind.Mark, values), Executable: true),
            .. FormulaScript.Files(kernel, Recipe(name, options)),
            .. vectors.Files([.. kernel.Inputs.Select(input => input.Type)], [.. kernel.Outputs.Select(output => kernel.Operations[output.Operation].Type)]),
        ];
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        ProjectFolder.Write(folder, files, Kind, options.Overwrite);
        return new(folder, name, [.. files.Select(file => file.Path)], vectors.Inputs.Length, module.Latency);
    }

    private static Recipe Recipe(string name, VerilogOptions options)
    {
        var export = options with { Dir = ".", Name = name, Overwrite = false };
        return new(Kind.Verb, name, dataset => OptionsText.Of(export, new(), dataset, nameof(export.Device), nameof(export.Clock)));
    }
}
