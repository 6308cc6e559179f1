using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>A Kernel run row by row on integers of any width: exact always, and the measure of the fast path.</summary>
public sealed class WideEmulator(Kernel kernel)
{
    /// <summary>Computes every operation for one row.</summary>
    /// <param name="inputs">A value for each input port, finite.</param>
    /// <param name="values">Gets every operation's value.</param>
    /// <exception cref="DivideByZeroException">A divisor is 0.</exception>
    public void Run(ReadOnlySpan<double> inputs, Span<FixedValue> values)
    {
        var operands = new FixedValue[3];
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
                operands[k] = values[operation.Operands[k]];
            values[i] = OperationValue.Of(operation, operands.AsSpan(0, operation.Operands.Length));
        }
    }

    /// <summary>The raw integers of every operation for one row of raw inputs.</summary>
    public BigInteger[] Run(ReadOnlySpan<double> inputs)
    {
        var values = new FixedValue[kernel.Operations.Length];
        Run(inputs, values);
        return [.. values.Select(value => value.Raw)];
    }
}
