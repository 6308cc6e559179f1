namespace SrRepl.Hardware;

/// <summary>Drops what no output needs: literals that folding used up, and whatever a rewriting left behind.</summary>
internal static class Pruning
{
    /// <summary>The Kernel with the operations its outputs depend on; input ports stay, used or not.</summary>
    public static Kernel WithoutUnused(Kernel kernel)
    {
        var needed = new bool[kernel.Operations.Length];
        foreach (var output in kernel.Outputs)
            needed[output.Operation] = true;
        for (var i = needed.Length - 1; i >= 0; i--)
            if (needed[i])
                foreach (var operand in kernel.Operations[i].Operands)
                    needed[operand] = true;
        var place = new int[needed.Length];
        var kept = new List<Operation>();
        for (var i = 0; i < needed.Length; i++)
        {
            var operation = kernel.Operations[i];
            if (!IsKept(i))
            {
                place[i] = -1;
                continue;
            }
            place[i] = kept.Count;
            kept.Add(operation with { Operands = [.. operation.Operands.Select(operand => place[operand])] });
        }
        return kernel with
        {
            Operations = [.. kept],
            Calls = [.. kernel.Calls.Where(call => call.Arguments.All(IsKept) && IsKept(call.Result))
                .Select(call => call with { Arguments = [.. call.Arguments.Select(argument => place[argument])], Result = place[call.Result] })],
            Trace = kernel.Trace is { } trace ? trace with { Places = [.. place] } : null,
            Pinned = [.. kernel.Pinned.Where(IsKept).Select(pinned => place[pinned])],
            Outputs = [.. kernel.Outputs.Select(output => output with { Operation = place[output.Operation] })],
        };

        bool IsKept(int operation) => needed[operation] || kernel.Operations[operation].Kind == OperationKind.Input;
    }
}
