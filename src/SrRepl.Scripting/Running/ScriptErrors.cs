using System.Diagnostics;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>Turns what the compiler and a running script throw into the house's own diagnostics.</summary>
internal static class ScriptErrors
{
    /// <summary>The first error of the compiler; the rest mostly follow from it.</summary>
    public static DiagnosticException From(CompilationErrorException exception, ScriptSources sources)
    {
        var first = exception.Diagnostics.First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var message = first.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return new DiagnosticException(Errors.CSharpRejected(first.Id, message.TrimEnd('.')).At(sources.PlaceOf(first.Location)), exception);
    }

    /// <summary>An exception of the running script. A diagnostic without a place gets the script's innermost line.</summary>
    public static DiagnosticException From(Exception exception, ScriptSources sources)
    {
        var thrown = Innermost(exception);
        var place = PlaceIn(thrown, sources) ?? PlaceIn(exception, sources);
        var diagnostic = thrown switch
        {
            DiagnosticException known => known.Diagnostic,
            InsufficientExecutionStackException => Errors.CSharpTooDeep(),
            _ => Errors.CSharpFailed(thrown.GetType().Name, thrown.Message),
        };
        return new DiagnosticException(diagnostic.Place is null ? diagnostic.At(place) : diagnostic, exception);
    }

    private static Exception Innermost(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Innermost(inner),
        TypeInitializationException { InnerException: { } inner } => Innermost(inner),
        AggregateException { InnerExceptions: [var only] } => Innermost(only),
        _ => exception,
    };

    private static Place? PlaceIn(Exception exception, ScriptSources sources) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Select(frame => sources.PlaceOf(frame.GetFileName(), frame.GetFileLineNumber(), frame.GetFileColumnNumber()))
            .FirstOrDefault(place => place is not null);
}
