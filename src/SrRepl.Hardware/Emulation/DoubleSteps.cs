using System.Collections.Frozen;

namespace SrRepl.Hardware;

/// <summary>
/// The arithmetic of a Kernel on 128-bit integers, row by row: what <see cref="Lanes"/> does for 64 bits. Products of
/// several factors soon pass 64 bits, and few formulas pass 128.
/// </summary>
internal static class DoubleSteps
{
    /// <summary>The result for one row of raw operands.</summary>
    public delegate Int128 Rule(Int128 x, Int128 y, Int128 z);

    private static readonly FrozenDictionary<OperationKind, Func<Kernel, Operation, Rule>> Rules =
        new Dictionary<OperationKind, Func<Kernel, Operation, Rule>>
        {
            [OperationKind.Literal] = (_, operation) => Constant((Int128)operation.Raw),
            [OperationKind.Add] = (kernel, operation) => Add(Left(kernel, operation)),
            [OperationKind.Subtract] = (kernel, operation) => Subtract(Left(kernel, operation)),
            [OperationKind.Multiply] = (_, _) => (x, y, _) => x * y,
            [OperationKind.Divide] = (kernel, operation) => Divide(Math.Max(0, Type(kernel, operation, 1).Fraction)),
            [OperationKind.Negate] = (_, _) => (x, _, _) => -x,
            [OperationKind.Cast] = (kernel, operation) => Cast(Type(kernel, operation, 0).Fraction, operation.Type),
            [OperationKind.Abs] = (_, _) => (x, _, _) => x < 0 ? -x : x,
            [OperationKind.Min] = (_, _) => (x, y, _) => x < y ? x : y,
            [OperationKind.Max] = (_, _) => (x, y, _) => x > y ? x : y,
            [OperationKind.Compare] = (kernel, operation) => Compare(operation.Function, Left(kernel, operation)),
            [OperationKind.Select] = (_, _) => (x, y, z) => x != 0 ? y : z,
        }.ToFrozenDictionary();

    /// <summary>What an operation does to a row.</summary>
    public static Rule Of(Kernel kernel, Operation operation) => Rules[operation.Kind](kernel, operation);

    private static Rule Constant(Int128 value) => (_, _, _) => value;

    private static Rule Add((int X, int Y) left) => (x, y, _) => (x << left.X) + (y << left.Y);

    private static Rule Subtract((int X, int Y) left) => (x, y, _) => (x << left.X) - (y << left.Y);

    private static Rule Divide(int left) => (x, y, _) => (x << left) / y;

    private static Rule Compare(string comparison, (int X, int Y) left) =>
        (x, y, _) => Comparison.Holds(comparison, (x << left.X).CompareTo(y << left.Y)) ? 1 : 0;

    private static Rule Cast(int fraction, FixedType type)
    {
        var shift = fraction - type.Fraction;
        var (low, high) = ((Int128)type.MinRaw, (Int128)type.MaxRaw);
        low = type.Overflow == Overflow.SatSym && type.Signed ? -high : low;
        var mask = (Int128.One << type.Width) - 1;
        var bias = type.Signed ? Int128.One << (type.Width - 1) : 0;
        return type.Overflow switch
        {
            Overflow.Wrap => (x, _, _) => ((Round(x, shift, type.Rounding) + bias) & mask) - bias,
            Overflow.SatZero => (x, _, _) => Round(x, shift, type.Rounding) is var r && (r < low || r > high) ? 0 : r,
            _ => (x, _, _) => Int128.Clamp(Round(x, shift, type.Rounding), low, high),
        };
    }

    private static Int128 Round(Int128 x, int shift, Rounding rounding)
    {
        if (shift <= 0)
            return x << -shift;
        var floor = x >> shift;
        if (rounding == Rounding.Trn)
            return floor;
        var dropped = x - (floor << shift);
        return dropped != 0 && FixedCast.RoundsUp(rounding, dropped.CompareTo(Int128.One << (shift - 1)), x < 0, (floor & 1) != 0)
            ? floor + 1
            : floor;
    }

    private static FixedType Type(Kernel kernel, Operation operation, int operand) => kernel.Operations[operation.Operands[operand]].Type;

    private static (int X, int Y) Left(Kernel kernel, Operation operation)
    {
        var (a, b) = (Type(kernel, operation, 0).Fraction, Type(kernel, operation, 1).Fraction);
        return (Math.Max(a, b) - a, Math.Max(a, b) - b);
    }
}
