using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>
/// Reads templates of a search. In a function they are its parameters that are applied, in a text the names that are called and
/// are no function yet. What is not applied is a column; a parameter that is neither is an unknown number.
/// </summary>
internal static class TemplateReader
{
    /// <summary>The template that a function's body is.</summary>
    /// <exception cref="DiagnosticException">The body is no formula.</exception>
    public static Template Of(Closure function)
    {
        var unknown = function.ParameterNames;
        var builder = new FormulaBuilder(function.Body.Source, (name, count) =>
            unknown.Contains(name) ? new TemplatePart(name, count) : Session.Current?.FindOperator(name));
        return new(builder.Build(function.BodyNode), unknown);
    }

    /// <summary>The template that a text is.</summary>
    /// <exception cref="DiagnosticException">The text is no formula; the place is inside the text.</exception>
    public static Template Of(string text) =>
        new(FormulaReader.Read(new SourceText(text, FormulaReader.SourceName), (name, count) =>
            Session.Current?.FindOperator(name) ?? (Operator?)Operators.Find(name) ?? new TemplatePart(name, count)));
}
