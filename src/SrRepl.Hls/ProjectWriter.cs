using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>
/// Writes a kernel as a project for HLS, in hls4ml's layout: firmware, a test bench that checks itself, scripts for the
/// vendor's tools and for plain g++, and headers to simulate with.
/// </summary>
public static class ProjectWriter
{
    private static readonly ExportKind Kind = new("hls", "build_lib.sh");

    private static readonly (string Path, string Template)[] Texts =
    [
        ("build_prj.tcl", "build_prj.tcl"),
        ("project.tcl", "project.tcl"),
        ("vivado_synth.tcl", "vivado_synth.tcl"),
        ("hls4ml_config.yml", "hls4ml_config.yml"),
        ("{{name}}_bridge.cpp", "bridge.cpp"),
        ("{{name}}_test.cpp", "test.cpp"),
        ("firmware/{{name}}.cpp", "firmware.cpp"),
        ("firmware/{{name}}.h", "header.h"),
        ("firmware/defines.h", "defines.h"),
        ("firmware/parameters.h", "parameters.h"),
        ("firmware/nnet_utils/nnet_types.h", "nnet_types.h"),
        ("firmware/weights/README", "weights.txt"),
        ("firmware/ap_types/README", "ap_types.txt"),
    ];

    /// <summary>The body of a kernel's top function, as the project's firmware has it.</summary>
    public static string Statements(Kernel kernel) => new Firmware(kernel, kernel.Name).Statements;

    /// <summary>Writes the project.</summary>
    /// <param name="kernel">What it computes, to the bit.</param>
    /// <param name="options">Where and for which tool.</param>
    /// <exception cref="DiagnosticException">An option cannot be used (SR5001 to SR5005), the folder is not to be written (SR5006 to SR5009), or a vector is no number.</exception>
    public static HlsProject Write(Kernel kernel, HlsOptions options)
    {
        var settings = new ProjectSettings(kernel, options);
        var firmware = new Firmware(kernel, settings.Name);
        var values = settings.Values(kernel, firmware);
        var vectors = options.Vectors is { } data ? VectorMaker.From(kernel, data) : VectorMaker.Random(kernel);
        List<ProjectFile> files =
        [
            new("build_lib.sh", Built.In.Fill("build_lib.sh", values), Executable: true),
            .. Texts.Select(text => new ProjectFile(new Template(text.Path).Fill(values), Built.In.Fill(text.Template, values))),
            .. FormulaScript.Files(kernel, Recipe(settings.Name, options)),
            .. vectors.Files(firmware.Types.Ports, [.. kernel.Outputs.Select(output => kernel.Operations[output.Operation].Type)], (firmware.Types.Input, firmware.Types.Output)),
            .. Built.In.Under("Sim").Select(name => new ProjectFile(name.Replace("Sim/", "sim/", StringComparison.Ordinal), Built.In.Text(name))),
        ];
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        ProjectFolder.Write(settings.Folder, files, Kind, options.Overwrite);
        return new(settings.Folder, settings.Name, [.. files.Select(file => file.Path)], vectors.Inputs.Length);
    }

    private static Recipe Recipe(string name, HlsOptions options)
    {
        var export = options with { Dir = ".", Name = name, Overwrite = false };
        return new(Kind.Verb, name, dataset => OptionsText.Of(export, new(), dataset, nameof(export.Backend), nameof(export.Part), nameof(export.Clock)));
    }
}
