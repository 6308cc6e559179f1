using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>The names beside or below a picture, each with the stroke of its series.</summary>
/// <param name="Entries">The series that are named.</param>
/// <param name="More">How many more there are that it has no room for.</param>
internal sealed record Legend(ImmutableArray<(Series Series, Stroke Stroke)> Entries, int More)
{
    private const int Most = 24;

    /// <summary>A legend without names.</summary>
    public static Legend None { get; } = new([], 0);

    /// <summary>The last line where not all of them are named; empty otherwise.</summary>
    public string Rest => More == 0 ? "" : $"and {More} more";

    /// <summary>The series of a figure that have a name.</summary>
    public static Legend Of(Figure figure)
    {
        if (!figure.Legend)
            return None;
        (Series Series, Stroke Stroke)[] named = [.. figure.Drawn.Where(drawn => drawn.Series.Name.Length > 0)];
        return new([.. named.Take(Most)], Math.Max(0, named.Length - Most));
    }

    /// <summary>The series of the figure that shows most, where all others show the same or the first ones of them; none otherwise.</summary>
    public static Legend SharedBy(ImmutableArray<Figure> figures)
    {
        if (figures.Length < 2)
            return None;
        var most = figures.MaxBy(figure => figure.Series.Length)!;
        var names = Names(most).ToArray();
        return figures.All(figure => Names(figure).SequenceEqual(names.Take(figure.Series.Length))) ? Of(most) : None;
    }

    private static IEnumerable<(string Name, Mark Mark)> Names(Figure figure) => figure.Series.Select(series => (series.Name, series.Mark));
}
