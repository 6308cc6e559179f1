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

    /// <summary>The series that have a name, where every figure shows them or the first ones of them; empty otherwise.</summary>
    internal ImmutableArray<(Series Series, int Index)> SharedNames
    {
        get
        {
            var names = Figures.Select(figure => figure.Series.Select(series => (series.Name, series.Mark)).ToArray()).ToArray();
            var most = names.MaxBy(shown => shown.Length) ?? [];
            return names.Length > 1 && names.All(shown => shown.SequenceEqual(most.Take(shown.Length)))
                ? [.. Figures.MaxBy(figure => figure.Series.Length)!.Series.Select((series, i) => (series, i)).Where(entry => entry.series.Name.Length > 0)]
                : [];
        }
    }

    /// <inheritdoc/>
    public override string ToSvg() => SvgPicture.Draw(this);

    /// <inheritdoc/>
    public override string ToText()
    {
        var shared = SharedNames.IsEmpty ? Figures : [.. Figures.Select((figure, i) => figure with { Legend = i == Figures.Length - 1 })];
        var pictures = string.Join("\n\n", shared.Select(figure => figure.ToText()));
        return Title.Length > 0 ? $"{Title}\n\n{pictures}" : pictures;
    }
}
