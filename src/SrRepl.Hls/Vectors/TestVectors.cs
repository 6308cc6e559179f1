using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>The rows of the test bench: raw inputs and the raw outputs that the kernel gives for them.</summary>
/// <param name="Inputs">A row of raw integers of the ports' types each.</param>
/// <param name="Outputs">A row of raw integers of the outputs' types each.</param>
internal sealed record TestVectors(ImmutableArray<ImmutableArray<BigInteger>> Inputs, ImmutableArray<ImmutableArray<BigInteger>> Outputs)
{
    /// <summary>The four files of tb_data/: exact decimals and two's complement bits.</summary>
    public IEnumerable<ProjectFile> Files(Kernel kernel, InterfaceTypes types)
    {
        var (inputs, ports) = types.Ports.Count > 0
            ? (Inputs, types.Ports)
            : ([.. Inputs.Select(_ => ImmutableArray.Create(BigInteger.Zero))], [types.Input]);
        FixedType[] results = [.. kernel.Outputs.Select(output => kernel.Operations[output.Operation].Type)];
        yield return new("tb_data/tb_input_features.dat", Decimal(inputs, ports));
        yield return new("tb_data/tb_input_features.hex", Hex(inputs, ports, types.Input));
        yield return new("tb_data/tb_output_predictions.dat", Decimal(Outputs, results));
        yield return new("tb_data/tb_output_predictions.hex", Hex(Outputs, results, types.Output));
    }

    private static string Decimal(ImmutableArray<ImmutableArray<BigInteger>> rows, IReadOnlyList<FixedType> types) =>
        Lines(rows, (raw, column) => ExactDecimal.Print(raw, types[column].Fraction));

    private static string Hex(ImmutableArray<ImmutableArray<BigInteger>> rows, IReadOnlyList<FixedType> types, FixedType shown) =>
        Lines(rows, (raw, column) => ExactDecimal.Hex(raw << (shown.Fraction - types[column].Fraction), shown.Width));

    private static string Lines(ImmutableArray<ImmutableArray<BigInteger>> rows, Func<BigInteger, int, string> print)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(' ', row.Select(print)).Append('\n');
        return text.ToString();
    }
}
