using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A Kernel's operations as drawn trees, one an output, with what each costs.</summary>
public static class CostTree
{
    /// <summary>The trees of a report; what is given and what is constant has no cost of its own.</summary>
    public static TreePicture Of(CostReport report) => new([.. KernelTree.Of(report.Kernel, (node, operations) =>
    {
        if (report.Kernel.Operations[operations[^1]].Kind is OperationKind.Input or OperationKind.Literal)
            return node;
        CostRow[] costs = [.. operations.Select(inside => report.Rows[inside])];
        return node with { Detail = Spent(costs), Share = costs.Sum(row => row.Share) };
    })]);

    private static string Spent(CostRow[] costs)
    {
        var (lut, dsp, bram, cycles) = (costs.Sum(row => row.Lut), costs.Sum(row => row.Dsp), costs.Sum(row => row.Bram), costs.Max(row => row.End) - costs.Min(row => row.Start));
        (int Count, string Name)[] parts = [(lut, "LUT"), (dsp, "DSP"), (bram, "BRAM"), (cycles, cycles == 1 ? "cycle" : "cycles")];
        var spent = string.Join(", ", parts.Where(part => part.Count > 0).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Name}")));
        return spent.Length > 0 ? spent : "wires";
    }
}
