using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>The call that is woven into every loop and function of a C# script, so that no script runs past an interrupt.</summary>
public static class Checkpoint
{
    /// <summary>Goes on, unless the user interrupted or the stack is nearly used up.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    public static void Pass()
    {
        RunContext.Current.Cancellation.ThrowIfCancellationRequested();
        RuntimeHelpers.EnsureSufficientExecutionStack();
    }

    /// <summary>The same, behind a value.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    public static T Pass<T>(T value)
    {
        Pass();
        return value;
    }
}
