using System.Runtime.CompilerServices;

namespace SrRepl.Core;

/// <summary>
/// How much of its thread's stack the C# of a run may use. A thread may have far more, but to leave millions of calls when they
/// turn out to be endless takes long.
/// </summary>
public static class StackBudget
{
    private const int Bytes = 8 * 1024 * 1024;

    // An address; 0 where there is no budget.
    [ThreadStatic]
    private static nuint lowest;

    /// <summary>Gives work a budget from here on, unless it is inside other work that has one.</summary>
    public static unsafe T Of<T>(Func<T> work)
    {
        if (lowest != 0)
            return work();
        byte here;
        lowest = (nuint)(&here) - Bytes;
        try
        {
            return work();
        }
        finally
        {
            lowest = 0;
        }
    }

    /// <summary>Goes on, unless the budget or the stack itself is nearly used up.</summary>
    /// <exception cref="InsufficientExecutionStackException">It is: the calls are nested too deeply.</exception>
    public static unsafe void Check()
    {
        byte here;
        if ((nuint)(&here) < lowest)
            throw new InsufficientExecutionStackException();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }
}
