using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SrRepl.Scripting;

/// <summary>Finds the files that scripts <c>#load</c>, from the folder of the loading script, and weaves checkpoints into them too.</summary>
/// <param name="sources">Where they are remembered.</param>
/// <param name="parsing">How they are read.</param>
/// <param name="lambdas">What their lambdas give; null where they are wanted as they are, to learn that.</param>
internal sealed class WovenSourceResolver(ScriptSources sources, CSharpParseOptions parsing, LambdaResults? lambdas) : SourceReferenceResolver
{
    private readonly SourceFileResolver _files = new([], Directory.GetCurrentDirectory());

    /// <inheritdoc/>
    public override string? NormalizePath(string path, string? baseFilePath) => _files.NormalizePath(path, baseFilePath);

    /// <inheritdoc/>
    public override string? ResolveReference(string path, string? baseFilePath) => _files.ResolveReference(path, baseFilePath);

    /// <inheritdoc/>
    public override Stream OpenRead(string resolvedPath)
    {
        var shown = Path.GetRelativePath(Directory.GetCurrentDirectory(), resolvedPath);
        var script = WovenScript.From(new Core.SourceText(File.ReadAllText(resolvedPath), shown), resolvedPath, parsing);
        if (lambdas is not null)
            script = script.With(lambdas);
        sources.Add(resolvedPath, script);
        return new MemoryStream(Encoding.UTF8.GetBytes(script.Woven.ToString()));
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.GetHashCode();
}
