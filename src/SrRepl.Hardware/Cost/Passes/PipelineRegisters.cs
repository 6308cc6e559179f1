using System.Collections.Immutable;

namespace SrRepl.Hardware;

/// <summary>
/// Tenth pass: the registers between stages. A value read in a later stage than it is made in is kept at every edge between,
/// in the bits that are still read; one that is kept over many edges is a shift register.
/// </summary>
internal static class PipelineRegisters
{
    /// <summary>What keeping a cell's value takes.</summary>
    public readonly record struct Kept(int Ff, int Lut);

    /// <summary>What each cell takes.</summary>
    public static Kept[] Run(Netlist cells, ImmutableArray<Instance> instances, Schedule schedule, DeviceFamily.ShiftRegisters shift)
    {
        var uses = new List<(int Cycle, int Bits)>[cells.Count];
        for (var k = 0; k < instances.Length; k++)
            foreach (var port in instances[k].Ports)
                Use(port.Cell, schedule.Start(k));
        var kept = new Kept[cells.Count];
        for (var i = 0; i < cells.Count; i++)
            if (uses[i] is { } reads)
                kept[i] = Keep(schedule.Ready(i).Cycle, reads, shift);
        return kept;

        // Wiring is read where its operand is: what is registered is the operand's bits that pass through.
        void Use(int cell, int cycle)
        {
            var bits = cells[cell].Width;
            while (cells[cell].Kind is CellKind.Wire or CellKind.Part)
            {
                bits = Math.Min(bits, cells[cell].Width) - Math.Max(0, cells[cell].Shift);
                cell = cells[cell].A;
                bits = Math.Max(1, Math.Min(bits, cells[cell].Width));
            }
            if (cells[cell].Kind != CellKind.Constant && cycle > schedule.Ready(cell).Cycle)
                (uses[cell] ??= []).Add((cycle, bits));
        }
    }

    private static Kept Keep(int made, List<(int Cycle, int Bits)> reads, DeviceFamily.ShiftRegisters shift)
    {
        var last = reads.Max(read => read.Cycle);
        if (last - made >= shift.From)
            return new(shift.Ff, shift.Lut);
        var ff = 0;
        for (var edge = made; edge < last; edge++)
            ff += reads.Where(read => read.Cycle > edge).Max(read => read.Bits);
        return new(ff, 0);
    }
}
