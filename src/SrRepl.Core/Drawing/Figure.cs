using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// A picture of some series on two axes: what is to be seen, not how. Prints as braille in a terminal, and saves itself as SVG.
/// </summary>
public sealed record Figure : Picture
{
    /// <summary>The series, drawn in this order.</summary>
    public ImmutableArray<Series> Series { get; init; } = [];

    /// <summary>What stands above; empty for nothing.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the horizontal axis shows.</summary>
    public string XLabel { get; init; } = "";

    /// <summary>What the vertical axis shows.</summary>
    public string YLabel { get; init; } = "";

    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    public bool LogY { get; init; }

    /// <summary>Whether the series' names are shown.</summary>
    public bool Legend { get; init; } = true;

    /// <summary>The horizontal axis, wide enough for every series.</summary>
    internal Axis XAxis => Axis.Over(Series.SelectMany(series => series.X), LogX);

    /// <summary>The vertical axis.</summary>
    internal Axis YAxis => Axis.Over(Series.SelectMany(series => series.Y), LogY);

    /// <summary>Every series with what it is drawn with.</summary>
    internal IEnumerable<(Series Series, Stroke Stroke)> Drawn => Series.Select((series, i) => (series, series.Stroke ?? Stroke.Of(i)));

    /// <summary>What stands in a frame in which nothing is to be seen; empty where something is.</summary>
    internal string Emptiness(Axis xAxis, Axis yAxis) =>
        Series.Any(series => series.Stretches(xAxis, yAxis).Any()) ? "" : LogX || LogY ? "no finite, positive point to show" : "no finite point to show";

    /// <summary>The figure with a line more.</summary>
    /// <exception cref="ArgumentException">Coordinates of different numbers.</exception>
    public Figure Line(string name, IEnumerable<double> x, IEnumerable<double> y) => With(name, Mark.Line, x, y);

    /// <summary>The figure with more points.</summary>
    /// <exception cref="ArgumentException">Coordinates of different numbers.</exception>
    public Figure Points(string name, IEnumerable<double> x, IEnumerable<double> y) => With(name, Mark.Points, x, y);

    /// <summary>The figure with steps more.</summary>
    /// <exception cref="ArgumentException">Coordinates of different numbers.</exception>
    public Figure Steps(string name, IEnumerable<double> x, IEnumerable<double> y) => With(name, Mark.Steps, x, y);

    /// <inheritdoc/>
    public override string ToSvg() => SvgPicture.Draw(this);

    /// <inheritdoc/>
    public override string ToText() => TerminalPicture.Draw(this, Core.Legend.Of(this));

    /// <summary>The figure with a line that is no data but to compare data with.</summary>
    internal Figure Guide(string name, IEnumerable<double> x, IEnumerable<double> y) => Line(name, x, y).LastDrawn(Stroke.Guide);

    /// <summary>The figure with its last series drawn with a stroke of its own.</summary>
    internal Figure LastDrawn(Stroke stroke) => this with { Series = Series.SetItem(Series.Length - 1, Series[^1] with { Stroke = stroke }) };

    /// <summary>The figure with a series more.</summary>
    /// <exception cref="ArgumentException">Coordinates of different numbers.</exception>
    public Figure With(string name, Mark mark, IEnumerable<double> x, IEnumerable<double> y)
    {
        ImmutableArray<double> xs = [.. x], ys = [.. y];
        return xs.Length == ys.Length
            ? this with { Series = Series.Add(new(name, mark, xs, ys)) }
            : throw new ArgumentException($"{xs.Length} abscissas and {ys.Length} ordinates", nameof(y));
    }
}
