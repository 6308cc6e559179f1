using System.Collections.Immutable;

namespace SrRepl.Hardware;

/// <summary>
/// What a Kernel costs on a device at a clock: an estimate of what C synthesis would report, operation by operation.
/// </summary>
public sealed record CostReport
{
    /// <summary>The Kernel's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it is estimated for.</summary>
    public required CostTarget Target { get; init; }

    /// <summary>One row an operation, in the Kernel's order, and the module's own last.</summary>
    public required ImmutableArray<CostRow> Rows { get; init; }

    /// <summary>The operations along the longest way from an input to an output, in order.</summary>
    public required ImmutableArray<int> CriticalPath { get; init; }

    /// <summary>
    /// Cycles from an input to its output as the tool prints them: 0 when the whole Kernel fits into one cycle.
    /// </summary>
    public required int Latency { get; init; }

    /// <summary>The longest path within a cycle, in ns: the estimated clock of a synthesis report.</summary>
    public required double EstimatedClock { get; init; }

    /// <summary>Look-up tables.</summary>
    public int Lut => Rows.Sum(row => row.Lut);

    /// <summary>Flip-flops.</summary>
    public int Ff => Rows.Sum(row => row.Ff);

    /// <summary>DSP macros.</summary>
    public int Dsp => Rows.Sum(row => row.Dsp);

    /// <summary>18-kilobit memory blocks.</summary>
    public int Bram => Rows.Sum(row => row.Bram);

    /// <summary>Clock cycles that a result takes, at least 1: what an operator counts as when cycles are its complexity.</summary>
    public int Cycles => Math.Max(1, Latency);

    /// <summary>The same in ns.</summary>
    public double Ns => Cycles * Target.ClockNs;

    /// <summary>The initiation interval: a new input every so many cycles. Everything is pipelined, so 1.</summary>
    public int Ii => 1;

    /// <summary>The table, the totals, the critical path, and the part of the device in percent.</summary>
    public override string ToString() => CostPrinter.Print(this);
}
