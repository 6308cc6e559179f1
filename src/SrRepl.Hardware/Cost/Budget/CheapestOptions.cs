using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What <c>cheapest</c> stays within, and what it is measured on.</summary>
public sealed record CheapestOptions
{
    /// <summary>The rows on which every kernel is emulated.</summary>
    [Option("the dataset on whose rows every kernel is emulated")]
    public Dataset? On { get; init; }

    /// <summary>How far an output may be from the formula, on every row.</summary>
    [Option("how far an output may be from the formula on every row")]
    public double? MaxError { get; init; }

    /// <summary>How long a result may take; no limit when not given.</summary>
    [Option("how long a result may take", Unit = "ns")]
    public double? MaxLatency { get; init; }

    /// <summary>The device.</summary>
    [Option("a device, board or part by name, or the path of a device's data file")]
    public string Device { get; init; } = SrRepl.Hardware.Device.Default;

    /// <summary>The clock period, 1 to 100 ns.</summary>
    [Option("the clock, as a period or a frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The widest type that is tried, 4 to 32 bits.</summary>
    [Option("the widest type that is tried")]
    public int MaxWidth { get; init; } = 24;

    internal CostTarget Target => CostTarget.Of(new() { Device = Device, Clock = Clock });
}
