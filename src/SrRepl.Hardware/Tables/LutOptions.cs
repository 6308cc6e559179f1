using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What table <c>lut</c> makes: of a given range and size, or designed for data and an error.</summary>
public sealed record LutOptions
{
    /// <summary>Where the table begins; -8, or where the data begin.</summary>
    [Option("the argument where the table begins; -8, or what the data need")]
    public double? From { get; init; }

    /// <summary>Where it ends; 8, or where the data end.</summary>
    [Option("the argument where the table ends; 8, or what the data need")]
    public double? To { get; init; }

    /// <summary>How many entries; 1024, or the fewest within the error.</summary>
    [Option("how many entries, 2 to 65535; 1024, or the fewest within maxError")]
    public int? Size { get; init; }

    /// <summary>The type of the entries; the Kernel's, or the smallest within the error.</summary>
    [Option("the type of the entries; the kernel's, or the smallest within maxError")]
    public FixedType? Type { get; init; }

    /// <summary>Where in a step the function is sampled.</summary>
    [Option("where a step is sampled: \"leftEdge\" as hls4ml does, or \"midpoint\"")]
    public Sampling? Sampling { get; init; }

    /// <summary>Whether values between entries are interpolated; a design decides by itself.</summary>
    [Option("whether to interpolate between entries along straight lines; with maxError, where it saves a large table")]
    public bool? Interpolate { get; init; }

    /// <summary>Whether only half of the function is kept; a design finds out by itself.</summary>
    [Option("\"odd\" or \"even\": the range begins at 0 and the table serves both signs; with maxError, found out by itself")]
    public Symmetry? Symmetry { get; init; }

    /// <summary>The rows whose range the table covers.</summary>
    [Option("the dataset whose range the table covers: the column of the function's parameter, or all features")]
    public Dataset? On { get; init; }

    /// <summary>How far the table may be from the function.</summary>
    [Option("designs the table: the fewest entries of the smallest type within this error")]
    public double? MaxError { get; init; }

    /// <summary>The name it is written by.</summary>
    [Option("the name it is written by; without it the function's and _lut")]
    public string? Name { get; init; }
}
