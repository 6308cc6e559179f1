using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// What a Kernel costs on a device at a clock: an estimate of what C synthesis would report, operation by operation.
/// </summary>
public sealed class CostReport
{
    private readonly Lazy<ImmutableArray<CostRow>> _rows;
    private readonly Lazy<ImmutableArray<int>> _criticalPath;

    // A search asks for totals only: rows and path are worked out when somebody looks at them.
    internal CostReport(Func<ImmutableArray<CostRow>> rows, Func<ImmutableArray<int>> criticalPath)
    {
        _rows = new(rows);
        _criticalPath = new(criticalPath);
    }

    /// <summary>What is costed.</summary>
    public required Kernel Kernel { get; init; }

    /// <summary>The Kernel's name.</summary>
    public string Name => Kernel.Name;

    /// <summary>What it is estimated for.</summary>
    public required CostTarget Target { get; init; }

    /// <summary>One row an operation, in the Kernel's order, and the module's own last.</summary>
    public ImmutableArray<CostRow> Rows => _rows.Value;

    /// <summary>The operations along the longest way from an input to an output, in order.</summary>
    public ImmutableArray<int> CriticalPath => _criticalPath.Value;

    /// <summary>
    /// Cycles from an input to its output as the tool prints them: 0 when the whole Kernel fits into one cycle.
    /// </summary>
    public required int Latency { get; init; }

    /// <summary>The longest path within a cycle, in ns: the estimated clock of a synthesis report.</summary>
    public required double EstimatedClock { get; init; }

    /// <summary>Look-up tables.</summary>
    public required int Lut { get; init; }

    /// <summary>Flip-flops.</summary>
    public required int Ff { get; init; }

    /// <summary>DSP macros.</summary>
    public required int Dsp { get; init; }

    /// <summary>18-kilobit memory blocks.</summary>
    public required int Bram { get; init; }

    /// <summary>Clock cycles that a result takes, at least 1: what an operator counts as when cycles are its complexity.</summary>
    public int Cycles => Math.Max(1, Latency);

    /// <summary>The same in ns.</summary>
    public double Ns => Cycles * Target.ClockNs;

    /// <summary>The totals by themselves.</summary>
    public ChipCost Total => new(Lut, Ff, Dsp, Bram, Cycles, Ns);

    /// <summary>The initiation interval: a new input every so many cycles. Everything is pipelined, so 1.</summary>
    public int Ii => 1;

    /// <summary>The table, the totals, the critical path, and the part of the device in percent.</summary>
    public override string ToString() => CostPrinter.Print(this);
}
