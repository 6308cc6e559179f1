using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A Kernel's operations as drawn trees, one an output, with what each costs.</summary>
public static class CostTree
{
    /// <summary>The trees of a report. A value used twice is drawn once and referred to by its number after.</summary>
    public static TreePicture Of(CostReport report)
    {
        var (rows, drawn) = (new KernelRows(report.Kernel), new HashSet<int>());
        return new([.. report.Kernel.Outputs.Select(output => NodeOf(report, rows, output.Operation, drawn))]);
    }

    private static TreeNode NodeOf(CostReport report, KernelRows rows, int index, HashSet<int> drawn)
    {
        var operation = report.Kernel.Operations[index];
        var type = operation.Type.Plain.ToString();
        if (operation.Kind == OperationKind.Input)
            return new(operation.Function, []) { Note = type };
        if (operation.Kind == OperationKind.Literal)
            return new(KernelPrinter.Operands(report.Kernel, operation), []) { Note = type };
        if (!drawn.Add(index))
            return new(string.Create(CultureInfo.InvariantCulture, $"{rows.Title(index)} #{index}"), []) { Note = "above" };
        CostRow[] costs = [.. rows.Operations(index).Select(inside => report.Rows[inside])];
        return new(string.Create(CultureInfo.InvariantCulture, $"{rows.Title(index)} #{index}"), [.. rows.Inputs(index).Select(operand => NodeOf(report, rows, operand, drawn))])
        {
            Note = type,
            Detail = Spent(costs),
            Share = costs.Sum(row => row.Share),
        };
    }

    private static string Spent(CostRow[] costs)
    {
        var (lut, dsp, bram, cycles) = (costs.Sum(row => row.Lut), costs.Sum(row => row.Dsp), costs.Sum(row => row.Bram), costs.Max(row => row.End) - costs.Min(row => row.Start));
        (int Count, string Name)[] parts = [(lut, "LUT"), (dsp, "DSP"), (bram, "BRAM"), (cycles, cycles == 1 ? "cycle" : "cycles")];
        var spent = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Name}")));
        return spent.Length > 0 ? spent : "wires";
    }
}
