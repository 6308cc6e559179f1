using System.Reflection;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Turns whatever a run threw into a diagnostic with a place.</summary>
public static class Failures
{
    /// <summary>What was thrown first, where it came wrapped in what only says that something was.</summary>
    public static Exception Innermost(Exception failure) => failure switch
    {
        TargetInvocationException { InnerException: { } inner } => Innermost(inner),
        TypeInitializationException { InnerException: { } inner } => Innermost(inner),
        AggregateException { InnerExceptions: [var only] } => Innermost(only),
        _ => failure,
    };

    /// <summary>Whether the user stopped the run.</summary>
    public static bool IsInterruption(Exception failure) =>
        failure is OperationCanceledException
        || (failure is AggregateException several && several.Flatten().InnerExceptions.All(inner => inner is OperationCanceledException));

    /// <summary>The diagnostic; <paramref name="at"/> is the statement that failed.</summary>
    internal static Diagnostic Explain(Exception failure, Origin at) => failure switch
    {
        DiagnosticException { Diagnostic: var diagnostic } => diagnostic.Place is null ? diagnostic.At(at.Place) : diagnostic,
        AggregateException { InnerException: { } inner } => Explain(inner, at),
        InsufficientExecutionStackException => Errors.RecursionTooDeep(1).At(at.Place),
        FileNotFoundException or DirectoryNotFoundException => Errors.FileTrouble($"there is no {failure.Message}").At(at.Place),
        IOException or UnauthorizedAccessException => Errors.FileTrouble(failure.Message).At(at.Place),
        _ => Errors.Internal($"{failure.GetType().Name}: {failure.Message}").At(at.Place),
    };
}
