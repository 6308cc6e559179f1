using System.Globalization;
using System.Numerics;
using System.Text;
using SrRepl.Hardware;

namespace SrRepl.Benchmarks;

/// <summary>A Kernel of sums, products, casts and tables as a Verilog module, for synthesis by an open tool. Tables are memories with a clocked read.</summary>
internal static class KernelVerilog
{
    /// <summary>The module's text.</summary>
    /// <exception cref="NotSupportedException">An operation of another kind.</exception>
    public static string Write(Kernel kernel, string module)
    {
        var ports = kernel.Inputs.Select(input => $"input {Declared(input.Type)} n{input.Operation}")
            .Concat(kernel.Outputs.Select((output, k) => $"output {Declared(kernel.Operations[output.Operation].Type)} y{k}"));
        var text = new StringBuilder();
        Line(text, $"module {module}(input clk, {string.Join(", ", ports)});");
        for (var i = 0; i < kernel.Operations.Length; i++)
            if (kernel.Operations[i].Kind != OperationKind.Input)
                Body(text, kernel, i);
        for (var k = 0; k < kernel.Outputs.Length; k++)
            Line(text, $"  assign y{k} = n{kernel.Outputs[k].Operation};");
        return text.Append("endmodule\n").ToString();
    }

    private static void Body(StringBuilder text, Kernel kernel, int i)
    {
        var operation = kernel.Operations[i];
        var name = $"n{i}";
        if (operation.Kind == OperationKind.Table)
        {
            Table(text, kernel, operation, name);
            return;
        }
        var value = operation.Kind switch
        {
            OperationKind.Literal => Number(operation.Raw, operation.Type.Width),
            OperationKind.Add => $"{Operand(0)} + {Operand(1)}",
            OperationKind.Subtract => $"{Operand(0)} - {Operand(1)}",
            OperationKind.Negate => $"-{Operand(0)}",
            OperationKind.Multiply => $"{Signed(kernel, operation.Operands[0])} * {Signed(kernel, operation.Operands[1])}",
            OperationKind.Cast when operation.Type is { Rounding: Rounding.Trn, Overflow: Overflow.Wrap } => Operand(0),
            _ => throw new NotSupportedException($"no Verilog for {operation.Kind}"),
        };
        Line(text, $"  wire {Declared(operation.Type)} {name} = {value};");

        string Operand(int k) => Shifted(kernel, operation.Operands[k], operation.Type.Fraction);
    }

    private static void Table(StringBuilder text, Kernel kernel, Operation operation, string name)
    {
        var table = operation.Table!;
        var argument = kernel.Operations[operation.Operands[0]].Type;
        var wide = argument.Width + (int)table.IndexScale.GetBitLength() + 2;
        var entry = operation.Type.Width;
        var address = BitOperations.Log2((uint)table.Entries.Length - 1) + 1;
        Line(text, $"  wire signed [{wide - 1}:0] {name}_at = (({Signed(kernel, operation.Operands[0])} - {Number(table.From, argument.Width)}) * {Number(table.IndexScale, wide)}) >>> {argument.Fraction + table.ScaleType.Fraction};");
        Line(text, $"  wire [{address - 1}:0] {name}_a = {name}_at < 0 ? 0 : {name}_at >= {table.Entries.Length} ? {table.Entries.Length - 1} : {name}_at;");
        Line(text, $"  reg [{entry - 1}:0] {name}_memory [0:{table.Entries.Length - 1}];");
        Line(text, $"  reg signed [{entry - 1}:0] {name};");
        Line(text, "  initial begin");
        for (var k = 0; k < table.Entries.Length; k++)
            Line(text, $"    {name}_memory[{k}] = {Number(table.Entries[k], entry)};");
        Line(text, "  end");
        Line(text, $"  always @(posedge clk) {name} <= {name}_memory[{name}_a];");
    }

    private static string Shifted(Kernel kernel, int operand, int fraction)
    {
        var places = fraction - kernel.Operations[operand].Type.Fraction;
        return places switch
        {
            0 => Signed(kernel, operand),
            > 0 => $"({Signed(kernel, operand)} <<< {places})",
            _ => $"({Signed(kernel, operand)} >>> {-places})",
        };
    }

    private static string Signed(Kernel kernel, int operand) =>
        kernel.Operations[operand].Type.Signed ? $"n{operand}" : $"$signed({{1'b0, n{operand}}})";

    private static string Declared(FixedType type) => type.Signed ? $"signed [{type.Width - 1}:0]" : $"[{type.Width - 1}:0]";

    private static string Number(BigInteger value, int width)
    {
        var bits = value & ((BigInteger.One << width) - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{width}'sh{bits.ToString("x", CultureInfo.InvariantCulture)}");
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
