using System.Collections.Immutable;

namespace SrRepl.Hardware;

/// <summary>When a value is there: the cycle, and the time into it.</summary>
internal readonly record struct Moment(int Cycle, double Ns);

/// <summary>
/// When every instance runs. Delays add up within a cycle while they fit into what the clock's uncertainty leaves of it;
/// what does not fit waits for the next edge.
/// </summary>
internal sealed class Schedule
{
    private readonly Netlist _cells;
    private readonly ImmutableArray<Instance> _instances;
    private readonly double _usable;
    private readonly Moment[] _ready;
    private readonly int[] _starts;

    private Schedule(Netlist cells, ImmutableArray<Instance> instances, double usable)
    {
        _cells = cells;
        _instances = instances;
        _usable = usable;
        _ready = new Moment[cells.Count];
        _starts = new int[instances.Length];
    }

    /// <summary>The last stage's number: the latency in cycles, 0 when everything happens within one.</summary>
    public int Latency { get; private set; }

    /// <summary>The longest path within a stage, in ns.</summary>
    public double LongestNs { get; private set; }

    /// <summary>When a cell's value is there.</summary>
    public Moment Ready(int cell) => _ready[cell];

    /// <summary>The stage in which an instance begins.</summary>
    public int Start(int instance) => _starts[instance];

    /// <summary>Schedules a circuit into cycles of <paramref name="usable"/> ns, every instance as soon as its operands allow.</summary>
    public static Schedule Run(Netlist cells, ImmutableArray<Instance> instances, double usable)
    {
        var schedule = new Schedule(cells, instances, usable);
        schedule.Place();
        return schedule;
    }

    private void Place()
    {
        var next = 0;
        for (var i = 0; i < _cells.Count; i++)
        {
            if (_cells[i].Kind is CellKind.Wire or CellKind.Part)
                _ready[i] = _ready[_cells[i].A];
            if (next >= _instances.Length || _instances[next].Root != i)
                continue;
            (_starts[next], _ready[i]) = Place(_instances[next]);
            LongestNs = Math.Max(LongestNs, _ready[i].Ns);
            next++;
        }
        Latency = _cells.Outputs.Select(output => _ready[output].Cycle).DefaultIfEmpty().Max();
    }

    private (int Start, Moment Ready) Place(Instance instance)
    {
        var cycle = 0;
        foreach (var port in instance.Ports)
            cycle = Math.Max(cycle, _ready[port.Cell].Cycle);
        var end = End(instance, cycle);
        if (end > _usable && end > End(instance, int.MaxValue))
            end = End(instance, ++cycle);
        return instance.Latency > 0 ? (cycle, new(cycle + instance.Latency, instance.OutputNs))
            : end <= _usable ? (cycle, new(cycle, end))
            : (cycle, Staged(cycle, end));
    }

    // An operator longer than a cycle is cut into stages of its own.
    private Moment Staged(int cycle, double end)
    {
        var edges = (int)Math.Ceiling(end / _usable - 1e-9) - 1;
        return new(cycle + edges, end - edges * _usable);
    }

    // When an instance that begins in a cycle is done, from that cycle's beginning.
    private double End(Instance instance, int cycle)
    {
        var end = 0.0;
        foreach (var port in instance.Ports)
            end = Math.Max(end, port.Ns + (_ready[port.Cell].Cycle == cycle ? _ready[port.Cell].Ns : 0));
        return end;
    }
}
