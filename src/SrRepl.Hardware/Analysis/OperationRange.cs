using System.Collections.Frozen;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// The interval of an operation's results from its operands' intervals. Sound: whatever values the operands take inside
/// theirs, the result is inside this one, roundings and overflows included.
/// </summary>
public static class OperationRange
{
    private delegate Interval Rule(Operation operation, ReadOnlySpan<Interval> operands);

    private static readonly FrozenDictionary<OperationKind, Rule> Rules = new Dictionary<OperationKind, Rule>
    {
        [OperationKind.Input] = (operation, _) => operation.Type.Range,
        [OperationKind.Literal] = (operation, _) => new FixedValue(operation.Raw, operation.Type).Bounds,
        [OperationKind.Add] = (_, x) => x[0] + x[1],
        [OperationKind.Subtract] = (_, x) => x[0] - x[1],
        [OperationKind.Multiply] = (operation, x) => operation.Operands[0] == operation.Operands[1] ? x[0].Even(v => v * v) : x[0] * x[1],
        [OperationKind.Divide] = (operation, x) => TowardZero(x[0] / x[1], operation.Type),
        [OperationKind.Negate] = (_, x) => -x[0],
        [OperationKind.Cast] = (operation, x) => Cast(x[0], operation.Type),
        [OperationKind.Table] = (operation, x) => Table(operation.Table!, x[0]),
        [OperationKind.OctantTable] = (operation, _) => Cast(Padded(Interval.Unit, operation.Type), operation.Type),
        [OperationKind.MathCall] = (operation, x) => MathCall(operation, x),
        [OperationKind.Abs] = (_, x) => x[0].Abs(),
        [OperationKind.Min] = (_, x) => new(Math.Min(x[0].Low, x[1].Low), Math.Min(x[0].High, x[1].High)),
        [OperationKind.Max] = (_, x) => new(Math.Max(x[0].Low, x[1].Low), Math.Max(x[0].High, x[1].High)),
        [OperationKind.Compare] = (operation, x) => Compare(operation.Function, x[0], x[1]),
        [OperationKind.Select] = (_, x) => x[0] is { Low: > 0 } ? x[1] : x[0] is { High: 0 } ? x[2] : x[1].Union(x[2]),
    }.ToFrozenDictionary();

    /// <summary>The interval of the result; inputs get their type's range.</summary>
    public static Interval Of(Operation operation, ReadOnlySpan<Interval> operands) =>
        Rules[operation.Kind](operation, operands).Intersect(operation.Type.Range);

    /// <summary>The interval after a cast: rounding never changes an order, so the ends decide; what overflows is worked out by the mode.</summary>
    public static Interval Cast(Interval range, FixedType type)
    {
        if (range.IsEmpty)
            return Interval.Empty;
        if (!range.IsFinite)
            return type.Range;
        var (low, high) = (FixedCast.Round(range.Low, type), FixedCast.Round(range.High, type));
        if (low >= type.MinRaw && high <= type.MaxRaw)
            return Hull(low, high, type);
        return type.Overflow switch
        {
            Overflow.Wrap => type.Range,
            Overflow.SatZero => Hull(BigInteger.Max(low, type.MinRaw), BigInteger.Min(high, type.MaxRaw), type).Union(Interval.Point(0)),
            _ => Hull(FixedCast.Fit(low, type), FixedCast.Fit(high, type), type),
        };
    }

    /// <summary>Whether some value of the interval overflows in a cast to the type.</summary>
    public static bool Overflows(Interval range, FixedType type) =>
        !range.IsEmpty
        && (!range.IsFinite || FixedCast.Round(range.Low, type) < type.MinRaw || FixedCast.Round(range.High, type) > type.MaxRaw);

    // Empty where the ends crossed: nothing of the range fits.
    private static Interval Hull(BigInteger low, BigInteger high, FixedType type) =>
        low > high ? Interval.Empty : new FixedValue(low, type).Bounds.Union(new FixedValue(high, type).Bounds);

    // A quotient cut off toward zero moves by less than a step, and never past zero.
    private static Interval TowardZero(Interval exact, FixedType type)
    {
        if (exact.IsEmpty)
            return exact;
        return new(
            exact.Low > 0 ? Math.Max(0, exact.Low - type.Step) : exact.Low,
            exact.High < 0 ? Math.Min(0, exact.High + type.Step) : exact.High);
    }

    private static Interval Table(LookupTable table, Interval argument)
    {
        var (first, last) = (0, table.Entries.Length - 1);
        if (argument.IsFinite)
        {
            var saturating = table.ArgumentType with { Overflow = Overflow.Sat, Rounding = Rounding.Trn };
            (first, last) = (table.Index(FixedCast.Cast(argument.Low, saturating)), table.Index(FixedCast.Cast(argument.High, saturating)));
            (first, last) = (Math.Min(first, last), Math.Max(first, last));
        }
        var (low, high) = (table.Entries[first], table.Entries[first]);
        for (var i = first + 1; i <= last; i++)
            (low, high) = (BigInteger.Min(low, table.Entries[i]), BigInteger.Max(high, table.Entries[i]));
        return Hull(low, high, table.EntryType);
    }

    // The vendor's function may be off by steps; where the function has no value anything may come.
    private static Interval MathCall(Operation operation, ReadOnlySpan<Interval> operands)
    {
        var exact = MathFunctions.OperatorOf(operation.Function).Bounds(operands);
        return exact.IsEmpty ? operation.Type.Range : Cast(Padded(exact.Union(Interval.Point(0)), operation.Type), operation.Type);
    }

    private static Interval Compare(string comparison, Interval a, Interval b)
    {
        var signs = (a.Low > b.High, a.High < b.Low);
        return signs switch
        {
            (true, _) => Interval.Point(Comparison.Holds(comparison, 1) ? 1 : 0),
            (_, true) => Interval.Point(Comparison.Holds(comparison, -1) ? 1 : 0),
            _ => new(0, 1),
        };
    }

    private static Interval Padded(Interval range, FixedType type) => Interval.Outward(range.Low - 4 * type.Step, range.High + 4 * type.Step);
}
