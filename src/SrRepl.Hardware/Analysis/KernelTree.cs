using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A Kernel's operations as drawn trees, one an output. A value used twice is drawn once and referred to by its number after; a
/// composed function is one node.
/// </summary>
internal sealed class KernelTree
{
    private readonly Kernel _kernel;
    private readonly KernelRows _rows;
    private readonly Func<TreeNode, IReadOnlyList<int>, TreeNode> _tell;
    private readonly HashSet<int> _drawn = [];

    private KernelTree(Kernel kernel, Func<TreeNode, IReadOnlyList<int>, TreeNode> tell) =>
        (_kernel, _rows, _tell) = (kernel, new(kernel), tell);

    /// <summary>The tree of every output.</summary>
    /// <param name="kernel">The Kernel.</param>
    /// <param name="tell">Adds to a node, which has its type already, what there is to say of the operations it stands for, the last of which gives its value.</param>
    public static IEnumerable<TreeNode> Of(Kernel kernel, Func<TreeNode, IReadOnlyList<int>, TreeNode> tell)
    {
        var tree = new KernelTree(kernel, tell);
        return [.. kernel.Outputs.Select(output => tree.NodeOf(output.Operation))];
    }

    private TreeNode NodeOf(int index)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var operation = _kernel.Operations[index];
        var name = operation.Kind switch
        {
            OperationKind.Input => operation.Function,
            OperationKind.Literal => KernelPrinter.Operands(_kernel, operation),
            _ => string.Create(CultureInfo.InvariantCulture, $"{_rows.Title(index)} #{index}"),
        };
        if (!_drawn.Add(index) && !operation.Operands.IsEmpty)
            return new(name, []) { Note = "above" };
        return _tell(new(name, [.. _rows.Inputs(index).Select(NodeOf)]) { Note = operation.Type.Plain.ToString() }, [.. _rows.Operations(index)]);
    }
}
