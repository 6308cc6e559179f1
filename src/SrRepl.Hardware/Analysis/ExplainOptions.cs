using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What <c>explain</c> shows of a Kernel, and where.</summary>
public sealed record ExplainOptions
{
    /// <summary>Where the drawing goes, .svg.</summary>
    [Option("where the drawing goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>Rows whose columns bound the inputs in the proof of the error.</summary>
    [Option("rows whose columns bound the inputs in the proof of the error; those the kernel was made with when left out")]
    public Dataset? On { get; init; }
}
