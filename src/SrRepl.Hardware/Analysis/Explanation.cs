using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Why each operation of a Kernel has the type it has.</summary>
public sealed record Explanation(Kernel Kernel, ImmutableArray<NodeExplanation> Rows)
{
    /// <summary>Explains a Kernel.</summary>
    public static Explanation Of(Kernel kernel) => new(kernel,
        [.. kernel.Operations.Select((operation, i) => new NodeExplanation(i, operation, TypeReason.Of(kernel, operation)))]);

    /// <summary>The formulas as drawn trees of typed operations.</summary>
    public string Drawing => KernelDrawing.Draw(Kernel);

    /// <summary>One row an operation, then the drawing.</summary>
    public override string ToString()
    {
        var table = new TextTable(">node", "operation", "operands", "type", "range", "rounding", "why");
        foreach (var row in Rows)
            table.Add(
                row.Node.ToString(CultureInfo.InvariantCulture),
                KernelPrinter.Title(row.Operation),
                KernelPrinter.Operands(Kernel, row.Operation),
                row.Operation.Type.Plain.ToString(),
                row.Operation.Range.ToString(),
                row.Rounding,
                row.Why);
        return $"{table}\n\n{Drawing}";
    }
}

/// <summary>An operation and the reason for its type.</summary>
/// <param name="Node">The operation's number.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Why">One sentence.</param>
public sealed record NodeExplanation(int Node, Operation Operation, string Why)
{
    /// <summary>The modes where bits are dropped, or "exact".</summary>
    public string Rounding => Operation.Kind switch
    {
        OperationKind.Cast when Operation.PicksBits => "exact",
        OperationKind.Input or OperationKind.Cast or OperationKind.OctantTable =>
            $"{FixedTypeText.Print(Operation.Type.Rounding)} {FixedTypeText.Print(Operation.Type.Overflow)}",
        OperationKind.Divide => "toward zero",
        OperationKind.Table or OperationKind.MathCall => "in the function",
        _ => "exact",
    };
}
