namespace SrRepl.Core;

/// <summary>Something to be looked at: it prints as text in a terminal, and saves itself as SVG.</summary>
public abstract record Picture
{
    /// <summary>Where it was saved, or null.</summary>
    public string? File { get; init; }

    /// <summary>The picture as an SVG document.</summary>
    public abstract string ToSvg();

    /// <summary>The picture in braille and lines, without a line break at its end.</summary>
    public abstract string ToText();

    /// <summary>Saves the picture as SVG, whole or not at all; without a file it stays as it is.</summary>
    /// <exception cref="DiagnosticException">The name does not end in .svg, or the file cannot be written.</exception>
    public Picture SavedAs(string? file)
    {
        if (file is null)
            return this;
        if (!file.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            throw new DiagnosticException(Errors.NotAPicture(file));
        AtomicFile.WriteText(file, ToSvg());
        return this with { File = file };
    }

    /// <summary>What the prompt prints: the picture, or where it was saved.</summary>
    public sealed override string ToString() => File is null ? ToText() : $"wrote {File}";
}
