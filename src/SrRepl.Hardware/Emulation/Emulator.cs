using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Runs a Kernel on a dataset as the chip would, exactly: columns in by name, one column an output out. Kernels whose
/// every width fits a machine word run over blocks of rows, vectorised up to 64 bits; wider ones on integers of any width.
/// </summary>
public static class Emulator
{
    /// <summary>Whether a Kernel is proven to fit machine words.</summary>
    public static bool IsFast(Kernel kernel) => BlockProgram.CanRun(kernel);

    /// <summary>The outputs, in the dataset's row order.</summary>
    /// <exception cref="DiagnosticException">A column is missing, a value is no number (SR4020), or a divisor is 0 (SR4021).</exception>
    public static Dataset Run(Kernel kernel, Dataset data, CancellationToken cancellation = default) =>
        IsFast(kernel) ? RunBlocks(kernel, data, cancellation) : RunWide(kernel, data, cancellation);

    /// <summary>The same on integers of any width, whatever the Kernel.</summary>
    /// <exception cref="DiagnosticException">As <see cref="Run"/>.</exception>
    public static Dataset RunWide(Kernel kernel, Dataset data, CancellationToken cancellation = default)
    {
        var outputs = Outputs(kernel, data);
        foreach (var (row, values) in new WideEmulator(kernel).Rows(data, cancellation))
            for (var i = 0; i < outputs.Length; i++)
                outputs[i][row] = values[kernel.Outputs[i].Operation].Double;
        return Named(kernel, outputs);
    }

    private static Dataset RunBlocks(Kernel kernel, Dataset data, CancellationToken cancellation)
    {
        var outputs = Outputs(kernel, data);
        var program = new BlockProgram(kernel);
        foreach (var (start, count) in BlockRun.Over(kernel, program, data, cancellation))
            for (var i = 0; i < outputs.Length; i++)
            {
                var operation = kernel.Outputs[i].Operation;
                OutputCast.Write(program[operation], kernel.Operations[operation].Type, outputs[i].AsSpan(start, count));
            }
        return Named(kernel, outputs);
    }

    private static double[][] Outputs(Kernel kernel, Dataset data) => [.. kernel.Outputs.Select(_ => new double[data.Rows])];

    private static Dataset Named(Kernel kernel, double[][] outputs)
    {
        ImmutableArray<Column> columns = [.. kernel.Outputs.Select((output, i) => new Column(output.Name, outputs[i]))];
        return new(columns);
    }
}
