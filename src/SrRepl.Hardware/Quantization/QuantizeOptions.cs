using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How types are given to a formula's nodes.</summary>
public enum QuantizeMode
{
    /// <summary>One type everywhere, rounding where hls4ml rounds: the outputs are those of hls4ml's project, bit for bit.</summary>
    Hls4ml,

    /// <summary>A type for every node, searched for the least cost within an error.</summary>
    Typed,
}

/// <summary>How <c>quantize</c> works.</summary>
public sealed record QuantizeOptions
{
    /// <summary>The one type of hls4ml's manner (ap_fixed&lt;16,6&gt; when not given), or the type of the ports with types per node.</summary>
    [Option("the type, such as ap_fixed<16,6,AP_RND,AP_SAT>; with types per node, that of the ports", Bare = true)]
    public FixedType? Type { get; init; }

    /// <summary>How types are given; "typed" when an error is.</summary>
    [Option("\"hls4ml\": one type everywhere, rounded where hls4ml rounds; \"typed\": a type per node, the default when maxError is given")]
    public QuantizeMode? Mode { get; init; }

    /// <summary>The rows that ranges and errors are observed on.</summary>
    [Option("the dataset that ranges and errors are observed on")]
    public Dataset? On { get; init; }

    /// <summary>How far an output may be from the formula, on every row.</summary>
    [Option("how far an output may be from the formula on every row of the data")]
    public double? MaxError { get; init; }

    /// <summary>Whether that error must be proven for all inputs in the data's ranges, and not only be seen on its rows.</summary>
    [Option("whether the error must be proven for all inputs in the data's ranges; otherwise it holds on its rows")]
    public bool Proven { get; init; }

    /// <summary>Where functions without a table come from.</summary>
    [Option("where functions come from: \"own\" (bit-exact everywhere), \"hls_math\" (the vendor's), \"nnet\" (hls4ml's sin and cos tables)")]
    public MathLibrary MathLibrary { get; init; } = MathLibrary.Own;

    /// <summary>Whether the formula is simplified first; without it the tree is built exactly as written.</summary>
    [Option("whether to simplify first; false builds the tree exactly as written")]
    public bool Simplify { get; init; } = true;

    /// <summary>The device whose cost the types per node are chosen by.</summary>
    [Option("the device whose cost types per node are chosen by")]
    public string Device { get; init; } = SrRepl.Hardware.Device.Default;

    /// <summary>The clock for that cost.</summary>
    [Option("the clock for that cost, as a period or a frequency", Unit = "ns")]
    public double Clock { get; init; } = 5;

    /// <summary>The input ports in order, whether or not a formula uses them; variables that are not named here come after.</summary>
    [Option("names of the input ports, in order; by default the formulas' variables")]
    public ImmutableArray<string> Inputs { get; init; } = [];

    /// <summary>The exported function's name.</summary>
    [Option("the name of the exported function, a C identifier")]
    public string Name { get; init; } = "formula";

    /// <summary>Whether every node has a type of its own.</summary>
    internal bool IsTyped => (Mode ?? (MaxError is null ? QuantizeMode.Hls4ml : QuantizeMode.Typed)) == QuantizeMode.Typed;

    internal CostOptions Cost => new() { Device = Device, Clock = Clock };
}
