using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;
using SrRepl.Verilog;

namespace SrRepl.Language;

/// <summary>The verbs that write a kernel out.</summary>
public static class ExportVerbs
{
    /// <summary>Writes an HLS project in hls4ml's layout.</summary>
    [Verb("hardware", "writes the kernel as an HLS C++ project with a test bench that checks itself", Example = "kernel |> hls { dir = \"build/top\"; vectors = test }")]
    public static HlsProject Hls(this Kernel kernel, HlsOptions? options = null) => ProjectWriter.Write(kernel, options ?? new());

    /// <summary>Writes a pipelined Verilog module.</summary>
    [Verb("hardware", "writes the kernel as a pipelined Verilog module with a test bench that checks bits and cycles", Example = "kernel |> verilog { dir = \"build/rtl\"; clock = 200<MHz> }")]
    public static VerilogProject Verilog(this Kernel kernel, VerilogOptions? options = null) => VerilogWriter.Write(kernel, options ?? new());
}
