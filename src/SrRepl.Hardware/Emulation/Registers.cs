namespace SrRepl.Hardware;

/// <summary>Gives each operation of a Kernel a block of memory, used again once nobody needs the old value, so that all stay in the cache.</summary>
internal static class Registers
{
    /// <summary>One array for each operation, some of them the same.</summary>
    public static long[][] Assign(Kernel kernel, bool keepAll, int size)
    {
        var lastUse = LastUses(kernel);
        var registers = new long[kernel.Operations.Length][];
        var free = new Stack<long[]>();
        for (var i = 0; i < registers.Length; i++)
        {
            var operation = kernel.Operations[i];
            registers[i] = keepAll || IsKept(operation) || !free.TryPop(out var used) ? new long[size] : used;
            if (keepAll)
                continue;
            foreach (var operand in operation.Operands.Distinct())
                if (lastUse[operand] == i && !IsKept(kernel.Operations[operand]))
                    free.Push(registers[operand]);
        }
        return registers;
    }

    // Literals are written once; inputs are written before the first step runs.
    private static bool IsKept(Operation operation) => operation.Kind is OperationKind.Literal or OperationKind.Input;

    private static int[] LastUses(Kernel kernel)
    {
        var last = new int[kernel.Operations.Length];
        for (var i = 0; i < last.Length; i++)
            foreach (var operand in kernel.Operations[i].Operands)
                last[operand] = i;
        foreach (var output in kernel.Outputs)
            last[output.Operation] = int.MaxValue;
        return last;
    }
}
