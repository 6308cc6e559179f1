using System.Collections.Immutable;

namespace SrRepl.Hardware;

/// <summary>When a value is there: the cycle, and the time into it.</summary>
internal readonly record struct Moment(int Cycle, double Ns)
{
    /// <summary>The later of two.</summary>
    public static Moment Later(Moment a, Moment b) => (a.Cycle, a.Ns).CompareTo((b.Cycle, b.Ns)) >= 0 ? a : b;
}

/// <summary>
/// Ninth pass: every instance starts as soon as its operands allow. Delays add up within a cycle while they fit into what
/// the clock's uncertainty leaves of it; what does not fit waits for the next edge.
/// </summary>
internal sealed class Schedule
{
    private readonly Moment[] _ready;
    private readonly int[] _starts;

    private Schedule(Moment[] ready, int[] starts)
    {
        _ready = ready;
        _starts = starts;
    }

    /// <summary>The last stage's number: the latency in cycles, 0 when everything happens within one.</summary>
    public int Latency { get; private init; }

    /// <summary>The longest path within a stage, in ns.</summary>
    public double LongestNs { get; private init; }

    /// <summary>When a cell's value is there.</summary>
    public Moment Ready(int cell) => _ready[cell];

    /// <summary>The stage in which an instance begins.</summary>
    public int Start(int instance) => _starts[instance];

    /// <summary>Schedules a circuit into cycles of <paramref name="usable"/> ns.</summary>
    public static Schedule Run(Netlist cells, ImmutableArray<Instance> instances, double usable)
    {
        var ready = new Moment[cells.Count];
        var starts = new int[instances.Length];
        var longest = 0.0;
        var next = 0;
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Kind is CellKind.Wire or CellKind.Part)
                ready[i] = ready[cells[i].A];
            if (next >= instances.Length || instances[next].Root != i)
                continue;
            var instance = instances[next];
            (starts[next], ready[i]) = Place(instance, ready, usable);
            longest = Math.Max(longest, ready[i].Ns);
            next++;
        }
        return new(ready, starts)
        {
            Latency = cells.Outputs.Select(output => ready[output].Cycle).DefaultIfEmpty().Max(),
            LongestNs = longest,
        };
    }

    private static (int Start, Moment Ready) Place(Instance instance, Moment[] ready, double usable)
    {
        var cycle = 0;
        foreach (var port in instance.Ports)
            cycle = Math.Max(cycle, ready[port.Cell].Cycle);
        var end = End(instance, ready, cycle);
        if (end > usable && instance.Ports.Any(port => ready[port.Cell] is { Ns: > 0 } moment && moment.Cycle == cycle))
            end = End(instance, ready, ++cycle);
        return instance.Latency > 0 ? (cycle, new(cycle + instance.Latency, instance.OutputNs))
            : end <= usable ? (cycle, new(cycle, end))
            : (cycle, Staged(cycle, end, usable));
    }

    // An operator longer than a cycle is cut into stages of its own.
    private static Moment Staged(int cycle, double end, double usable)
    {
        var edges = (int)Math.Ceiling(end / usable - 1e-9) - 1;
        return new(cycle + edges, end - edges * usable);
    }

    private static double End(Instance instance, Moment[] ready, int cycle)
    {
        var end = 0.0;
        foreach (var port in instance.Ports)
            end = Math.Max(end, port.Ns + (ready[port.Cell].Cycle == cycle ? ready[port.Cell].Ns : 0));
        return end;
    }
}
