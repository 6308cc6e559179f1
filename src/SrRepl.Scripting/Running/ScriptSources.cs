using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>The scripts of one run by the path they are compiled under: the script itself and whatever it loads.</summary>
internal sealed class ScriptSources
{
    private readonly Dictionary<string, WovenScript> _scripts = new(StringComparer.Ordinal);

    /// <summary>Remembers a script under its path.</summary>
    public void Add(string path, WovenScript script) => _scripts[path] = script;

    /// <summary>The place of something the compiler points at, or null when that is in no script.</summary>
    public Place? PlaceOf(Location location) =>
        location.SourceTree is { } tree && _scripts.TryGetValue(tree.FilePath, out var script)
            ? script.PlaceOf(location.SourceSpan)
            : null;

    /// <summary>The place of a frame of the stack, or null when that is in no script.</summary>
    public Place? PlaceOf(string? path, int line, int column) =>
        path is not null && _scripts.TryGetValue(path, out var script) ? script.PlaceOfStatement(line, column) : null;

    /// <summary>The place of the <c>#r</c> that names a reference, or null when no script does.</summary>
    public Place? PlaceOfReference(string reference) =>
        _scripts.Values
            .SelectMany(script => script.Root.DescendantNodes(descendIntoTrivia: true)
                .OfType<ReferenceDirectiveTriviaSyntax>()
                .Where(directive => directive.File.ValueText == reference)
                .Select(directive => script.Source.PlaceOf(new Span(directive.File.SpanStart, directive.File.Span.Length))))
            .FirstOrDefault();
}
