using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What table <c>lut</c> makes.</summary>
public sealed record LutOptions
{
    /// <summary>Where the table begins.</summary>
    [Option("the argument where the table begins")]
    public double From { get; init; } = -8;

    /// <summary>Where it ends.</summary>
    [Option("the argument where the table ends")]
    public double To { get; init; } = 8;

    /// <summary>How many entries.</summary>
    [Option("how many entries, 2 to 65535")]
    public int Size { get; init; } = 1024;

    /// <summary>The type of the entries; without it they have the Kernel's.</summary>
    [Option("the type of the entries; without it the Kernel's")]
    public FixedType? Type { get; init; }

    /// <summary>Where in a step the function is sampled.</summary>
    [Option("where a step is sampled: \"leftEdge\" as hls4ml does, or \"midpoint\"")]
    public Sampling Sampling { get; init; }

    /// <summary>Whether values between entries are interpolated.</summary>
    [Option("whether to interpolate between entries along straight lines")]
    public bool Interpolate { get; init; }

    /// <summary>The name it is written by.</summary>
    [Option("the name it is written by; without it the function's and _lut")]
    public string? Name { get; init; }
}
