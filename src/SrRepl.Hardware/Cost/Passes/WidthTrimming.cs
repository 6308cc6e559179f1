namespace SrRepl.Hardware;

/// <summary>
/// Fourth pass: no operator computes bits that nobody reads. The bits above an output's type are cut off at every sum and
/// product that leads there, cells without readers go, and a result is no wider than its operands can make it. A function
/// module stays even where a factor of zero took its reader away: the tool does not look inside it.
/// </summary>
internal static class WidthTrimming
{
    /// <summary>The circuit with the widths that are built.</summary>
    public static Netlist Run(Netlist source)
    {
        var ends = Ends(source);
        var result = new Netlist();
        var map = new int[source.Count];
        for (var i = 0; i < source.Count; i++)
            if (ends[i] > int.MinValue || source[i].Kind == CellKind.Input)
                map[i] = result.Add(Trimmed(result, source[i].With(map), ends[i]), source.Origin(i));
        foreach (var output in source.Outputs)
            result.Outputs.Add(map[output]);
        return result;
    }

    // For every cell the bit below which its readers look, as a power of two; the least integer where nobody reads.
    private static int[] Ends(Netlist cells)
    {
        var ends = new int[cells.Count];
        Array.Fill(ends, int.MinValue);
        foreach (var output in cells.Outputs)
            ends[output] = Math.Max(ends[output], cells[output].Msb);
        for (var i = cells.Count - 1; i >= 0; i--)
        {
            var cell = cells[i];
            if (cell.Kind == CellKind.Call && cells[cell.A].Kind != CellKind.Constant)
                ends[i] = Math.Max(ends[i], cell.Msb);
            if (ends[i] == int.MinValue)
                continue;
            var read = Math.Min(ends[i], cell.Msb);
            for (var k = 0; k < 3; k++)
                if (cell.Operand(k) is >= 0 and var operand)
                    ends[operand] = Math.Max(ends[operand], Math.Min(cells[operand].Msb, Read(cell, k, cells[operand], read)));
        }
        return ends;
    }

    private static int Read(Cell cell, int position, Cell operand, int end) => cell.Kind switch
    {
        CellKind.Add or CellKind.Subtract or CellKind.Negate => end,
        CellKind.Multiply => operand.Lsb + end - cell.Lsb,
        CellKind.Wire => operand.Lsb + end - cell.Lsb - cell.Shift,
        CellKind.Select when position > 0 => end,
        _ => int.MaxValue,
    };

    private static Cell Trimmed(Netlist cells, Cell cell, int end)
    {
        if (cell.Kind is CellKind.Input or CellKind.Constant)
            return cell;
        var width = Math.Min(cell.Width, Possible(cells, cell));
        return cell with { Width = Math.Max(1, Math.Min(width, end - cell.Lsb)) };
    }

    private static int Possible(Netlist cells, Cell cell) => cell.Kind switch
    {
        CellKind.Add or CellKind.Subtract => Math.Max(cells[cell.A].Msb, cells[cell.B].Msb) + 1 - cell.Lsb,
        CellKind.Negate => cells[cell.A].Msb + 1 - cell.Lsb,
        CellKind.Multiply => cells[cell.A].Width + cells[cell.B].Width,
        CellKind.Wire => cells[cell.A].Width + cell.Shift,
        CellKind.Select => Math.Max(cells[cell.B].Msb, cells[cell.C].Msb) - cell.Lsb,
        _ => int.MaxValue,
    };
}
