using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// Third pass: a product with a constant of at most two signed digits (non-adjacent form) becomes wiring and one adder, as the
/// tool does; constants with more digits stay multiplications.
/// </summary>
internal static class SignedDigits
{
    private const int Most = 2;

    /// <summary>The circuit with cheap constants as shifts.</summary>
    public static Netlist Run(Netlist source) => source.Rewrite(Expand);

    /// <summary>The digits of a constant: exponents, lowest first, each with its sign. No two are adjacent, and no form has fewer.</summary>
    public static List<(int Exponent, int Sign)> Digits(BigInteger value)
    {
        var digits = new List<(int, int)>();
        for (var exponent = 0; !value.IsZero; exponent++, value >>= 1)
        {
            if (value.IsEven)
                continue;
            var sign = (value & 3) == 3 ? -1 : 1;
            digits.Add((exponent, sign));
            value -= sign;
        }
        return digits;
    }

    private static int Expand(Netlist cells, Cell cell, int origin)
    {
        if (cell.Kind != CellKind.Multiply)
            return cells.Add(cell, origin);
        var (constant, operand) = cells.IsConstant(cell.A, out _) ? (cell.A, cell.B) : (cell.B, cell.A);
        if (!cells.IsConstant(constant, out var value))
            return cells.Add(cell, origin);
        var digits = Digits(value);
        return digits.Count > Most ? cells.Add(cell, origin) : digits.Count == 1 ? Single(cells, cell, operand, digits[0], origin) : Pair(cells, cell, operand, digits, origin);
    }

    private static int Single(Netlist cells, Cell cell, int operand, (int Exponent, int Sign) digit, int origin)
    {
        var moved = Moved(cells, cell, operand, digit.Exponent, origin);
        return digit.Sign > 0 ? moved : Negative(cells, moved, origin);
    }

    private static int Pair(Netlist cells, Cell cell, int operand, List<(int Exponent, int Sign)> digits, int origin)
    {
        var low = Moved(cells, cell, operand, digits[0].Exponent, origin);
        var high = Moved(cells, cell, operand, digits[1].Exponent, origin);
        return (digits[1].Sign, digits[0].Sign) switch
        {
            (1, 1) => Join(cells, CellKind.Add, high, low, origin),
            (1, _) => Join(cells, CellKind.Subtract, high, low, origin),
            (_, 1) => Join(cells, CellKind.Subtract, low, high, origin),
            _ => Negative(cells, Join(cells, CellKind.Add, high, low, origin), origin),
        };
    }

    private static int Moved(Netlist cells, Cell product, int operand, int places, int origin) =>
        cells.Wire(operand, places, int.MaxValue, product.Lsb, origin);

    private static int Join(Netlist cells, CellKind kind, int a, int b, int origin) =>
        cells.Add(new Cell(kind, Math.Max(cells[a].Width, cells[b].Width) + 1, cells[a].Lsb, true, a, b), origin);

    private static int Negative(Netlist cells, int operand, int origin) =>
        cells.Add(new Cell(CellKind.Negate, cells[operand].Width + 1, cells[operand].Lsb, true, operand), origin);
}
