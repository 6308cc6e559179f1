using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;

namespace SrRepl.Language;

/// <summary>The verbs that write a kernel out.</summary>
public static class HlsVerbs
{
    /// <summary>Writes an HLS project in hls4ml's layout.</summary>
    [Verb("hardware", "writes the kernel as an HLS C++ project with a test bench that checks itself", Example = "kernel |> hls { dir = \"build/top\"; vectors = test }")]
    public static HlsProject Hls(this Kernel kernel, HlsOptions? options = null) => ProjectWriter.Write(kernel, options ?? new());
}
