using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>The rows of the test bench: raw inputs and the raw outputs that the kernel gives for them.</summary>
/// <param name="Inputs">A row of raw integers of the ports' types each.</param>
/// <param name="Outputs">A row of raw integers of the outputs' types each.</param>
internal sealed record TestVectors(ImmutableArray<ImmutableArray<BigInteger>> Inputs, ImmutableArray<ImmutableArray<BigInteger>> Outputs)
{
    /// <summary>The four files of tb_data/: exact decimals and two's complement bits. A bench without inputs still has a column of zeros to read.</summary>
    /// <param name="inputs">The types of the inputs, in port order.</param>
    /// <param name="outputs">The types of the outputs.</param>
    /// <param name="shown">The types whose bits are written for each input and output, which hold these values; by default the ports' own.</param>
    public IEnumerable<ProjectFile> Files(IReadOnlyList<FixedType> inputs, IReadOnlyList<FixedType> outputs, (FixedType Input, FixedType Output)? shown = null)
    {
        var (rows, ports) = inputs.Count > 0 ? (Inputs, inputs) : ([.. Inputs.Select(_ => ImmutableArray.Create(BigInteger.Zero))], [FixedType.Bit]);
        yield return new("tb_data/tb_input_features.dat", Decimal(rows, ports));
        yield return new("tb_data/tb_input_features.hex", Hex(rows, ports, shown?.Input));
        yield return new("tb_data/tb_output_predictions.dat", Decimal(Outputs, outputs));
        yield return new("tb_data/tb_output_predictions.hex", Hex(Outputs, outputs, shown?.Output));
    }

    private static string Decimal(ImmutableArray<ImmutableArray<BigInteger>> rows, IReadOnlyList<FixedType> types) =>
        Lines(rows, (raw, column) => ExactDecimal.Print(raw, types[column].Fraction));

    private static string Hex(ImmutableArray<ImmutableArray<BigInteger>> rows, IReadOnlyList<FixedType> types, FixedType? shown) =>
        Lines(rows, (raw, column) =>
        {
            var type = shown ?? types[column];
            return ExactDecimal.Hex(raw << (type.Fraction - types[column].Fraction), type.Width);
        });

    private static string Lines(ImmutableArray<ImmutableArray<BigInteger>> rows, Func<BigInteger, int, string> print)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(' ', row.Select(print)).Append('\n');
        return text.ToString();
    }
}
