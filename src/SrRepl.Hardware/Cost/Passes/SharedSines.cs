namespace SrRepl.Hardware;

/// <summary>
/// Fifth pass: sine and cosine of the vendor's library come out of one CORDIC. A design that reads both has every one of its
/// modules with both outputs, and one module an argument.
/// </summary>
internal static class SharedSines
{
    /// <summary>The circuit with one CORDIC an argument.</summary>
    public static Netlist Run(Netlist source)
    {
        var sine = source.Cells.Any(cell => cell.Module is { Name: "sin" });
        var cosine = source.Cells.Any(cell => cell.Module is { Name: "cos" });
        return sine && cosine ? source.Rewrite(Join) : source;
    }

    private static int Join(Netlist cells, Cell cell, int origin)
    {
        if (cell.Module is not { Name: "sin" or "cos" } module)
            return cells.Add(cell, origin);
        var both = cells.Add(cell with { Detail = module with { Name = "sincos" } }, origin);
        return cells.Add(new Cell(CellKind.Part, cell.Width, cell.Lsb, cell.Signed, both) { Detail = module.Name }, origin);
    }
}
