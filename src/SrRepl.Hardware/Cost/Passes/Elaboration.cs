using System.Collections.Frozen;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// First pass: every operation of a <see cref="Kernel"/> becomes the integer operators that the C++ of ap_fixed comes down to.
/// Binary points are wiring; a rounding is an adder, a saturation two comparisons and two choices.
/// </summary>
internal static class Elaboration
{
    /// <summary>The operation, its operands as cells, and where its own cells go; gives the cell of the result.</summary>
    private delegate int Rule(Netlist cells, Operation operation, int[] operands, int origin);

    private static readonly FrozenDictionary<OperationKind, Rule> Rules = new Dictionary<OperationKind, Rule>
    {
        [OperationKind.Input] = (cells, op, _, origin) => cells.Add(Of(CellKind.Input, op.Type) with { Detail = op.Function }, origin),
        [OperationKind.Literal] = (cells, op, _, origin) => cells.Constant(op.Raw, -op.Type.Fraction, origin),
        [OperationKind.Add] = (cells, op, x, origin) => cells.Add(Of(CellKind.Add, op.Type, x), origin),
        [OperationKind.Subtract] = (cells, op, x, origin) => cells.Add(Of(CellKind.Subtract, op.Type, x), origin),
        [OperationKind.Multiply] = (cells, op, x, origin) => cells.Add(Of(CellKind.Multiply, op.Type, x), origin),
        [OperationKind.Divide] = (cells, op, x, origin) => Call(cells, "/", Dividend(cells[x[0]], cells[x[1]]), op, x, origin),
        [OperationKind.Negate] = (cells, op, x, origin) => cells.Add(Of(CellKind.Negate, op.Type, x), origin),
        [OperationKind.Cast] = Cast,
        [OperationKind.Table] = (cells, op, x, origin) => TableCall(cells, op, x, origin),
        [OperationKind.OctantTable] = (cells, op, x, origin) => Call(cells, "nnet::" + op.Function, op.Type, op, x, origin),
        [OperationKind.MathCall] = (cells, op, x, origin) => Call(cells, op.Function, op.Type, op, x, origin),
        [OperationKind.Abs] = Abs,
        [OperationKind.Min] = Choose,
        [OperationKind.Max] = Choose,
        [OperationKind.Compare] = (cells, op, x, origin) => Compare(cells, x[0], x.Length > 1 ? x[1] : -1, op.Function, origin),
        [OperationKind.Select] = (cells, op, x, origin) => Select(cells, op.Type, Truth(cells, x[0], origin), x[1], x[2], origin),
    }.ToFrozenDictionary();

    /// <summary>The kinds of operation that have a rule here; a test holds them to be all.</summary>
    public static IEnumerable<OperationKind> Kinds => Rules.Keys;

    /// <summary>The circuit of a kernel as written.</summary>
    public static Netlist Run(Kernel kernel)
    {
        var cells = new Netlist(kernel.Operations.Length * 5 / 4);
        var results = new int[kernel.Operations.Length];
        for (var i = 0; i < results.Length; i++)
        {
            var operation = kernel.Operations[i];
            results[i] = Rules[operation.Kind](cells, operation, [.. operation.Operands.Select(operand => results[operand])], i);
        }
        foreach (var output in kernel.Outputs)
            cells.Outputs.Add(results[output.Operation]);
        return cells;
    }

    private static Cell Of(CellKind kind, FixedType type, params int[] operands) =>
        new(kind, type.Width, -type.Fraction, type.Signed,
            operands.Length > 0 ? operands[0] : -1, operands.Length > 1 ? operands[1] : -1, operands.Length > 2 ? operands[2] : -1);

    // A call's result is as wide as its values are, where they are known: a sine takes F + 2 bits of any type.
    private static int Call(Netlist cells, string module, FixedType type, Operation operation, int[] operands, int origin)
    {
        var cell = Of(CellKind.Call, operation.Type, operands) with { Detail = new Module(module, type) };
        return cells.Add(cell with { Width = Math.Min(cell.Width, ValueWidth(operation)) }, origin);
    }

    private static int TableCall(Netlist cells, Operation operation, int[] operands, int origin)
    {
        var table = operation.Table!;
        var width = Bits.NeededSigned(table.Entries.Min(), table.Entries.Max());
        return cells.Add(Of(CellKind.Call, operation.Type, operands) with
        {
            Detail = new Module(TableModule.Name, table.ArgumentType, table),
            Width = Math.Min(width, operation.Type.Width),
        }, origin);
    }

    private static int ValueWidth(Operation operation)
    {
        if (!operation.Range.IsFinite)
            return int.MaxValue;
        var scale = Math.ScaleB(1, operation.Type.Fraction);
        return Bits.NeededSigned(new BigInteger(Math.Floor(operation.Range.Low * scale)), new BigInteger(Math.Floor(operation.Range.High * scale)));
    }

    // The quotient's bits are those of the dividend, moved up by the divisor's fraction.
    private static FixedType Dividend(Cell a, Cell b) => new(a.Width, a.Width + Math.Min(0, b.Lsb));

    private static int Cast(Netlist cells, Operation operation, int[] operands, int origin)
    {
        var type = operation.Type;
        var rounded = Round(cells, operands[0], type, origin);
        return type.Overflow == Overflow.Wrap
            ? cells.Wire(rounded, cells[rounded].Lsb + type.Fraction, type.Width, -type.Fraction, origin)
            : Saturate(cells, rounded, type, origin);
    }

    // Toward minus infinity drops bits; every other rounding adds one of them, decided by a gate or two, to the rest.
    private static int Round(Netlist cells, int operand, FixedType type, int origin)
    {
        var from = cells[operand];
        if (from.Kind == CellKind.Constant || type.Rounding == Rounding.Trn || from.Lsb >= -type.Fraction)
            return operand;
        var kept = cells.Wire(operand, from.Lsb + type.Fraction, from.Width, -type.Fraction, origin);
        var bit = cells.Add(new Cell(CellKind.Logic, 1, -type.Fraction, false, operand), origin);
        return cells.Add(new Cell(CellKind.Add, cells[kept].Width + 1, -type.Fraction, from.Signed, kept, bit), origin);
    }

    private static int Saturate(Netlist cells, int operand, FixedType type, int origin)
    {
        var from = cells[operand];
        var kept = cells.Wire(operand, from.Lsb + type.Fraction, type.Width, -type.Fraction, origin);
        if (from.Kind == CellKind.Constant || from.Msb <= type.Integer && from.Signed == type.Signed)
            return kept;
        var high = cells.Add(new Cell(CellKind.Logic, 1, 0, false, operand) { Detail = "overflow" }, origin);
        var low = cells.Add(new Cell(CellKind.Logic, 1, 0, false, operand) { Detail = "underflow" }, origin);
        var top = Select(cells, type, high, cells.Constant(type.MaxRaw, -type.Fraction, origin), kept, origin);
        return Select(cells, type, low, cells.Constant(type.MinRaw, -type.Fraction, origin), top, origin);
    }

    private static int Abs(Netlist cells, Operation operation, int[] operands, int origin)
    {
        var negative = cells.Add(Of(CellKind.Negate, operation.Type, operands), origin);
        var sign = cells.Wire(operands[0], 1 - cells[operands[0]].Width, 1, 0, origin);
        return Select(cells, operation.Type, sign, negative, operands[0], origin);
    }

    private static int Choose(Netlist cells, Operation operation, int[] operands, int origin)
    {
        var first = Compare(cells, operands[0], operands[1], operation.Kind.ToString(), origin);
        return Select(cells, operation.Type, first, operands[0], operands[1], origin);
    }

    private static int Compare(Netlist cells, int a, int b, string relation, int origin) =>
        cells.Add(new Cell(CellKind.Compare, 1, 0, false, a, b) { Detail = relation }, origin);

    private static int Select(Netlist cells, FixedType type, int condition, int then, int otherwise, int origin) =>
        cells.Add(Of(CellKind.Select, type, condition, then, otherwise), origin);

    private static int Truth(Netlist cells, int condition, int origin) =>
        cells[condition].Width == 1 ? condition : Compare(cells, condition, -1, "not_zero", origin);
}
