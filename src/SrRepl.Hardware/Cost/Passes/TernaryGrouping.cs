namespace SrRepl.Hardware;

/// <summary>
/// Seventh pass: two adders in a row that no macro took become one adder of three operands, from the end of every sum backward.
/// </summary>
internal sealed class TernaryGrouping
{
    private readonly int[] _inner;
    private readonly bool[] _claimed;

    private TernaryGrouping(int count)
    {
        _inner = new int[count];
        Array.Fill(_inner, -1);
        _claimed = new bool[count];
    }

    /// <summary>The widest three-operand adder: the one value by which the tool charges all of them; 0 where there is none.</summary>
    public int Widest { get; private set; }

    /// <summary>The first adder of the pair that ends in this one, or -1.</summary>
    public int Inner(int adder) => _inner[adder];

    /// <summary>Whether an adder is the first one of a pair.</summary>
    public bool IsClaimed(int cell) => _claimed[cell];

    /// <summary>Whether an adder is either one of a pair.</summary>
    public bool IsPart(int cell) => _claimed[cell] || _inner[cell] >= 0;

    /// <summary>Pairs the adders of a circuit.</summary>
    public static TernaryGrouping Run(Netlist cells, MacroMerging macros)
    {
        var grouping = new TernaryGrouping(cells.Count);
        for (var i = cells.Count - 1; i >= 0; i--)
        {
            if (!IsFree(i) || cells[i].Kind == CellKind.Negate)
                continue;
            var inner = Pairs(cells[i].A) ? cells[i].A : Pairs(cells[i].B) ? cells[i].B : -1;
            if (inner < 0)
                continue;
            grouping._inner[i] = inner;
            grouping._claimed[inner] = true;
            grouping.Widest = Math.Max(grouping.Widest, cells[i].Width);

            bool Pairs(int operand) =>
                IsFree(operand) && macros.Readers[operand] == 1 && cells[operand].Lsb == cells[i].Lsb;
        }
        return grouping;

        bool IsFree(int i) =>
            cells[i].Kind is CellKind.Add or CellKind.Subtract or CellKind.Negate
            && !macros.IsClaimed(i) && macros.Product(i) < 0 && !grouping._claimed[i] && grouping._inner[i] < 0;
    }
}
