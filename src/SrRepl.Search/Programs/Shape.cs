namespace SrRepl.Search;

/// <summary>Measures of a program's tree.</summary>
internal static class Shape
{
    /// <summary>Nodes on the longest path from the root to a leaf.</summary>
    public static int Depth(Program program, OperatorSet operators)
    {
        Span<int> stack = stackalloc int[program.Count];
        var top = 0;
        foreach (ref readonly var node in program.Nodes)
        {
            var deepest = 0;
            if (node.IsOperator)
                for (var argument = operators.Arity[node.Code]; argument > 0; argument--)
                    deepest = Math.Max(deepest, stack[--top]);
            stack[top++] = deepest + 1;
        }
        return stack[0];
    }
}
