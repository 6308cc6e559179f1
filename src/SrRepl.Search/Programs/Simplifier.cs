namespace SrRepl.Search;

/// <summary>Cheap simplifications of a program in place: operators of constants are folded.</summary>
public static class Simplifier
{
    /// <summary>Folds constant subtrees; returns whether anything changed.</summary>
    public static bool Simplify(Program program, OperatorSet operators)
    {
        var changed = false;
        Span<double> arguments = stackalloc double[operators.LargestArity + 1];
        for (var i = 0; i < program.Count; i++)
        {
            ref var node = ref program[i];
            if (!node.IsOperator)
                continue;
            var arity = operators.Arity[node.Code];
            if (node.Length != arity + 1 || !AllConstant(program, i, arity))
                continue;
            for (var argument = 0; argument < arity; argument++)
                arguments[argument] = program[i - arity + argument].Value;
            var value = operators.Operators[node.Code].Evaluate(arguments[..arity]);
            program.Replace(i - arity, arity + 1, [Node.Number(value)]);
            program.Measure(operators);
            i -= arity;
            changed = true;
        }
        return changed;
    }

    private static bool AllConstant(Program program, int end, int arity)
    {
        for (var i = end - arity; i < end; i++)
            if (!program[i].IsConstant)
                return false;
        return true;
    }
}
