using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Why each operation of a Kernel has the type it has, what its rounding does to the outputs, and how far they can be off.</summary>
/// <param name="Kernel">The Kernel.</param>
/// <param name="Rows">One an operation.</param>
/// <param name="Errors">One an output: how far it can be from its formula.</param>
public sealed record Explanation(Kernel Kernel, ImmutableArray<NodeExplanation> Rows, ImmutableArray<ErrorBound> Errors)
{
    /// <summary>Where the drawing was saved, or null.</summary>
    public string? File { get; init; }

    /// <summary>Explains a Kernel.</summary>
    /// <param name="kernel">The Kernel.</param>
    /// <param name="data">Rows whose columns bound the inputs; without, those the Kernel was made with, or all that the ports hold.</param>
    public static Explanation Of(Kernel kernel, Dataset? data = null)
    {
        var shares = ErrorAnalysis.Shares(kernel, data);
        return new(
            kernel,
            [.. kernel.Operations.Select((operation, i) => new NodeExplanation(i, operation, TypeReason.Of(kernel, i))
            {
                ErrorShare = shares.IsEmpty ? double.NaN : shares.GetValueOrDefault(i),
            })],
            ErrorAnalysis.Of(kernel, data));
    }

    /// <summary>The outputs as drawn trees of typed operations, the warmer the more of the outputs' error an operation's rounding brings in.</summary>
    public TreePicture Picture => new([.. Kernel.Outputs.Zip(KernelTree.Of(Kernel, Told), (output, tree) => new TreeNode(output.Name, [tree]))]);

    /// <summary>Saves the drawing as SVG, whole or not at all; without a file nothing happens.</summary>
    /// <exception cref="DiagnosticException">The name does not end in .svg, or the file cannot be written.</exception>
    public Explanation SavedAs(string? file) => this with { File = Picture.SavedAs(file).File };

    /// <summary>One row an operation, what is known of the errors, then the drawing, or where it is.</summary>
    public override string ToString()
    {
        var table = new TextTable(">node", "operation", "operands", "type", "range", "rounding", ">error share", "why");
        foreach (var row in Rows)
            table.Add(
                row.Node.ToString(CultureInfo.InvariantCulture),
                KernelPrinter.Title(row.Operation),
                KernelPrinter.Operands(Kernel, row.Operation),
                row.Operation.Type.Plain.ToString(),
                row.Operation.Range.ToString(),
                row.Rounding,
                row.Share,
                row.Why);
        var text = new StringBuilder(table.ToString());
        foreach (var error in Errors)
            text.Append('\n').Append(error);
        return text.Append("\n\n").Append(Picture with { File = File }).ToString();
    }

    private TreeNode Told(TreeNode node, IReadOnlyList<int> operations)
    {
        var share = operations.Sum(operation => Rows[operation].ErrorShare is var part && double.IsNaN(part) ? 0 : part);
        return node with { Detail = NodeExplanation.Percent(share), Share = share, Hint = Rows[operations[^1]].Why };
    }
}

/// <summary>An operation and the reason for its type.</summary>
/// <param name="Node">The operation's number.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Why">One sentence.</param>
public sealed record NodeExplanation(int Node, Operation Operation, string Why)
{
    /// <summary>How much of the outputs' possible error its rounding brings in, as a part of 1; NaN where that is not known.</summary>
    public double ErrorShare { get; init; } = double.NaN;

    /// <summary>The share in percent, or nothing where there is none.</summary>
    public string Share => Percent(ErrorShare);

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

    internal static string Percent(double share) => share > 0 ? (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + "%" : "";
}
