namespace SrRepl.Hardware;

/// <summary>
/// Which adders go into a DSP macro. A product that is one operand of a sum, and of nothing else, shares its macro with that
/// sum, first of all; a sum that is one operand of a product, and of nothing else, takes the pre-adder, unless it already is
/// part of a three-operand adder. Widths must fit the macro's ports.
/// </summary>
internal sealed class MacroMerging
{
    private readonly Netlist _cells;
    private readonly DeviceFamily.MacroPorts _macro;
    private readonly int[] _readers;
    private readonly int[] _preAdder;
    private readonly int[] _product;
    private readonly bool[] _claimed;

    private MacroMerging(Netlist cells, DeviceFamily.MacroPorts macro)
    {
        _cells = cells;
        _macro = macro;
        _readers = cells.Readers();
        _preAdder = Filled(cells.Count);
        _product = Filled(cells.Count);
        _claimed = new bool[cells.Count];
    }

    /// <summary>How many cells read each cell.</summary>
    public int[] Readers => _readers;

    /// <summary>The adder before a product that its macro takes in, or -1.</summary>
    public int PreAdder(int product) => _preAdder[product];

    /// <summary>The product that an adder shares a macro with, or -1.</summary>
    public int Product(int adder) => _product[adder];

    /// <summary>Whether a cell is inside another one's macro.</summary>
    public bool IsClaimed(int cell) => _claimed[cell];

    /// <summary>Merges every product that can be with the sum behind it.</summary>
    public static MacroMerging PostAdders(Netlist cells, DeviceFamily.MacroPorts macro)
    {
        var merging = new MacroMerging(cells, macro);
        for (var i = 0; i < cells.Count; i++)
            if (cells[i].Kind is CellKind.Add or CellKind.Subtract)
                merging.MergePostAdder(i);
        return merging;
    }

    /// <summary>Merges every adder that can be, and that no pair took, with the product behind it.</summary>
    public void MergePreAdders(TernaryGrouping ternaries)
    {
        for (var i = 0; i < _cells.Count; i++)
            if (_cells[i].Kind == CellKind.Multiply)
                MergePreAdder(i, ternaries);
    }

    private void MergePreAdder(int product, TernaryGrouping ternaries)
    {
        var cell = _cells[product];
        if (!ternaries.IsPart(cell.A) && TakesPreAdder(cell.A, cell.B, product))
            Claim(_preAdder, product, cell.A);
        else if (!ternaries.IsPart(cell.B) && TakesPreAdder(cell.B, cell.A, product))
            Claim(_preAdder, product, cell.B);
    }

    private bool TakesPreAdder(int sum, int other, int product)
    {
        var cell = _cells[sum];
        return cell.Kind is CellKind.Add or CellKind.Subtract
            && !_claimed[sum] && _product[sum] < 0
            && _readers[sum] == (sum == other ? 2 : 1)
            && cell.Width <= _macro.Wide
            && _cells[cell.A].Width <= _macro.PreAdder && _cells[cell.B].Width <= _macro.PreAdder
            && Width(other, product) <= (sum == other ? _macro.Wide : _macro.Narrow);
    }

    private void MergePostAdder(int sum)
    {
        var cell = _cells[sum];
        if (cell.Width > _macro.Accumulator)
            return;
        if (TakesPostAdder(cell.A, cell))
            Claim(_product, sum, cell.A);
        else if (TakesPostAdder(cell.B, cell))
            Claim(_product, sum, cell.B);
    }

    private bool TakesPostAdder(int product, Cell sum)
    {
        var cell = _cells[product];
        return cell.Kind == CellKind.Multiply && !_claimed[product] && _readers[product] == 1
            && sum.A != sum.B && cell.Lsb == sum.Lsb && FitsMacro(product);
    }

    /// <summary>Whether a product fits one macro.</summary>
    public bool FitsMacro(int product)
    {
        var (a, b) = (Width(_cells[product].A, product), Width(_cells[product].B, product));
        return Math.Max(a, b) <= _macro.Wide && Math.Min(a, b) <= _macro.Narrow;
    }

    /// <summary>The bits of an operand that a product of its width reads.</summary>
    public int Width(int operand, int product) => Math.Min(_cells[operand].Width, _cells[product].Width);

    private void Claim(int[] table, int owner, int cell)
    {
        table[owner] = cell;
        _claimed[cell] = true;
    }

    private static int[] Filled(int count)
    {
        var table = new int[count];
        Array.Fill(table, -1);
        return table;
    }
}
