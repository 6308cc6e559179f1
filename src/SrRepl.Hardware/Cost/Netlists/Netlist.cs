using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// The circuit of a <see cref="Kernel"/> between two passes of the cost model: cells in an order where operands come first,
/// each with the Kernel operation it came from. Adding an equal cell again gives the first one back.
/// </summary>
/// <param name="capacity">About how many cells there will be.</param>
internal sealed class Netlist(int capacity)
{
    private readonly Dictionary<Cell, int> _known = new(capacity);
    private readonly List<int> _origins = new(capacity);

    /// <summary>The cells, operands first.</summary>
    public List<Cell> Cells { get; } = new(capacity);

    /// <summary>The cells that leave the chip, in port order.</summary>
    public List<int> Outputs { get; } = [];

    /// <summary>How many cells there are.</summary>
    public int Count => Cells.Count;

    /// <summary>A cell.</summary>
    public Cell this[int index] => Cells[index];

    /// <summary>The Kernel operation a cell was made for first.</summary>
    public int Origin(int index) => _origins[index];

    /// <summary>Adds a cell, or finds the one that already computes it.</summary>
    public int Add(Cell cell, int origin)
    {
        if (_known.TryGetValue(cell, out var index))
            return index;
        index = Cells.Count;
        Cells.Add(cell);
        _origins.Add(origin);
        _known.Add(cell, index);
        return index;
    }

    /// <summary>A constant cell in the fewest bits; zero is one bit wide.</summary>
    public int Constant(BigInteger value, int lsb, int origin) =>
        Add(new Cell(CellKind.Constant, Bits.Needed(value), lsb, value.Sign < 0) { Detail = value }, origin);

    /// <summary>A cell's bits moved up by <paramref name="shift"/> places and read from <paramref name="lsb"/> on; the cell itself where nothing changes.</summary>
    public int Wire(int index, int shift, int width, int lsb, int origin)
    {
        var cell = Cells[index];
        width = Math.Max(1, Math.Min(width, cell.Width + shift));
        if (cell.Kind == CellKind.Constant && shift >= 0)
            return Constant(cell.Value << shift, lsb, origin);
        return shift == 0 && width == cell.Width && lsb == cell.Lsb
            ? index
            : Add(new Cell(CellKind.Wire, width, lsb, cell.Signed, index) { Shift = shift }, origin);
    }

    /// <summary>A cell's value brought to a lower last bit.</summary>
    public int Align(int index, int lsb, int origin) =>
        Wire(index, Cells[index].Lsb - lsb, int.MaxValue, lsb, origin);

    /// <summary>
    /// A pass that looks at one cell at a time: every cell with its operands already rewritten is given to <paramref name="rule"/>,
    /// which adds what stands for it to the new netlist.
    /// </summary>
    public Netlist Rewrite(Func<Netlist, Cell, int, int> rule)
    {
        var result = new Netlist(Count);
        var map = new int[Count];
        for (var i = 0; i < Count; i++)
            map[i] = rule(result, Cells[i].With(map), _origins[i]);
        foreach (var output in Outputs)
            result.Outputs.Add(map[output]);
        return result;
    }

    /// <summary>Whether a cell is a constant, and which.</summary>
    public bool IsConstant(int index, out BigInteger value)
    {
        var cell = Cells[index];
        value = cell.Value;
        return cell.Kind == CellKind.Constant;
    }

    /// <summary>How many cells and outputs read each cell.</summary>
    public int[] Readers()
    {
        var readers = new int[Count];
        foreach (var cell in Cells)
            for (var i = 0; i < 3; i++)
                if (cell.Operand(i) is >= 0 and var operand)
                    readers[operand]++;
        foreach (var output in Outputs)
            readers[output]++;
        return readers;
    }
}
