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
        foreach (var i in Rows(kernel))
        {
            var operation = kernel.Operations[i];
            table.Add(Number(i), Title(kernel, i), Operands(kernel, i), operation.Type.ToString(), operation.Range.ToString());
        }
        var text = new StringBuilder(table.ToString());
        foreach (var output in kernel.Outputs)
            text.Append(CultureInfo.InvariantCulture, $"\noutput {output.Name} = node {output.Operation}");
        foreach (var warning in kernel.Warnings)
            text.Append("\nwarning: ").Append(warning);
        return text.ToString();
    }

    /// <summary>The operations that a table of the Kernel shows: all but those inside a composed function.</summary>
    public static IEnumerable<int> Rows(Kernel kernel)
    {
        var hidden = kernel.Calls.SelectMany(call => call.Inner(kernel)).ToHashSet();
        return Enumerable.Range(0, kernel.Operations.Length).Where(index => !hidden.Contains(index));
    }

    /// <summary>What a row of the table does: an operation, or a whole function.</summary>
    public static string Title(Kernel kernel, int index) => Composed(kernel, index) is { } call
        ? string.Create(CultureInfo.InvariantCulture, $"{call.Function} ({call.Inner(kernel).Count() + 1} operations)")
        : Title(kernel.Operations[index]);

    /// <summary>What a row of the table works on.</summary>
    public static string Operands(Kernel kernel, int index) => Composed(kernel, index) is { } call
        ? Operand(kernel, call.Argument)
        : Operands(kernel, kernel.Operations[index]);

    /// <summary>The function whose result an operation is, where it is composed of several.</summary>
    public static KernelCall? Composed(Kernel kernel, int index) =>
        kernel.Calls.FirstOrDefault(call => call.Result == index && call.Inner(kernel).Any());

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

    private static string Operand(Kernel kernel, int index) => kernel.Operations[index] switch
    {
        { Kind: OperationKind.Input } input => input.Function,
        { Kind: OperationKind.Literal } literal => Operands(kernel, literal),
        _ => "#" + Number(index),
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
