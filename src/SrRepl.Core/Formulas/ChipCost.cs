using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>What a formula costs as a kernel on a chip.</summary>
/// <param name="Lut">Look-up tables.</param>
/// <param name="Ff">Flip-flops.</param>
/// <param name="Dsp">DSP macros.</param>
/// <param name="Bram">18-kilobit memory blocks.</param>
/// <param name="Cycles">Cycles from input to output, at least 1.</param>
/// <param name="Ns">The same in ns.</param>
public sealed record ChipCost(int Lut, int Ff, int Dsp, int Bram, int Cycles, double Ns)
{
    /// <summary>The figures by name, in the order in which tables show them.</summary>
    public static ImmutableArray<(string Name, Func<ChipCost, double> Value)> Figures { get; } =
    [
        ("LUT", cost => cost.Lut), ("FF", cost => cost.Ff), ("DSP", cost => cost.Dsp),
        ("BRAM", cost => cost.Bram), ("Cycles", cost => cost.Cycles), ("ns", cost => cost.Ns),
    ];

    /// <summary>The figures on a line.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Lut} LUT, {Ff} FF, {Dsp} DSP, {Bram} BRAM18, {Cycles} cycle{(Cycles == 1 ? "" : "s")} = {Ns:0.##} ns");
}
