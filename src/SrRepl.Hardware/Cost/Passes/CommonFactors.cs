namespace SrRepl.Hardware;

/// <summary>
/// A sum or difference of two variables times the same constant becomes the constant times their sum: a product less.
/// Only the two products themselves are looked at, as the tool does; a third term of the same factor stays.
/// </summary>
internal static class CommonFactors
{
    /// <summary>The circuit with such pairs factored.</summary>
    public static Netlist Run(Netlist source)
    {
        var readers = source.Readers();
        var at = -1;
        return source.Rewrite((cells, cell, origin) =>
        {
            at++;
            if (cell.Kind is not (CellKind.Add or CellKind.Subtract))
                return cells.Add(cell, origin);
            var (a, b) = (source[at].A, source[at].B);
            return readers[a] == 1 && readers[b] == 1 && cells[cell.A].Lsb == cells[cell.B].Lsb
                && Factor(cells, cell.A, out var constant, out var first) && Factor(cells, cell.B, out var other, out var second)
                && constant == other && cells[first].Lsb == cells[second].Lsb
                ? Factored(cells, cell, constant, first, second, origin)
                : cells.Add(cell, origin);
        });
    }

    private static int Factored(Netlist cells, Cell cell, int constant, int first, int second, int origin)
    {
        var width = Math.Max(cells[first].Width, cells[second].Width) + 1;
        var sum = cells.Add(new Cell(cell.Kind, width, cells[first].Lsb, true, first, second), origin);
        var product = cells.Add(new Cell(CellKind.Multiply, width + cells[constant].Width, cells[sum].Lsb + cells[constant].Lsb, true, constant, sum), origin);
        return cells.Align(product, cell.Lsb, origin);
    }

    private static bool Factor(Netlist cells, int product, out int constant, out int variable)
    {
        var cell = cells[product];
        (constant, variable) = (cell.A, cell.B);
        if (cell.Kind != CellKind.Multiply)
            return false;
        if (!cells.IsConstant(constant, out _))
            (constant, variable) = (variable, constant);
        return cells.IsConstant(constant, out _);
    }
}
