using SrRepl.Core;

namespace SrRepl.Hls;

/// <summary>What the verb <c>hls</c> can be told.</summary>
public sealed record HlsOptions
{
    /// <summary>The folder to write.</summary>
    [Option("folder to write", Bare = true)]
    public string? Dir { get; init; }

    /// <summary>The top function and the files' name; the kernel's own name unless given.</summary>
    [Option("name of the top function and of the files, a C identifier")]
    public string? Name { get; init; }

    /// <summary>The vendor's tool.</summary>
    [Option("Vivado or Vitis: the HLS tool the scripts are for")]
    public HlsBackend Backend { get; init; } = HlsBackend.Vivado;

    /// <summary>The FPGA.</summary>
    [Option("FPGA part")]
    public string Part { get; init; } = "xcvu9p-flga2577-2-e";

    /// <summary>The clock period in ns.</summary>
    [Option("clock period or frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The share of the clock period kept in reserve, in percent; the tool's own default unless given: 12.5 (Vivado), 27 (Vitis).</summary>
    [Option("share of the clock period kept in reserve, in percent; by default 12.5 (Vivado) or 27 (Vitis)")]
    public double? Uncertainty { get; init; }

    /// <summary>Arrays or streams at the top function.</summary>
    [Option("io_parallel or io_stream: how values reach the top function")]
    public IoType IoType { get; init; } = IoType.IoParallel;

    /// <summary>Rows for the test bench, columns matched by name; random ones over the inputs' range unless given.</summary>
    [Option("dataset whose rows the test bench runs; random rows over the inputs' range by default")]
    public Dataset? Vectors { get; init; }

    /// <summary>Whether a folder that is not this program's, or was changed by hand, is replaced.</summary>
    [Option("replace the folder even if it is not an exported project or was changed by hand")]
    public bool Overwrite { get; init; }
}
