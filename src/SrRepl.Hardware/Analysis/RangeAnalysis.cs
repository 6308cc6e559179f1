using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Works out the ranges of a Kernel's operations: proven by interval and affine arithmetic, seen by running it on data.</summary>
public static class RangeAnalysis
{
    /// <summary>The report; with data, the inputs are bounded by their columns' ranges.</summary>
    /// <exception cref="DiagnosticException">A column is missing, or a value is no number.</exception>
    public static RangeReport Report(Kernel kernel, Dataset? data = null, CancellationToken cancellation = default)
    {
        var proven = Proven(kernel, data is null ? null : name => ObservedRange.Of(data[name]));
        var observed = data is null ? null : ObservedRange.Of(kernel, data, cancellation);
        var rows = kernel.Operations.Select((operation, i) => new NodeRange(
            i, operation, proven[i], observed?[i] ?? Interval.Empty, RangeWarning.Of(kernel, i, proven)));
        return new(kernel, [.. rows]) { Errors = ErrorAnalysis.Of(kernel, data) };
    }

    /// <summary>The interval of every operation.</summary>
    /// <param name="kernel">The Kernel.</param>
    /// <param name="inputs">The range of each input's real values, or null for all that its type holds.</param>
    public static ImmutableArray<Interval> Proven(Kernel kernel, Func<string, Interval>? inputs = null) => Proven(kernel.Operations, inputs);

    /// <summary>The interval of every operation of a list in which operands come first.</summary>
    internal static ImmutableArray<Interval> Proven(ImmutableArray<Operation> operations, Func<string, Interval>? inputs)
    {
        var ranges = new RangeTracker();
        foreach (var operation in operations)
            ranges.Append(operation, operation.Kind == OperationKind.Input && inputs is not null
                ? OperationRange.Cast(inputs(operation.Function), operation.Type)
                : operation.Type.Range);
        return [.. ranges.Intervals];
    }
}
