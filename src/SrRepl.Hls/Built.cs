using SrRepl.Export;

namespace SrRepl.Hls;

/// <summary>What is built into this assembly.</summary>
internal static class Built
{
    /// <summary>Its templates and simulation headers.</summary>
    public static Resources In { get; } = new(typeof(Built).Assembly);
}
