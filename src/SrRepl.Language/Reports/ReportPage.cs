using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>Writes the page: one file with its style, its script and its data, which asks the network for nothing.</summary>
internal static class ReportPage
{
    private const string Template = "Reports/page.html";
    private const string Extension = ".html";

    /// <summary>Writes a report of named values.</summary>
    /// <exception cref="DiagnosticException">No value is one that a report shows, the name is no page's, or the file cannot be written.</exception>
    public static Report Write(IEnumerable<(string Name, object Value)> values, ReportOptions options)
    {
        if (!options.File.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            throw new DiagnosticException(Errors.NotAPage(options.File));
        ImmutableArray<ReportSection> sections = [.. values.SelectMany(value => ReportSection.Of(value.Name, value.Value, options))];
        if (sections.IsEmpty)
            throw new DiagnosticException(Errors.NothingToReport());
        AtomicFile.WriteText(options.File, Html(sections, options));
        return new(options.File, sections.Sum(section => section.Formulas.Length));
    }

    /// <summary>The page as a text.</summary>
    public static string Html(ImmutableArray<ReportSection> sections, ReportOptions options)
    {
        // The serialiser writes < > & as escapes, so that no formula can end the script that holds it.
        var data = JsonSerializer.Serialize(
            new { About = About(sections, options), Program = ProgramVersion.Text, Sections = sections },
            new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
        return Text().Replace("{{title}}", Escaped(options.Title), StringComparison.Ordinal).Replace("{{data}}", data, StringComparison.Ordinal);
    }

    // What the costs are of: a kernel has a type of its own.
    private static string About(ImmutableArray<ReportSection> sections, ReportOptions options)
    {
        string[] types = [.. sections.SelectMany(section => section.Formulas).Select(formula => formula.Type).OfType<string>().Distinct()];
        return types.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"costs in {string.Join(", ", types)} at {options.Clock:G4} ns on {options.Device}");
    }

    private static string Escaped(string title) => System.Security.SecurityElement.Escape(title);

    private static string Text()
    {
        using var stream = typeof(ReportPage).Assembly.GetManifestResourceStream(Template)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
