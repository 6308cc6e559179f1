using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Feeds a dataset to a <see cref="BlockProgram"/>, block by block.</summary>
internal static class BlockRun
{
    /// <summary>Runs every block; after each, the program's registers hold its rows.</summary>
    /// <exception cref="DiagnosticException">A value is no number, or a divisor is 0.</exception>
    public static IEnumerable<(int Start, int Count)> Over(
        Kernel kernel, BlockProgram program, Dataset data, CancellationToken cancellation)
    {
        var inputs = kernel.Inputs
            .Select(input => (Cast: new InputCast(data[input.Name], input.Type), input.Operation))
            .ToArray();
        var buffer = new double[BlockProgram.BlockSize];
        for (var start = 0; start < data.Rows; start += BlockProgram.BlockSize)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(BlockProgram.BlockSize, data.Rows - start);
            foreach (var (cast, operation) in inputs)
                cast.Read(start, count, buffer, program[operation]);
            try
            {
                program.Run(count);
            }
            catch (BlockDivisionException failure)
            {
                throw new DiagnosticException(Errors.DivisionByZeroInRow(start + failure.Row + 1), failure);
            }
            yield return (start, count);
        }
    }
}
