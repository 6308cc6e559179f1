namespace SrRepl.Hardware;

/// <summary>The machine integer that holds an operation's value and every step on the way to it.</summary>
internal enum Word
{
    /// <summary>64 bits, four lanes at a time.</summary>
    Single,

    /// <summary>128 bits, one row at a time.</summary>
    Double,

    /// <summary>More than 128 bits.</summary>
    Unbounded,
}

/// <summary>
/// Which machine integer each operation needs. Decided from the operations' sound ranges, so it is a proof, not a guess.
/// Two bits of each word are kept free: one for the sign of a moved value, one for the carry of a rounding. Where only low
/// bits of a sum or a product are needed, a word that holds these will do, and what is above them is lost.
/// </summary>
internal static class WordWidths
{
    private const int SingleBits = 62;
    private const int DoubleBits = 126;

    /// <summary>For each operation the word that holds its value, and the one that holds every step on the way to it.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="wholeValues">Whether every value is needed with all its bits.</param>
    public static (Word Value, Word Steps)[] Of(Kernel kernel, bool wholeValues)
    {
        var needed = wholeValues ? null : NeededBits.Of(kernel);
        return [.. kernel.Operations.Select((operation, i) => Of(kernel, operation, needed?[i] ?? NeededBits.All))];
    }

    private static (Word Value, Word Steps) Of(Kernel kernel, Operation operation, int needed)
    {
        var bits = Bits(operation);
        var exact = Math.Max(bits, Steps(kernel, operation));
        if (NeededBits.GoThrough(operation.Kind))
            return (Fitting(Math.Min(bits, needed)), Fitting(Math.Min(exact, Math.Max(needed, Shift(kernel, operation)))));
        if (operation.Kind == OperationKind.Cast)
            exact = Math.Min(exact, Math.Max(bits, NeededBits.OfCast(kernel.Operations[operation.Operands[0]].Type, operation.Type)));
        var (value, steps) = (Fitting(bits), Fitting(exact));
        // Ports, tables and functions are read and written as 64-bit integers.
        return IsArithmetic(operation.Kind) || steps == Word.Single ? (value, steps) : (value, Word.Unbounded);
    }

    /// <summary>How many bits, the sign included, an operation's raw integers need; never more than its type's.</summary>
    public static int Bits(Operation operation)
    {
        var size = operation.Range.Magnitude;
        var typed = operation.Type.Width + (operation.Type.Signed ? 0 : 1);
        return size == 0 ? 1
            : double.IsFinite(size) ? Math.Min(typed, Math.Max(0, Math.ILogB(size) + 1 + operation.Type.Fraction) + 1)
            : typed;
    }

    private static Word Fitting(int bits) => bits <= SingleBits ? Word.Single : bits <= DoubleBits ? Word.Double : Word.Unbounded;

    // The bits of what is computed on the way to the result.
    private static int Steps(Kernel kernel, Operation operation) => operation.Kind switch
    {
        OperationKind.Input => operation.Type.Width + 1,
        OperationKind.Add or OperationKind.Subtract or OperationKind.Compare => Aligned(kernel, operation),
        OperationKind.Cast => Cast(kernel.Operations[operation.Operands[0]], operation.Type),
        OperationKind.Divide => Bits(kernel.Operations[operation.Operands[0]]) + Math.Max(0, kernel.Operations[operation.Operands[1]].Type.Fraction),
        OperationKind.Table => Index(operation.Table!),
        // The octants are computed on integers of any width and only read here.
        OperationKind.OctantTable or OperationKind.MathCall => operation.Type.Width + 1,
        _ => 1,
    };

    // How far a sum moves an operand to the left; a word is not moved by more than its width.
    private static int Shift(Kernel kernel, Operation operation) => operation.Kind is OperationKind.Add or OperationKind.Subtract
        ? Math.Abs(kernel.Operations[operation.Operands[0]].Type.Fraction - kernel.Operations[operation.Operands[1]].Type.Fraction)
        : 0;

    // The wider operand once both have the same point, and one bit for their sum.
    private static int Aligned(Kernel kernel, Operation operation)
    {
        var (a, b) = (kernel.Operations[operation.Operands[0]], kernel.Operations[operation.Operands[1]]);
        var fraction = Math.Max(a.Type.Fraction, b.Type.Fraction);
        return Math.Max(Bits(a) + fraction - a.Type.Fraction, Bits(b) + fraction - b.Type.Fraction) + 1;
    }

    private static int Cast(Operation operand, FixedType type)
    {
        var shift = operand.Type.Fraction - type.Fraction;
        return Math.Max(Math.Max(Math.Abs(shift), type.Width) + 1, Bits(operand) + Math.Max(1, -shift));
    }

    private static int Index(LookupTable table)
    {
        var shift = table.ArgumentType.Fraction + table.ScaleType.Fraction;
        return shift < 0 || table.From.GetBitLength() > table.ArgumentType.Width
            ? int.MaxValue
            : Math.Max(shift, table.ArgumentType.Width + 2 + (int)table.IndexScale.GetBitLength()) + 1;
    }

    private static bool IsArithmetic(OperationKind kind) => kind is not (OperationKind.Input or OperationKind.Table
        or OperationKind.OctantTable or OperationKind.MathCall);
}
