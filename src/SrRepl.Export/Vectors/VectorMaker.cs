using System.Collections.Immutable;
using System.Numerics;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>Makes the rows of the test bench: the kernel's emulator says what the outputs are.</summary>
internal static class VectorMaker
{
    private const int RandomRows = 256;

    /// <summary>The rows of a dataset, columns matched by name.</summary>
    /// <exception cref="DiagnosticException">A column is missing, a value is no number, or a divisor is 0.</exception>
    public static TestVectors From(Kernel kernel, Dataset data)
    {
        Emulator.Run(kernel, data, RunContext.Current.Cancellation);
        var columns = kernel.InputNames.Select(name => data[name]).ToArray();
        return Run(kernel, Enumerable.Range(0, data.Rows).Select(row => columns.Select(column => column[row]).ToArray()));
    }

    /// <summary>The corners of the inputs' types, then random rows: half over the whole range, half over all orders of magnitude. Rows that divide by zero are left out.</summary>
    public static TestVectors Random(Kernel kernel)
    {
        var types = kernel.Inputs.Select(input => input.Type).ToArray();
        var random = new SplitMix(0x5EED);
        var rows = new List<double[]>();
        foreach (var corner in new Func<FixedType, BigInteger>[] { _ => 0, type => type.MinRaw, type => type.MaxRaw, _ => 1, type => type.Signed ? -1 : 1 })
            rows.Add([.. types.Select(type => new FixedValue(corner(type), type).Double)]);
        while (rows.Count < RandomRows)
        {
            var whole = rows.Count % 2 == 0;
            rows.Add([.. types.Select(type => new FixedValue(Draw(random, type, whole), type).Double)]);
        }
        return Run(kernel, rows);
    }

    private static BigInteger Draw(SplitMix random, FixedType type, bool whole)
    {
        var bits = whole ? type.Width : 1 + (int)(random.Next() % (ulong)type.Width);
        var raw = BigInteger.Zero;
        for (var i = 0; i < bits; i += 64)
            raw = (raw << 64) | random.Next();
        raw &= (BigInteger.One << bits) - 1;
        return type.Signed && !(raw >> (bits - 1)).IsZero ? raw - (BigInteger.One << bits) : raw;
    }

    private static TestVectors Run(Kernel kernel, IEnumerable<double[]> rows)
    {
        var emulator = new WideEmulator(kernel);
        var values = new FixedValue[kernel.Operations.Length];
        var inputs = ImmutableArray.CreateBuilder<ImmutableArray<BigInteger>>();
        var outputs = ImmutableArray.CreateBuilder<ImmutableArray<BigInteger>>();
        foreach (var row in rows)
        {
            try
            {
                emulator.Run(row, values);
            }
            catch (DivideByZeroException)
            {
                continue;
            }
            inputs.Add([.. kernel.Inputs.Select(input => values[input.Operation].Raw)]);
            outputs.Add([.. kernel.Outputs.Select(output => values[output.Operation].Raw)]);
        }
        return new(inputs.ToImmutable(), outputs.ToImmutable());
    }

    // Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
    private sealed class SplitMix(ulong state)
    {
        private ulong _state = state;

        public ulong Next()
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
