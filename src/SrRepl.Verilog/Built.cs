using SrRepl.Export;

namespace SrRepl.Verilog;

/// <summary>What is built into this assembly.</summary>
internal static class Built
{
    /// <summary>Its templates.</summary>
    public static Resources In { get; } = new(typeof(Built).Assembly);
}
