using System.Collections.Frozen;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// What each kind of operation computes, at any width: the definition that the fast emulator, the exported C++ and the
/// folding of constants are held to.
/// </summary>
public static class OperationValue
{
    private delegate FixedValue Rule(Operation operation, ReadOnlySpan<FixedValue> operands);

    private static readonly FrozenDictionary<OperationKind, Rule> Rules = new Dictionary<OperationKind, Rule>
    {
        [OperationKind.Literal] = (operation, _) => new(operation.Raw, operation.Type),
        [OperationKind.Add] = (_, x) => x[0] + x[1],
        [OperationKind.Subtract] = (_, x) => x[0] - x[1],
        [OperationKind.Multiply] = (_, x) => x[0] * x[1],
        [OperationKind.Divide] = (_, x) => x[0] / x[1],
        [OperationKind.Negate] = (_, x) => -x[0],
        [OperationKind.Cast] = (operation, x) => x[0].Cast(operation.Type),
        [OperationKind.Table] = (operation, x) => new(operation.Table!.Entries[operation.Table.Index(x[0].Raw)], operation.Type),
        [OperationKind.OctantTable] = (operation, x) => new(OctantTable.Of(operation.Type).Value(x[0].Raw, operation.Function == "sin"), operation.Type),
        [OperationKind.MathCall] = (operation, x) => MathCall(operation, x),
        [OperationKind.Abs] = (operation, x) => new(BigInteger.Abs(x[0].Raw), operation.Type),
        [OperationKind.Min] = (operation, x) => new(BigInteger.Min(x[0].Raw, x[1].Raw), operation.Type),
        [OperationKind.Max] = (operation, x) => new(BigInteger.Max(x[0].Raw, x[1].Raw), operation.Type),
        [OperationKind.Compare] = (operation, x) => new(Comparison.Holds(operation.Function, x[0].CompareTo(x[1])) ? 1 : 0, operation.Type),
        [OperationKind.Select] = (_, x) => x[0].Raw.IsZero ? x[2] : x[1],
    }.ToFrozenDictionary();

    /// <summary>The value of an operation that is no input, given its operands' values.</summary>
    /// <exception cref="DivideByZeroException">A divisor is 0.</exception>
    public static FixedValue Of(Operation operation, ReadOnlySpan<FixedValue> operands) => Rules[operation.Kind](operation, operands);

    // The vendor's library is not here: the nearest double, cast, stands in for it, and every report says so.
    private static FixedValue MathCall(Operation operation, ReadOnlySpan<FixedValue> operands)
    {
        Span<double> arguments = stackalloc double[operands.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = operands[i].Double;
        return FixedValue.From(MathFunctions.Value(operation.Function, arguments), operation.Type);
    }
}
