using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>How one formula of a front is picked.</summary>
public sealed record PickOptions
{
    /// <summary>"best", "accuracy" or "score"; with conditions "accuracy" when not given, else "best".</summary>
    [Option("best (highest score among loss at most 1.5 times the least), accuracy (the least loss, chosen where there are conditions) or score", Bare = true)]
    public string? By { get; init; }

    /// <summary>The complexity, or a condition on it.</summary>
    [Option("the formula of this complexity, or a condition: complexity <= 12", Bare = true)]
    public Bound? Complexity { get; init; }

    /// <summary>A condition on the loss.</summary>
    [Option("a condition on the loss: loss <= 0.1")]
    public Bound? Loss { get; init; }

    /// <summary>A condition on the look-up tables.</summary>
    [Option("a condition on the kernel's look-up tables: lut <= 500")]
    public Bound? Lut { get; init; }

    /// <summary>A condition on the flip-flops.</summary>
    [Option("a condition on the kernel's flip-flops")]
    public Bound? Ff { get; init; }

    /// <summary>A condition on the DSP macros.</summary>
    [Option("a condition on the kernel's DSP macros: dsp <= 4")]
    public Bound? Dsp { get; init; }

    /// <summary>A condition on the memory blocks.</summary>
    [Option("a condition on the kernel's 18-kilobit memory blocks")]
    public Bound? Bram { get; init; }

    /// <summary>A condition on the cycles.</summary>
    [Option("a condition on the kernel's cycles, as `cycles`")]
    public Bound? Latency { get; init; }

    /// <summary>A condition on the cycles.</summary>
    [Option("a condition on the kernel's cycles: cycles <= 3")]
    public Bound? Cycles { get; init; }

    /// <summary>A condition on the time from input to output.</summary>
    [Option("a condition on the kernel's time from input to output: ns <= 20", Unit = "ns")]
    public Bound? Ns { get; init; }

    /// <summary>The type that costs are for, where the front has none.</summary>
    [Option("the type of the kernels that are costed; that of the search, or ap_fixed<16,6>, when not given")]
    public INumberFormat? Type { get; init; }

    /// <summary>The device that costs are for.</summary>
    [Option("the device of the kernels that are costed")]
    public string? Device { get; init; }

    /// <summary>Its clock period in ns.</summary>
    [Option("the clock of the kernels that are costed, as a period or a frequency", Unit = "ns")]
    public double? Clock { get; init; }

    /// <summary>Where functions come from.</summary>
    [Option("where functions of the kernels that are costed come from: own, hls_math or nnet")]
    public string? MathLibrary { get; init; }
}

/// <summary>What a front is scored on.</summary>
public sealed record ScoreOptions
{
    /// <summary>The data.</summary>
    [Option("the data to score on; it must have the target", Bare = true)]
    public Dataset? On { get; init; }
}

/// <summary>Where a front is written.</summary>
public sealed record SaveOptions
{
    /// <summary>The file.</summary>
    [Option("the file to write; hall_of_fame.csv when not given", Bare = true)]
    public string? File { get; init; }
}
