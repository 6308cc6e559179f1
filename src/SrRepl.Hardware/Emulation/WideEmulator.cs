using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A Kernel run row by row on integers of any width: exact always, and the measure of the fast path.</summary>
public sealed class WideEmulator(Kernel kernel)
{
    private const int MostOperands = 3;

    private readonly FixedValue[] _operands = new FixedValue[MostOperands];

    /// <summary>Computes every operation for one row.</summary>
    /// <param name="inputs">A finite value for each input port.</param>
    /// <param name="values">Gets every operation's value.</param>
    /// <exception cref="DivideByZeroException">A divisor is 0.</exception>
    public void Run(ReadOnlySpan<double> inputs, Span<FixedValue> values)
    {
        var port = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var operation = kernel.Operations[i];
            if (operation.Kind == OperationKind.Input)
            {
                values[i] = FixedValue.From(inputs[port++], operation.Type);
                continue;
            }
            for (var k = 0; k < operation.Operands.Length; k++)
                _operands[k] = values[operation.Operands[k]];
            values[i] = OperationValue.Of(operation, _operands.AsSpan(0, operation.Operands.Length));
        }
    }

    /// <summary>Every operation's value, row by row; the array is used again for the next row.</summary>
    /// <exception cref="DiagnosticException">A value is no number, or a divisor is 0.</exception>
    public IEnumerable<(int Row, FixedValue[] Values)> Rows(Dataset data, CancellationToken cancellation)
    {
        var columns = kernel.InputNames.Select(name => data[name]).ToArray();
        var inputs = new double[columns.Length];
        var values = new FixedValue[kernel.Operations.Length];
        for (var row = 0; row < data.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
                inputs[i] = Finite(columns[i], row);
            try
            {
                Run(inputs, values);
            }
            catch (DivideByZeroException failure)
            {
                throw new DiagnosticException(Errors.DivisionByZeroInRow(row + 1), failure);
            }
            yield return (row, values);
        }
    }

    private static double Finite(Column column, int row) => double.IsFinite(column[row])
        ? column[row]
        : throw new DiagnosticException(Errors.NotANumberInData(column.Name, row + 1, InfixPrinter.Number(column[row])));
}
