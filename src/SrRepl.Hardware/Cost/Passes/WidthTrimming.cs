namespace SrRepl.Hardware;

/// <summary>
/// No operator computes bits that nobody reads, or that never differ from the sign. The bits above an output's type are cut
/// off at every sum and product that leads there, cells without readers go, and a result is as wide as its operands' values can
/// make it. A function module stays even where a factor of zero took its reader away: the tool does not look inside it.
/// </summary>
internal sealed class WidthTrimming
{
    private readonly Netlist _result;
    private readonly List<ValueRange> _ranges;

    private WidthTrimming(int count)
    {
        _result = new(count);
        _ranges = new(count);
    }

    /// <summary>The circuit with the widths that are built.</summary>
    public static Netlist Run(Netlist source)
    {
        var ends = Ends(source);
        var trimming = new WidthTrimming(source.Count);
        var map = new int[source.Count];
        for (var i = 0; i < source.Count; i++)
            if (ends[i] > int.MinValue || source[i].Kind == CellKind.Input)
                map[i] = trimming.Add(source[i].With(map), ends[i], source.Origin(i));
        foreach (var output in source.Outputs)
            trimming._result.Outputs.Add(map[output]);
        return trimming._result;
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

    private int Add(Cell cell, int end, int origin)
    {
        var range = Range(cell);
        var width = cell.Kind is CellKind.Input or CellKind.Constant
            ? cell.Width
            : Math.Max(1, Math.Min(Math.Min(cell.Width, range.SignedWidth), end - cell.Lsb));
        var index = _result.Add(cell with { Width = width }, origin);
        if (index == _ranges.Count)
            _ranges.Add(KeepsRange(cell) && range.SignedWidth <= width || cell.Kind == CellKind.Constant ? range : ValueRange.Of(width, cell.Signed));
        return index;
    }

    // Of a product the tool keeps the bits alone, so that the next factor adds all of its own; of a square it knows the sign.
    private static bool KeepsRange(Cell cell) => cell.Kind != CellKind.Multiply || cell.A == cell.B;

    private ValueRange Range(Cell cell) => cell.Kind switch
    {
        CellKind.Constant => new((double)cell.Value, (double)cell.Value),
        CellKind.Add => Aligned(cell.A, cell) + Aligned(cell.B, cell),
        CellKind.Subtract => Aligned(cell.A, cell) - Aligned(cell.B, cell),
        CellKind.Negate => new ValueRange(0, 0) - Aligned(cell.A, cell),
        CellKind.Multiply => cell.A == cell.B ? _ranges[cell.A].Squared() : _ranges[cell.A] * _ranges[cell.B],
        CellKind.Wire => _ranges[cell.A].Up(cell.Shift),
        CellKind.Select => Aligned(cell.B, cell).Or(Aligned(cell.C, cell)),
        _ => ValueRange.Of(cell.Width, cell.Signed),
    };

    private ValueRange Aligned(int operand, Cell reader) => _ranges[operand].Up(_result[operand].Lsb - reader.Lsb);
}
