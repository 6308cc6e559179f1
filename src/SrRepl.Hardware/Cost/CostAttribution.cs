using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Hardware;

/// <summary>
/// Last pass: hands the hardware back to the operations of the Kernel it came from. Hardware that several operations share is
/// charged to the one that leaves it; the module's control and its port registers are a row of their own.
/// </summary>
internal sealed class CostAttribution(
    Kernel kernel, CostTarget target, Netlist cells, ImmutableArray<Instance> instances, Schedule schedule, PipelineRegisters.Kept[] kept)
{
    private struct Sum
    {
        public string? Core;
        public int Lut, Ff, Dsp, Bram, Start, End;
        public bool Law;
    }

    /// <summary>The report.</summary>
    public CostReport Report()
    {
        var sums = new Sum[kernel.Operations.Length];
        for (var k = 0; k < instances.Length; k++)
            Charge(ref sums[cells.Origin(instances[k].Root)], instances[k], schedule.Start(k), schedule.Ready(instances[k].Root).Cycle);
        for (var i = 0; i < cells.Count; i++)
        {
            ref var sum = ref sums[cells.Origin(i)];
            sum.Ff += kept[i].Ff;
            sum.Lut += kept[i].Lut;
        }
        var module = target.Figures.Module;
        var control = instances.Length == 0 ? default : new Sum
        {
            Lut = module.MultiplexerLut + (schedule.Latency == 0 ? module.CombinationalControlLut : module.ControlLut),
            Ff = PortBits() + module.ControlFf + schedule.Latency,
        };
        var total = control;
        foreach (var sum in sums)
        {
            total.Lut += sum.Lut;
            total.Ff += sum.Ff;
            total.Dsp += sum.Dsp;
            total.Bram += sum.Bram;
        }
        return new(() => Rows(sums, control, Math.Max(1, total.Lut)), CriticalPath)
        {
            Kernel = kernel,
            Target = target,
            Lut = total.Lut,
            Ff = total.Ff,
            Dsp = total.Dsp,
            Bram = total.Bram,
            Latency = schedule.Latency,
            EstimatedClock = schedule.LongestNs,
        };
    }

    private int? Array => kernel.Options?.Mode == QuantizeMode.Hls4ml ? Ports.ArrayLength(kernel.InputNames) : null;

    // hls4ml's input is one array, registered whole, whether or not a formula reads all of it.
    private int PortBits() => Array is { } length
        ? length * kernel.Inputs.Max(input => input.Type.Width)
        : kernel.Inputs.Sum(input => input.Type.Width);

    private ImmutableArray<CostRow> Rows(Sum[] sums, Sum control, int total)
    {
        NameShared(sums);
        var rows = ImmutableArray.CreateBuilder<CostRow>(sums.Length + 1);
        for (var i = 0; i < sums.Length; i++)
            rows.Add(Row(i, sums[i], total));
        rows.Add(new(-1, Array is { } length ? string.Create(CultureInfo.InvariantCulture, $"control, port x[{length}]") : "control, ports", "module", "", "", control.Lut, control.Ff, 0, 0, 0, schedule.Latency, (double)control.Lut / total, Source(false)));
        return rows.MoveToImmutable();
    }

    private static void Charge(ref Sum sum, Instance instance, int start, int end)
    {
        sum.Start = sum.Core is null ? start : Math.Min(sum.Start, start);
        sum.End = Math.Max(sum.End, end);
        sum.Core = sum.Core is null || sum.Core == instance.Core ? instance.Core : sum.Core + "+" + instance.Core;
        sum.Lut += instance.Lut;
        sum.Ff += instance.Ff;
        sum.Dsp += instance.Dsp;
        sum.Bram += instance.Bram;
        sum.Law |= !instance.Measured;
    }

    // An operation all of whose hardware leaves through another one's says where it went.
    private void NameShared(Sum[] sums)
    {
        for (var k = 0; k < instances.Length; k++)
        {
            var owner = cells.Origin(instances[k].Root);
            foreach (var cell in instances[k].Cells)
                if (sums[cells.Origin(cell)] is { Core: null } shared)
                    sums[cells.Origin(cell)] = shared with
                    {
                        Core = string.Create(CultureInfo.InvariantCulture, $"in #{owner}"),
                        Start = schedule.Start(k),
                        End = schedule.Ready(instances[k].Root).Cycle,
                    };
        }
    }

    private CostRow Row(int i, Sum sum, int total)
    {
        var operation = kernel.Operations[i];
        return new(
            i, KernelPrinter.Title(operation), sum.Core ?? "", KernelPrinter.Operands(kernel, operation), operation.Type.ToString(),
            sum.Lut, sum.Ff, sum.Dsp, sum.Bram, sum.Start, sum.End, (double)sum.Lut / total, Source(sum.Law));
    }

    private FigureSource Source(bool law) => target.IsScaled ? FigureSource.Scaled : law ? FigureSource.Law : FigureSource.Measured;

    // From the output that is there last, back along the operand that arrived last, one entry an operation.
    private ImmutableArray<int> CriticalPath()
    {
        var path = new List<int>();
        var byRoot = new Dictionary<int, Instance>();
        foreach (var instance in instances)
            byRoot[instance.Root] = instance;
        var at = cells.Outputs.Count == 0 ? -1 : cells.Outputs.MaxBy(output => (schedule.Ready(output).Cycle, schedule.Ready(output).Ns));
        while (at >= 0)
        {
            if (byRoot.TryGetValue(at, out var instance) && (path.Count == 0 || path[^1] != cells.Origin(at)))
                path.Add(cells.Origin(at));
            at = cells[at].Kind is CellKind.Wire or CellKind.Part ? cells[at].A
                : instance is null || instance.Ports.IsEmpty ? -1
                : instance.Ports.MaxBy(port => (schedule.Ready(port.Cell).Cycle, schedule.Ready(port.Cell).Ns + port.Ns)).Cell;
        }
        path.Reverse();
        return [.. path];
    }
}
