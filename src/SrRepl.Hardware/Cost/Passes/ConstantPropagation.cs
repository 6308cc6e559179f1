using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// Second pass: what is known is computed, what is zero vanishes, and signs move into the adders that read them. A sum
/// that begins with a negative term becomes a difference once a positive one follows.
/// </summary>
internal static class ConstantPropagation
{
    /// <summary>The circuit without operators on constants.</summary>
    public static Netlist Run(Netlist source) => source.Rewrite(Fold);

    private static int Fold(Netlist cells, Cell cell, int origin) => cell.Kind switch
    {
        CellKind.Add => Sum(cells, cell, origin),
        CellKind.Subtract => Difference(cells, cell, origin),
        CellKind.Negate => Negative(cells, cell, origin),
        CellKind.Multiply => Product(cells, cell, origin),
        CellKind.Wire => Wire(cells, cell, origin),
        _ => cells.Add(cell, origin),
    };

    private static int Sum(Netlist cells, Cell cell, int origin)
    {
        var knownA = cells.IsConstant(cell.A, out var a);
        var knownB = cells.IsConstant(cell.B, out var b);
        if (knownA && knownB)
            return cells.Constant(Aligned(cells, cell.A, cell.Lsb) + Aligned(cells, cell.B, cell.Lsb), cell.Lsb, origin);
        if (knownA && a.IsZero)
            return cells.Align(cell.B, cell.Lsb, origin);
        if (knownB && b.IsZero)
            return cells.Align(cell.A, cell.Lsb, origin);
        if (cells[cell.A] is { Kind: CellKind.Negate } negative && negative.Lsb == cell.Lsb)
            return cells.Add(cell with { Kind = CellKind.Subtract, Signed = true, A = cell.B, B = negative.A }, origin);
        if (cells[cell.B] is { Kind: CellKind.Negate } second && second.Lsb == cell.Lsb)
            return cells.Add(cell with { Kind = CellKind.Subtract, Signed = true, B = second.A }, origin);
        return cells.Add(cell, origin);
    }

    private static int Difference(Netlist cells, Cell cell, int origin)
    {
        var knownA = cells.IsConstant(cell.A, out var a);
        var knownB = cells.IsConstant(cell.B, out var b);
        if (knownA && knownB)
            return cells.Constant(Aligned(cells, cell.A, cell.Lsb) - Aligned(cells, cell.B, cell.Lsb), cell.Lsb, origin);
        if (knownA && a.IsZero)
            return Negative(cells, cell with { Kind = CellKind.Negate, A = cells.Align(cell.B, cell.Lsb, origin), B = -1 }, origin);
        if (knownB && b.IsZero)
            return cells.Align(cell.A, cell.Lsb, origin);
        return cells[cell.B] is { Kind: CellKind.Negate } negative && negative.Lsb == cell.Lsb
            ? cells.Add(cell with { Kind = CellKind.Add, B = negative.A }, origin)
            : cells.Add(cell, origin);
    }

    private static int Negative(Netlist cells, Cell cell, int origin)
    {
        if (cells.IsConstant(cell.A, out _))
            return cells.Constant(-Aligned(cells, cell.A, cell.Lsb), cell.Lsb, origin);
        return cells[cell.A] is { Kind: CellKind.Negate } twice && twice.Lsb == cell.Lsb ? twice.A : cells.Add(cell, origin);
    }

    private static int Product(Netlist cells, Cell cell, int origin)
    {
        var knownA = cells.IsConstant(cell.A, out var a);
        var knownB = cells.IsConstant(cell.B, out var b);
        if (knownA && knownB)
            return cells.Constant(a * b, cell.Lsb, origin);
        if (knownA && a.IsZero || knownB && b.IsZero)
            return cells.Constant(0, cell.Lsb, origin);
        if (cells[cell.A] is { Kind: CellKind.Negate } first && first.Lsb == cells[first.A].Lsb)
            return Opposite(cells, cell with { A = first.A }, origin);
        return cells[cell.B] is { Kind: CellKind.Negate } second && second.Lsb == cells[second.A].Lsb
            ? Opposite(cells, cell with { B = second.A }, origin)
            : cells.Add(cell, origin);
    }

    // The sign of a factor becomes that of the product, where an adder can take it in.
    private static int Opposite(Netlist cells, Cell product, int origin)
    {
        var positive = Product(cells, product, origin);
        return Negative(cells, new Cell(CellKind.Negate, cells[positive].Width + 1, cells[positive].Lsb, true, positive), origin);
    }

    private static int Wire(Netlist cells, Cell cell, int origin)
    {
        if (!cells.IsConstant(cell.A, out var value))
            return cells.Wire(cell.A, cell.Shift, cell.Width, cell.Lsb, origin);
        var moved = cell.Shift >= 0 ? value << cell.Shift : value >> -cell.Shift;
        return cells.Constant(Wrapped(moved, cell.Width), cell.Lsb, origin);
    }

    private static BigInteger Aligned(Netlist cells, int index, int lsb) => cells[index].Value << (cells[index].Lsb - lsb);

    // The bits that a cast keeps, read in two's complement.
    private static BigInteger Wrapped(BigInteger value, int width)
    {
        if (Bits.NeededSigned(value, value) <= width + 1)
            return value;
        var half = BigInteger.One << (width - 1);
        return ((value + half) & ((half << 1) - 1)) - half;
    }
}
