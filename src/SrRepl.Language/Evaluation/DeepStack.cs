using System.Runtime.ExceptionServices;

namespace SrRepl.Language;

/// <summary>Runs work on a thread whose stack is large enough for any formula and any recursion the evaluator allows.</summary>
internal static class DeepStack
{
    private const int Bytes = 256 * 1024 * 1024;

    [ThreadStatic]
    private static bool isDeep;

    public static T Run<T>(Func<T> work)
    {
        if (isDeep)
            return work();
        T? value = default;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                isDeep = true;
                try
                {
                    value = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Bytes)
        { IsBackground = true };
        thread.Start();
        thread.Join();
        failure?.Throw();
        return value!;
    }
}
