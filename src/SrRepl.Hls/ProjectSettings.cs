using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text;
using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>A project's options, checked and with their defaults, as the texts the templates take.</summary>
internal sealed record ProjectSettings
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Checks the options for a kernel.</summary>
    /// <exception cref="DiagnosticException">A name, the part or the clock cannot be used.</exception>
    public ProjectSettings(Kernel kernel, HlsOptions options)
    {
        Folder = string.IsNullOrWhiteSpace(options.Dir) ? throw new DiagnosticException(Errors.NoFolder("hls")) : options.Dir;
        Name = Identifier.Check(options.Name ?? kernel.Name);
        Identifier.CheckVariables(kernel.InputNames, hardware: false);
        Part = options.Part.Length > 0 && options.Part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? options.Part
            : throw new DiagnosticException(Errors.BadPart(options.Part));
        Clock = options.Clock is > 0 and < 1e6 ? options.Clock : throw new DiagnosticException(Errors.BadClock("clock", options.Clock));
        Uncertainty = options.Uncertainty ?? (options.Backend == HlsBackend.Vivado ? 12.5 : 27);
        if (Uncertainty is not (>= 0 and < 100))
            throw new DiagnosticException(Errors.BadClock("uncertainty", Uncertainty));
        Backend = options.Backend;
        IoType = options.IoType;
    }

    /// <summary>The folder, as the user gave it.</summary>
    public string Folder { get; }

    /// <summary>The top function.</summary>
    public string Name { get; }

    /// <summary>The FPGA.</summary>
    public string Part { get; }

    /// <summary>The clock period in ns.</summary>
    public double Clock { get; }

    /// <summary>In percent of the clock period.</summary>
    public double Uncertainty { get; }

    /// <summary>The vendor's tool.</summary>
    public HlsBackend Backend { get; }

    /// <summary>Arrays or streams.</summary>
    public IoType IoType { get; }

    /// <summary>The values of every template of a project.</summary>
    public Dictionary<string, string> Values(Kernel kernel, Firmware firmware)
    {
        var types = firmware.Types;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = Name,
            ["guard"] = Name.ToUpperInvariant(),
            ["folder"] = YamlText(Path.GetFullPath(Folder)),
            ["part"] = Part,
            ["clock"] = Clock.ToString("R", Plain),
            ["uncertainty"] = Uncertainty.ToString("R", Plain),
            ["backend"] = Backend == HlsBackend.Vivado ? "vivado" : "vitis",
            ["compiler"] = Backend == HlsBackend.Vivado ? "vivado_hls" : "vitis_hls",
            ["iotype"] = IoType == IoType.IoParallel ? "io_parallel" : "io_stream",
            ["precision"] = kernel.Type.ToString(),
            ["inputs"] = Math.Max(1, types.Ports.Count).ToString(Plain),
            ["outputs"] = kernel.Outputs.Length.ToString(Plain),
            ["inputtype"] = TypeNames.Cpp(types.Input),
            ["modeltype"] = TypeNames.Cpp(kernel.Type),
            ["resulttype"] = TypeNames.Cpp(types.Output),
            ["inputwidth"] = types.Input.Width.ToString(Plain),
            ["outputwidth"] = types.Output.Width.ToString(Plain),
            ["outputfraction"] = types.Output.Fraction.ToString(Plain),
            ["outputsigned"] = types.Output.Signed ? "true" : "false",
            ["conversions"] = Conversions(kernel, types),
            ["outputnames"] = string.Join(", ", kernel.Outputs.Select(output => $"\"{Identifier.From(output.Name, "y")}\"")),
            ["types"] = firmware.Typedefs,
            ["tables"] = firmware.Tables,
            ["statements"] = firmware.Statements,
            ["mathinclude"] = firmware.UsesMath ? "#include \"hls_math.h\"\n" : "",
        };
        foreach (var (key, text) in TopInterface.Of(IoType).Texts)
            values[key] = text.Replace("NAME", Name, StringComparison.Ordinal);
        values["stamp"] = Stamp(values);
        return values;
    }

    private static string Conversions(Kernel kernel, InterfaceTypes types) => types.Ports.Count == 0
        ? "    x[0] = input_t(0.0); // there is no input"
        : string.Join('\n', kernel.InputNames.Select((name, port) =>
            string.Create(Plain, $"    x[{port}] = {types.Convert(port, $"values[{port}]")}; // {CommentText.Of(name, 80)}")));

    // hls4ml names the library by a stamp; ours is the same for the same project.
    private static string Stamp(Dictionary<string, string> values)
    {
        var all = string.Join('\0', values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Where(pair => pair.Key != "folder").Select(pair => pair.Value));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..8];
    }

    // What JSON writes in quotes, YAML reads.
    private static string YamlText(string text) => JsonSerializer.Serialize(text);
}
