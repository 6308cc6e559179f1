using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>Several figures on one sheet, row by row. Names that all of them share are told once.</summary>
/// <param name="Figures">The figures, in reading order.</param>
public sealed record Sheet(ImmutableArray<Figure> Figures) : Picture
{
    /// <summary>What stands above; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>Figures across, at least 1.</summary>
    public int Across { get; init; } = 2;

    /// <inheritdoc/>
    public override string ToSvg() => SvgPicture.Draw(this);

    /// <inheritdoc/>
    public override string ToText()
    {
        var shared = Legend.SharedBy(Figures);
        var pictures = string.Join("\n\n", Figures.Select((figure, i) => TerminalPicture.Draw(figure, shared == Legend.None ? Legend.Of(figure) : i == Figures.Length - 1 ? shared : Legend.None)));
        return Title.Length > 0 ? $"{Title}\n\n{pictures}" : pictures;
    }
}
