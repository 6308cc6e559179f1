using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>What the verb <c>verilog</c> can be told.</summary>
public sealed record VerilogOptions
{
    /// <summary>The folder to write.</summary>
    [Option("folder to write", Bare = true)]
    public string? Dir { get; init; }

    /// <summary>The top module and the files' name; the kernel's own name unless given.</summary>
    [Option("name of the top module and of the files, a C identifier")]
    public string? Name { get; init; }

    /// <summary>The device whose schedule the pipeline follows.</summary>
    [Option("the device whose schedule the pipeline follows: a device, board or part by name")]
    public string Device { get; init; } = SrRepl.Hardware.Device.Default;

    /// <summary>The clock period, 1 to 100 ns.</summary>
    [Option("clock period or frequency the pipeline is cut for", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The share of the clock period kept in reserve, in percent.</summary>
    [Option("share of the clock period kept in reserve, in percent")]
    public double Uncertainty { get; init; } = 12.5;

    /// <summary>Rows for the test bench, columns matched by name; random ones over the inputs' range unless given.</summary>
    [Option("dataset whose rows the test bench runs; random rows over the inputs' range by default")]
    public Dataset? Vectors { get; init; }

    /// <summary>Whether a folder that is not this verb's, or was changed by hand, is replaced.</summary>
    [Option("replace the folder even if verilog did not write it or it was changed by hand")]
    public bool Overwrite { get; init; }

    /// <summary>What the cost model is asked for.</summary>
    internal CostOptions Cost => new() { Device = Device, Clock = Clock, Uncertainty = Uncertainty };
}
