using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Runs work on a thread of its own: its stack is large enough for any formula and any recursion that a run allows, and it can be
/// left behind by a user who does not want to wait for it any longer.
/// </summary>
public static class DeepStack
{
    private const int Bytes = 256 * 1024 * 1024;
    private static readonly TimeSpan TimeToListen = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TimeToWake = TimeSpan.FromSeconds(0.3);

    [ThreadStatic]
    private static bool isDeep;

    /// <summary>Runs work and gives its value, or throws what it threw; in a run, it goes on where it is.</summary>
    /// <exception cref="OperationCanceledException">The user left the work behind: see <see cref="RunContext.Abandonment"/>.</exception>
    public static T Run<T>(Func<T> work)
    {
        if (isDeep)
            return work();
        var done = new TaskCompletionSource<T>();
        var thread = new Thread(
            () =>
            {
                isDeep = true;
                try
                {
                    done.SetResult(work());
                }
                catch (Exception failure)
                {
                    done.SetException(failure);
                }
            },
            Bytes)
        { IsBackground = true };
        thread.Start();
        if (!Ends(done.Task, thread, RunContext.Current))
            throw new OperationCanceledException(RunContext.Current.Abandonment);
        return done.Task.GetAwaiter().GetResult();
    }

    private static bool Ends(Task work, Thread thread, RunContext context)
    {
        if (EndsBefore(work, context.Cancellation) || Task.WaitAny([work], TimeToListen) == 0)
            return true;
        if (context.Live)
            context.Error.WriteLine("it has not stopped yet; Ctrl-C once more leaves it behind");
        if (EndsBefore(work, context.Abandonment))
            return true;
        // What only waits for something is woken.
        thread.Interrupt();
        if (Task.WaitAny([work], TimeToWake) == 0)
            return true;
        context.Error.WriteLine("what ran does not listen and goes on by itself");
        return false;
    }

    private static bool EndsBefore(Task work, CancellationToken token) =>
        Task.WaitAny([work, Task.Delay(Timeout.Infinite, token)], CancellationToken.None) == 0;
}
