using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting;

/// <summary>Turns what the compiler and a running script throw into the house's own diagnostics.</summary>
internal static class ScriptErrors
{
    // What stands before its cause: a variable whose type cannot be inferred, of a value that is wrong.
    private static readonly string[] Consequences = ["CS8130", "CS8183"];

    /// <summary>The first error of the compiler; the rest mostly follow from it.</summary>
    public static DiagnosticException From(CompilationErrorException exception, ScriptSources sources)
    {
        var first = exception.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .MinBy(diagnostic => Consequences.Contains(diagnostic.Id))!;
        var message = first.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        return new DiagnosticException(Errors.CSharpRejected(first.Id, message.TrimEnd('.'), LikelyNames.Hint(first, message)).At(sources.PlaceOf(first.Location)), exception);
    }

    /// <summary>An exception of the running script. A diagnostic without a place gets the script's innermost line.</summary>
    public static DiagnosticException From(Exception exception, ScriptSources sources)
    {
        var thrown = Failures.Innermost(exception);
        var place = PlaceIn(thrown, sources) ?? PlaceIn(exception, sources);
        var diagnostic = thrown switch
        {
            DiagnosticException known => known.Diagnostic,
            InsufficientExecutionStackException => Errors.CSharpTooDeep(),
            _ => Errors.CSharpFailed(thrown.GetType().Name, thrown.Message),
        };
        return new DiagnosticException(Placed(diagnostic, place), exception);
    }

    /// <summary>Whether an exception was thrown in a script, or in what one called.</summary>
    public static bool IsOf(Exception exception, ScriptSources sources) => PlaceIn(exception, sources) is not null;

    // What is wrong inside a text is shown in the script where the statement writes that text; what is wrong in a file keeps its
    // place there and says who read it.
    private static Core.Diagnostic Placed(Core.Diagnostic diagnostic, Place? statement)
    {
        if (statement is null || diagnostic.Place is not { } place)
            return diagnostic.Place is null ? diagnostic.At(statement) : diagnostic;
        var literal = place.File == FormulaReader.SourceName
            ? statement.LineText.IndexOf($"\"{place.LineText}\"", statement.Column - 1, StringComparison.Ordinal)
            : -1;
        return literal >= 0
            ? diagnostic.At(statement with { Column = literal + 1 + place.Column, Length = place.Length })
            : place.File == statement.File ? diagnostic : diagnostic with { Caller = statement };
    }

    private static Place? PlaceIn(Exception exception, ScriptSources sources) =>
        new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .Select(frame => sources.PlaceOf(frame.GetFileName(), frame.GetFileLineNumber(), frame.GetFileColumnNumber()))
            .FirstOrDefault(place => place is not null);
}
