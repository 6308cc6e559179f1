using System.Runtime.ExceptionServices;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>What scripts throw on threads of their own, where nobody catches it: it is told, and the program goes on.</summary>
internal static class OtherThreads
{
    private static ScriptSources? watched;

    static OtherThreads() => ExceptionHandling.SetUnhandledExceptionHandler(Tell);

    /// <summary>Watches the threads of these scripts.</summary>
    public static void Watch(ScriptSources sources) => watched = sources;

    // False where it comes of no script: then the program ends as any other.
    private static bool Tell(Exception exception)
    {
        if (watched is not { } sources || !ScriptErrors.IsOf(exception, sources))
            return false;
        if (exception is not OperationCanceledException)
            RunContext.Current.Error.WriteLine(ScriptErrors.From(exception, sources).Diagnostic);
        return true;
    }
}
