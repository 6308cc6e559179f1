using System.Globalization;
using System.Text;

namespace SrRepl.Hardware;

/// <summary>A Kernel drawn as one tree an output; a value used twice is drawn once and referred to by its number after, a composed function is one node.</summary>
internal static class KernelDrawing
{
    /// <summary>The drawing, lines separated by newlines.</summary>
    public static string Draw(Explanation explanation)
    {
        var kernel = explanation.Kernel;
        var text = new StringBuilder();
        var drawn = new HashSet<int>();
        var rows = new KernelRows(kernel);
        foreach (var output in kernel.Outputs)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(output.Name);
            Draw(text, explanation, rows, output.Operation, "", last: true, drawn);
        }
        return text.ToString();
    }

    private static void Draw(StringBuilder text, Explanation explanation, KernelRows rows, int index, string indent, bool last, HashSet<int> drawn)
    {
        var kernel = explanation.Kernel;
        var operation = kernel.Operations[index];
        text.Append('\n').Append(indent).Append(last ? "└─ " : "├─ ");
        var known = !drawn.Add(index) && operation.Operands.Length > 0;
        var title = operation.Kind == OperationKind.Literal ? KernelPrinter.Operands(kernel, operation) : rows.Title(index);
        var operands = rows.Inputs(index);
        text.Append(CultureInfo.InvariantCulture, $"{title} : {operation.Type.Plain}{(operation.Operands.Length > 0 ? $"  #{index}" : "")}{Share(explanation.Rows[index])}{(known ? " (above)" : "")}");
        if (known)
            return;
        for (var i = 0; i < operands.Count; i++)
            Draw(text, explanation, rows, operands[i], indent + (last ? "   " : "│  "), i == operands.Count - 1, drawn);
    }

    private static string Share(NodeExplanation row) => row.Share.Length > 0 ? $"  {row.Share}" : "";
}
