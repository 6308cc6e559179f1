using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A Kernel run row by row on integers of any width: exact always, and the measure of the fast path.</summary>
internal static class WideEmulator
{
    /// <summary>Every operation's value, row by row; the array is used again for the next row.</summary>
    /// <exception cref="DiagnosticException">A value is no number, or a divisor is 0.</exception>
    public static IEnumerable<(int Row, FixedValue[] Values)> Rows(Kernel kernel, Dataset data, CancellationToken cancellation)
    {
        var columns = kernel.InputNames.Select(name => data[name]).ToArray();
        var values = new FixedValue[kernel.Operations.Length];
        for (var row = 0; row < data.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                Run(kernel, columns, row, values);
            }
            catch (DivideByZeroException failure)
            {
                throw new DiagnosticException(Errors.DivisionByZeroInRow(row + 1), failure);
            }
            yield return (row, values);
        }
    }

    private static void Run(Kernel kernel, Column[] columns, int row, FixedValue[] values)
    {
        var operands = new FixedValue[3];
        var port = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var operation = kernel.Operations[i];
            if (operation.Kind == OperationKind.Input)
            {
                values[i] = Read(columns[port++], row, operation.Type);
                continue;
            }
            for (var k = 0; k < operation.Operands.Length; k++)
                operands[k] = values[operation.Operands[k]];
            values[i] = OperationValue.Of(operation, operands.AsSpan(0, operation.Operands.Length));
        }
    }

    private static FixedValue Read(Column column, int row, FixedType type) => double.IsFinite(column[row])
        ? FixedValue.From(column[row], type)
        : throw new DiagnosticException(Errors.NotANumberInData(column.Name, row + 1, InfixPrinter.Number(column[row])));
}
