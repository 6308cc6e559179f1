using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Follows the ranges of a Kernel's operations as they are added: by intervals, and by affine forms, which know that a
/// value and itself are the same and so find that x - x/2 is smaller than x. The result is inside both.
/// </summary>
internal sealed class RangeTracker
{
    private readonly List<Interval> _intervals = [];
    private readonly List<AffineForm> _forms = [];

    /// <summary>The ranges so far, in the operations' order.</summary>
    public IReadOnlyList<Interval> Intervals => _intervals;

    /// <summary>Adds an operation and gives its range.</summary>
    /// <param name="operation">The operation; its operands were added before.</param>
    /// <param name="input">The range of an input.</param>
    public Interval Append(Operation operation, Interval input)
    {
        Span<Interval> operands = stackalloc Interval[operation.Operands.Length];
        for (var i = 0; i < operands.Length; i++)
            operands[i] = _intervals[operation.Operands[i]];
        var interval = operation.Kind == OperationKind.Input ? input : OperationRange.Of(operation, operands);
        var form = Form(operation, operands);
        if (form is { } known)
            interval = interval.Intersect(known.Range);
        _intervals.Add(interval);
        _forms.Add(form ?? AffineForm.Of(interval, _forms.Count));
        return interval;
    }

    // Null where the operation is not linear, or may overflow: its value is then a new unknown of its range.
    private AffineForm? Form(Operation operation, ReadOnlySpan<Interval> operands) => operation.Kind switch
    {
        OperationKind.Add => At(operation, 0).Plus(At(operation, 1)),
        OperationKind.Subtract => At(operation, 0).Plus(At(operation, 1).Negative),
        OperationKind.Multiply => At(operation, 0).Times(At(operation, 1)),
        OperationKind.Negate => At(operation, 0).Negative,
        OperationKind.Cast when operands[0].IsFinite && !OperationRange.Overflows(operands[0], operation.Type) =>
            At(operation, 0).Disturbed(operation.Type.Step),
        _ => null,
    };

    private AffineForm At(Operation operation, int operand) => _forms[operation.Operands[operand]];
}
