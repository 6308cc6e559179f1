namespace SrRepl.Hardware;

/// <summary>
/// How many of an operation's low bits decide anything. A cast that cuts bits off and wraps around looks at those it keeps and
/// those below; sums, differences and products have the low bits that their operands' low bits give. The rest may be anything.
/// </summary>
internal static class NeededBits
{
    /// <summary>Every bit.</summary>
    public const int All = int.MaxValue;

    /// <summary>The needed bits of each operation.</summary>
    public static int[] Of(Kernel kernel)
    {
        var needed = new int[kernel.Operations.Length];
        foreach (var output in kernel.Outputs)
            needed[output.Operation] = All;
        for (var i = needed.Length - 1; i >= 0; i--)
        {
            var operation = kernel.Operations[i];
            foreach (var operand in operation.Operands)
                needed[operand] = Math.Max(needed[operand], Below(kernel, operation, operand, needed[i]));
        }
        return needed;
    }

    /// <summary>Whether the low bits of the operands decide as many of the result.</summary>
    public static bool GoThrough(OperationKind kind) => kind is OperationKind.Add or OperationKind.Subtract or OperationKind.Multiply or OperationKind.Negate;

    /// <summary>The low bits that a cast looks at; all of them unless it cuts off and wraps around.</summary>
    public static int OfCast(FixedType from, FixedType to) =>
        to is { Rounding: Rounding.Trn, Overflow: Overflow.Wrap } && from.Fraction >= to.Fraction ? from.Fraction - to.Fraction + to.Width : All;

    private static int Below(Kernel kernel, Operation operation, int operand, int needed) => operation.Kind switch
    {
        OperationKind.Cast => OfCast(kernel.Operations[operand].Type, operation.Type),
        var kind => GoThrough(kind) ? needed : All,
    };
}
