using System.Globalization;

namespace SrRepl.Hardware;

/// <summary>The reason for an operation's type, in a sentence.</summary>
internal static class TypeReason
{
    /// <summary>Says where the width comes from.</summary>
    public static string Of(Kernel kernel, int index) =>
        kernel.Pinned.Contains(index) ? "pinned: the formula gives it this type" : Of(kernel, kernel.Operations[index]);

    private static string Of(Kernel kernel, Operation operation) => operation.Kind switch
    {
        OperationKind.Input => "the port's type; the double is rounded into it",
        OperationKind.Literal => "the type the constant was cast to",
        OperationKind.Add => "the wider parts of both, and a bit for the carry",
        OperationKind.Subtract => "the wider parts of both, a bit for the carry, and a sign",
        OperationKind.Multiply => "the bits of both factors together",
        OperationKind.Divide => "the dividend's fraction, and integer bits for the smallest divisor",
        OperationKind.Negate => "a bit more, since the lowest value's negative is one past the highest",
        OperationKind.Abs => "the same bits without a sign: they hold the lowest value's size",
        OperationKind.Cast when operation.PicksBits => "takes these bits of the operand, and no others",
        OperationKind.Cast => Cast(kernel.Operations[operation.Operands[0]].Type, operation.Type),
        OperationKind.Table => string.Create(CultureInfo.InvariantCulture, $"the type of the table's {operation.Table!.Entries.Length} entries"),
        OperationKind.OctantTable => "hls4ml's table gives the type it is given",
        OperationKind.MathCall => "the vendor's function gives the type it is given",
        OperationKind.Compare => "one bit: it holds or not",
        _ => "the smallest type that holds both choices",
    };

    private static string Cast(FixedType from, FixedType to)
    {
        var dropped = Math.Max(0, from.Fraction - to.Fraction);
        var lost = Math.Max(0, from.Integer - to.Integer);
        return (dropped, lost) switch
        {
            (0, 0) => "holds every value it is given",
            (_, 0) => $"drops {Bits(dropped, "fraction")}",
            (0, _) => $"drops {Bits(lost, "integer")}",
            _ => $"drops {Bits(dropped, "fraction")} and {Bits(lost, "integer")}",
        };
    }

    private static string Bits(int count, string part) => string.Create(CultureInfo.InvariantCulture, $"{count} {part} {(count == 1 ? "bit" : "bits")}");
}
