using System.Runtime.Serialization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Whose synthesis is estimated.</summary>
public enum SynthesisTool
{
    /// <summary>Vivado HLS 2020.1, from which the figures are.</summary>
    [EnumMember(Value = "Vivado")]
    Vivado,

    /// <summary>Vitis HLS: the same operators, more of the clock held back.</summary>
    [EnumMember(Value = "Vitis")]
    Vitis,
}

/// <summary>What <c>cost</c> estimates for.</summary>
public sealed record CostOptions
{
    /// <summary>The device.</summary>
    [Option("a device, board or part by name (devices lists them), or the path of a device's data file", Bare = true)]
    public string Device { get; init; } = SrRepl.Hardware.Device.Default;

    /// <summary>The clock period, 1 to 100 ns.</summary>
    [Option("the clock, as a period or a frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The part of the clock period that the tool holds back, in percent: the backend's own (12.5, or 27 for Vitis) when not given.</summary>
    [Option("percent of the clock period the tool holds back; 12.5 for Vivado, 27 for Vitis when not given")]
    public double? Uncertainty { get; init; }

    /// <summary>The tool.</summary>
    [Option("Vivado or Vitis: whose default uncertainty applies")]
    public SynthesisTool Backend { get; init; } = SynthesisTool.Vivado;
}
