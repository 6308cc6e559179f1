namespace SrRepl.Hardware;

/// <summary>Where a figure is from.</summary>
public enum FigureSource
{
    /// <summary>A synthesis report at these very widths.</summary>
    Measured,

    /// <summary>A law fitted to synthesis reports.</summary>
    Law,

    /// <summary>Carried over from another device or clock.</summary>
    Scaled,
}

/// <summary>What one operation of a Kernel costs, or what the module around them does.</summary>
/// <param name="Index">The operation's index in the Kernel, or -1 for the module's own control and port registers.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Core">The hardware it became: add, add3, multiply, dsp, a function; in #N where another one's hardware computes it, empty where it became wiring.</param>
/// <param name="Operands">Its operands, as the Kernel prints them.</param>
/// <param name="Type">The type of its result.</param>
/// <param name="Lut">Look-up tables, registers' included.</param>
/// <param name="Ff">Flip-flops, those that keep its result included.</param>
/// <param name="Dsp">DSP macros.</param>
/// <param name="Bram">18-kilobit memory blocks.</param>
/// <param name="Start">The cycle in which it begins.</param>
/// <param name="End">The cycle in which its result is there.</param>
/// <param name="Share">Its part of the kernel's look-up tables, 0 to 1.</param>
/// <param name="Source">Where its figures are from.</param>
public sealed record CostRow(
    int Index, string Operation, string Core, string Operands, string Type,
    int Lut, int Ff, int Dsp, int Bram, int Start, int End, double Share, FigureSource Source)
{
    /// <summary>Cycles from its operands to its result.</summary>
    public int Cycles => End - Start;
}
