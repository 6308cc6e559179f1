using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The range of one operation, proven and seen.</summary>
/// <param name="Node">The operation's number.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Proven">Every value it can take while the inputs stay in their ranges.</param>
/// <param name="Observed">The values seen on the data; empty without data.</param>
/// <param name="Warning">What can go wrong there, or empty.</param>
public sealed record NodeRange(int Node, Operation Operation, Interval Proven, Interval Observed, string Warning);

/// <summary>The ranges of a Kernel's operations, and what they warn of.</summary>
public sealed record RangeReport(Kernel Kernel, ImmutableArray<NodeRange> Rows)
{
    /// <summary>The warnings alone, with their nodes.</summary>
    public ImmutableArray<string> Warnings =>
        [.. Rows.Where(row => row.Warning.Length > 0).Select(row => string.Create(CultureInfo.InvariantCulture, $"node {row.Node}: {row.Warning}"))];

    /// <summary>How far each output can be from its formula while the inputs stay in their ranges.</summary>
    public ImmutableArray<ErrorBound> Errors { get; init; } = [];

    /// <summary>One row an operation or composed function, then the warnings and the bounds of the errors.</summary>
    public override string ToString()
    {
        var table = new TextTable(">node", "operation", "operands", "type", "proven", "observed");
        var shown = new KernelRows(Kernel);
        foreach (var row in shown.Shown.Select(index => Rows[index]))
            table.Add(
                row.Node.ToString(CultureInfo.InvariantCulture),
                shown.Title(row.Node),
                shown.Operands(row.Node),
                row.Operation.Type.ToString(),
                row.Proven.ToString(),
                row.Observed.IsEmpty ? "" : row.Observed.ToString());
        var text = new StringBuilder(table.ToString());
        foreach (var warning in Warnings)
            text.Append("\nwarning: ").Append(warning);
        foreach (var error in Errors)
            text.Append('\n').Append(error);
        return text.ToString();
    }
}
