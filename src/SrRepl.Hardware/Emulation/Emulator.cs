using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Runs a Kernel on a dataset as the chip would, exactly: columns in by name, one column an output out.</summary>
public static class Emulator
{
    /// <summary>The outputs, in the dataset's row order.</summary>
    /// <exception cref="DiagnosticException">A column is missing, a value is no number (SR4020), or a divisor is 0 (SR4021).</exception>
    public static Dataset Run(Kernel kernel, Dataset data, CancellationToken cancellation = default)
    {
        var columns = kernel.InputNames.Select(name => data[name]).ToArray();
        var outputs = kernel.Outputs.Select(_ => new double[data.Rows]).ToArray();
        var emulator = new WideEmulator(kernel);
        var inputs = new double[columns.Length];
        var values = new FixedValue[kernel.Operations.Length];
        for (var row = 0; row < data.Rows; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var i = 0; i < columns.Length; i++)
            {
                inputs[i] = columns[i][row];
                if (!double.IsFinite(inputs[i]))
                    throw new DiagnosticException(Errors.NotANumberInData(columns[i].Name, row + 1, InfixPrinter.Number(inputs[i])));
            }
            try
            {
                emulator.Run(inputs, values);
            }
            catch (DivideByZeroException failure)
            {
                throw new DiagnosticException(Errors.DivisionByZeroInRow(row + 1), failure);
            }
            for (var i = 0; i < outputs.Length; i++)
                outputs[i][row] = values[kernel.Outputs[i].Operation].Double;
        }
        ImmutableArray<Column> results = [.. kernel.Outputs.Select((output, i) => new Column(output.Name, outputs[i]))];
        return new(results);
    }
}
