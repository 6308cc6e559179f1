using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>The call that is woven into every loop and function of a C# script, so that no script runs past an interrupt.</summary>
public static class Checkpoint
{
    /// <summary>Goes on, unless the user interrupted or the calls are nested too deeply.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    public static void Pass()
    {
        RunContext.Current.Cancellation.ThrowIfCancellationRequested();
        StackBudget.Check();
    }

    /// <summary>The same, before a value that is made: always true.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    /// <exception cref="InsufficientExecutionStackException">The calls are nested too deeply.</exception>
    public static bool Passes
    {
        get
        {
            Pass();
            return true;
        }
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
