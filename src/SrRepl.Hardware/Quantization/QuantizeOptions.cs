using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How types are given to a formula's nodes.</summary>
public enum QuantizeMode
{
    /// <summary>One type everywhere, rounding where hls4ml rounds: the outputs are those of hls4ml's project, bit for bit.</summary>
    Hls4ml,
}

/// <summary>How <c>quantize</c> works.</summary>
public sealed record QuantizeOptions
{
    /// <summary>The one type of hls4ml's manner, or the type of the ports.</summary>
    [Option("the type, such as ap_fixed<16,6,AP_RND,AP_SAT>", Bare = true)]
    public FixedType Type { get; init; } = new(16, 6);

    /// <summary>How types are given.</summary>
    [Option("\"hls4ml\": one type everywhere, rounded where hls4ml rounds")]
    public QuantizeMode Mode { get; init; } = QuantizeMode.Hls4ml;

    /// <summary>Where functions without a table come from.</summary>
    [Option("where functions come from: \"own\" (bit-exact everywhere), \"hls_math\" (the vendor's), \"nnet\" (hls4ml's sin and cos tables)")]
    public MathLibrary MathLibrary { get; init; } = MathLibrary.Own;

    /// <summary>Whether the formula is simplified first; without it the tree is built exactly as written.</summary>
    [Option("whether to simplify first; false builds the tree exactly as written")]
    public bool Simplify { get; init; } = true;

    /// <summary>The exported function's name.</summary>
    [Option("the name of the exported function, a C identifier")]
    public string Name { get; init; } = "formula";
}
