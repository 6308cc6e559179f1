using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>
/// Runs work on a thread of its own: its stack is large enough for any formula and any recursion that a run allows, and it can be
/// left behind by a user who does not want to wait for it any longer.
/// </summary>
public static class DeepStack
{
    private const int Bytes = 256 * 1024 * 1024;
    private static readonly TimeSpan TimeToWake = TimeSpan.FromSeconds(0.3);

    [ThreadStatic]
    private static bool isDeep;

    /// <summary>Runs work and gives its value, or throws what it threw; in a run, it goes on where it is.</summary>
    /// <param name="work">The work.</param>
    /// <param name="bytes">The size of its stack.</param>
    /// <exception cref="OperationCanceledException">The user left the work behind: see <see cref="RunContext.Abandonment"/>.</exception>
    public static T Run<T>(Func<T> work, int bytes = Bytes)
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
            bytes)
        { IsBackground = true };
        thread.Start();
        if (!Ends(done.Task, thread))
        {
            RunContext.Current.Error.WriteLine("what ran did not listen and is left to itself");
            throw new OperationCanceledException(RunContext.Current.Abandonment);
        }
        return done.Task.GetAwaiter().GetResult();
    }

    // A thread that only waits for something is woken.
    private static bool Ends(Task work, Thread thread)
    {
        var abandonment = RunContext.Current.Abandonment;
        if (Task.WaitAny([work, Task.Delay(Timeout.Infinite, abandonment)], CancellationToken.None) == 0)
            return true;
        thread.Interrupt();
        return Task.WaitAny([work], TimeToWake) == 0;
    }
}
