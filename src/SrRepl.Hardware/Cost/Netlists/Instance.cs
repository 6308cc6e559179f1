using System.Collections.Immutable;

namespace SrRepl.Hardware;

/// <summary>An operand of an <see cref="Instance"/>: which cell, and how long after it arrives the instance is done (or, with stages, its first one).</summary>
internal readonly record struct Port(int Cell, double Ns);

/// <summary>
/// One piece of hardware: the cells it computes (the last one is what leaves it), what it takes, and its timing. With
/// <see cref="Latency"/> 0 the result is there after the port delays; otherwise that many cycles later, after <see cref="OutputNs"/>.
/// </summary>
internal sealed record Instance(string Core, ImmutableArray<int> Cells, ImmutableArray<Port> Ports)
{
    /// <summary>The cell that leaves it.</summary>
    public int Root => Cells[^1];

    /// <summary>Look-up tables.</summary>
    public int Lut { get; init; }

    /// <summary>Registers inside it.</summary>
    public int Ff { get; init; }

    /// <summary>DSP macros.</summary>
    public int Dsp { get; init; }

    /// <summary>18-kilobit memory blocks.</summary>
    public int Bram { get; init; }

    /// <summary>Its pipeline's stages.</summary>
    public int Latency { get; init; }

    /// <summary>Time into the last stage at which the result is there, when there are stages.</summary>
    public double OutputNs { get; init; }

    /// <summary>Whether its figures were measured at these widths.</summary>
    public bool Measured { get; init; }
}
