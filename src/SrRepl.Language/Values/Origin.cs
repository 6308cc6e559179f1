using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Where in a text a value was written.</summary>
internal readonly record struct Origin(SourceText Source, Span Span)
{
    public Place Place => Source.PlaceOf(Span);

    public string Text => Source.Text.Substring(Span.Start, Math.Min(Span.Length, Source.Text.Length - Span.Start));

    public DiagnosticException Error(Diagnostic diagnostic) => new(diagnostic.At(Place));
}

/// <summary>A value given to a function, and where it was written.</summary>
internal readonly record struct Argument(object Value, Origin Origin);
