using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A Kernel as a table: number, operation, operands, type, range. A function composed of many operations is one row.</summary>
public static class KernelPrinter
{
    /// <summary>The table, then the outputs and the warnings, a line each.</summary>
    public static string Print(Kernel kernel)
    {
        var table = new TextTable(">node", "operation", "operands", "type", "range");
        var rows = new KernelRows(kernel);
        foreach (var i in rows.Shown)
            table.Add(Number(i), rows.Title(i), rows.Operands(i), kernel.Operations[i].Type.ToString(), kernel.Operations[i].Range.ToString());
        var text = new StringBuilder(table.ToString());
        foreach (var output in kernel.Outputs)
            text.Append(CultureInfo.InvariantCulture, $"\noutput {output.Name} = node {output.Operation}");
        foreach (var warning in kernel.Warnings)
            text.Append("\nwarning: ").Append(warning);
        return text.ToString();
    }

    /// <summary>What an operation does, in one or two words.</summary>
    public static string Title(Operation operation) => operation.Kind switch
    {
        OperationKind.Input => $"input {operation.Function}",
        OperationKind.Table => $"table {operation.Table!.Name}",
        OperationKind.OctantTable => $"nnet::{operation.Function}_lut",
        OperationKind.MathCall => $"hls::{operation.Function}",
        OperationKind.Compare => operation.Function,
        OperationKind kind => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The operands: literals by value, inputs by name, everything else by number.</summary>
    public static string Operands(Kernel kernel, Operation operation) => operation.Kind == OperationKind.Literal
        ? new FixedValue(operation.Raw, operation.Type).Double.ToString("R", CultureInfo.InvariantCulture)
        : string.Join(", ", operation.Operands.Select(index => Operand(kernel, index)));

    /// <summary>One operand.</summary>
    public static string Operand(Kernel kernel, int index) => kernel.Operations[index] switch
    {
        { Kind: OperationKind.Input } input => input.Function,
        { Kind: OperationKind.Literal } literal => Operands(kernel, literal),
        _ => "#" + Number(index),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
