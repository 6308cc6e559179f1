using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>
/// The pipeline stage of every operation, 0 being the one that inputs arrive in, after the schedule of the cost model. That
/// model moves and merges operations which stand alone here, so a stage is never earlier than those of the operands.
/// </summary>
internal sealed class StagePlan
{
    private readonly int[] _starts;
    private readonly int[] _ready;

    /// <summary>The stages of a kernel.</summary>
    /// <param name="kernel">What is computed.</param>
    /// <param name="report">When the cost model says that it is.</param>
    public StagePlan(Kernel kernel, CostReport report)
    {
        Latency = report.Cycles;
        _starts = new int[kernel.Operations.Length];
        _ready = new int[kernel.Operations.Length];
        for (var i = 0; i < _starts.Length; i++)
        {
            var row = report.Rows[i];
            var arrival = kernel.Operations[i].Operands.Select(operand => _ready[operand]).DefaultIfEmpty().Max();
            var hardware = row.Core.Length > 0;
            _starts[i] = hardware ? Math.Clamp(row.Start, arrival, Latency) : arrival;
            _ready[i] = hardware ? Math.Clamp(row.End, _starts[i], Latency) : arrival;
        }
    }

    /// <summary>The stage that outputs leave from: the latency in cycles, at least 1.</summary>
    public int Latency { get; }

    /// <summary>The stage in which an operation's operands are read.</summary>
    public int Start(int operation) => _starts[operation];

    /// <summary>The stage in which its value is there.</summary>
    public int Ready(int operation) => _ready[operation];
}
