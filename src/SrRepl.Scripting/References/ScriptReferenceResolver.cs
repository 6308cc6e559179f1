using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;
using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>Finds what scripts name in <c>#r</c>: a dll by its path, a package as <c>"nuget: Name, version"</c>.</summary>
internal sealed class ScriptReferenceResolver(ScriptSources sources, PackageCache packages) : MetadataReferenceResolver
{
    private const string PackagePrefix = "nuget:";
    private readonly ScriptMetadataResolver _files = ScriptMetadataResolver.Default.WithBaseDirectory(Directory.GetCurrentDirectory());

    /// <inheritdoc/>
    public override bool ResolveMissingAssemblies => _files.ResolveMissingAssemblies;

    /// <inheritdoc/>
    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        _files.ResolveMissingAssembly(definition, referenceIdentity);

    /// <inheritdoc/>
    public override ImmutableArray<PortableExecutableReference> ResolveReference(
        string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (!reference.StartsWith(PackagePrefix, StringComparison.OrdinalIgnoreCase))
            return _files.ResolveReference(reference, baseFilePath, properties);
        try
        {
            return
            [
                .. packages.Restore(PackageName.Parse(reference[PackagePrefix.Length..]))
                    .Select(path => MetadataReference.CreateFromFile(path, properties)),
            ];
        }
        catch (DiagnosticException e)
        {
            throw new DiagnosticException(e.Diagnostic.At(sources.PlaceOfReference(reference)), e);
        }
    }

    /// <inheritdoc/>
    public override bool Equals(object? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => _files.GetHashCode();
}
