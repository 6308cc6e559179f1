using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>Draws a figure as an SVG document (SVG 1.1, one font family, no script), for a page or a paper.</summary>
internal static class SvgPicture
{
    private const int Width = 640;
    private const int Height = 420;
    private const int Left = 72;
    private const int Right = 16;
    private const int Top = 40;
    private const int Bottom = 52;
    private const int TicksAcross = 7;
    private const int TicksDown = 6;
    private const int LegendLine = 18;
    private const int LegendMargin = 10;
    private const int LegendCharacter = 7;
    private const int LegendKey = 52;
    private const int SheetTitle = 44;

    // From the middle of a line of text to where it stands; not every renderer knows other baselines.
    private const int Baseline = 4;
    private const int MostPoints = 5000;

    // Renderers lose precision or patience with lines far outside the frame.
    private const double Farthest = 10;

    /// <summary>The document.</summary>
    public static string Draw(Figure figure)
    {
        var svg = new StringBuilder(SvgText.Open(Width, Height + LegendHeight(figure)));
        Append(svg, figure, "frame");
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Several figures of equal size, row by row; what they all show is told once, below.</summary>
    public static string Draw(Sheet sheet)
    {
        var across = Math.Clamp(sheet.Across, 1, Math.Max(1, sheet.Figures.Length));
        var down = (sheet.Figures.Length + across - 1) / across;
        var top = sheet.Title.Length > 0 ? SheetTitle : 0;
        var shared = sheet.SharedNames;
        var figures = shared.IsEmpty ? sheet.Figures : [.. sheet.Figures.Select(figure => figure with { Legend = false })];
        var cell = Height + figures.Max(LegendHeight);
        var bottom = top + down * cell;
        var svg = new StringBuilder(SvgText.Open(across * Width, bottom + LegendHeight(shared, across * Width - Left - Right)));
        SvgText.Append(svg, $"{across * Width / 2}", "30", "middle", sheet.Title, "font-size=\"20\" font-weight=\"bold\"");
        for (var i = 0; i < figures.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({i % across * Width} {top + i / across * cell})\">\n");
            Append(svg, figures[i], string.Create(CultureInfo.InvariantCulture, $"frame{i}"));
            svg.Append("</g>\n");
        }
        AppendLegend(svg, shared, bottom, across * Width - Left - Right);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, Figure figure, string frame)
    {
        var (xAxis, yAxis) = (figure.XAxis, figure.YAxis);
        svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"{frame}\"><rect x=\"{Left}\" y=\"{Top}\" width=\"{InnerWidth}\" height=\"{InnerHeight}\"/></clipPath>\n");
        AppendAxes(svg, figure, xAxis, yAxis);
        svg.Append(CultureInfo.InvariantCulture, $"<g clip-path=\"url(#{frame})\">\n");
        for (var i = 0; i < figure.Series.Length; i++)
            AppendSeries(svg, figure.Series[i], figure.Series[i].Stroke ?? Stroke.Of(i), xAxis, yAxis);
        svg.Append("</g>\n");
        AppendLegend(svg, Named(figure), Height, InnerWidth);
    }

    private static int InnerWidth => Width - Left - Right;

    private static int InnerHeight => Height - Top - Bottom;

    private static void AppendAxes(StringBuilder svg, Figure figure, Axis xAxis, Axis yAxis)
    {
        foreach (var (value, label) in xAxis.Ticks(TicksAcross))
        {
            var x = X(xAxis.Position(value));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" y1=\"{Top}\" x2=\"{x}\" y2=\"{Top + InnerHeight}\" stroke=\"#e0e0e0\"/>\n");
            SvgText.Append(svg, x, $"{Top + InnerHeight + 16}", "middle", label);
        }
        foreach (var (value, label) in yAxis.Ticks(TicksDown))
        {
            var position = yAxis.Position(value);
            var y = Y(position);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y}\" x2=\"{Left + InnerWidth}\" y2=\"{y}\" stroke=\"#e0e0e0\"/>\n");
            SvgText.Append(svg, $"{Left - 6}", Number(Top + (1 - Clamp(position)) * InnerHeight + Baseline), "end", label);
        }
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{Top}\" width=\"{InnerWidth}\" height=\"{InnerHeight}\" fill=\"none\" stroke=\"#404040\"/>\n");
        SvgText.Append(svg, $"{Left + InnerWidth / 2}", $"{Top - 16}", "middle", figure.Title, "font-size=\"14\" font-weight=\"bold\"");
        SvgText.Append(svg, $"{Left + InnerWidth / 2}", $"{Height - 14}", "middle", figure.XLabel);
        var middle = Top + InnerHeight / 2;
        SvgText.Append(svg, "16", $"{middle}", "middle", figure.YLabel, $"transform=\"rotate(-90 16 {middle})\"");
    }

    private static void AppendSeries(StringBuilder svg, Series series, Stroke stroke, Axis xAxis, Axis yAxis)
    {
        if (series.Mark == Mark.Points)
        {
            AppendPoints(svg, series, stroke, xAxis, yAxis);
            return;
        }
        foreach (var stretch in series.Stretches())
        {
            var corners = string.Join(' ', stretch.Select(point => $"{X(xAxis.Position(point.X))},{Y(yAxis.Position(point.Y))}"));
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{corners}\" fill=\"none\" stroke=\"{stroke.Colour}\" stroke-width=\"1.8\" stroke-linejoin=\"round\"{stroke.Dashes}/>\n");
        }
    }

    // Of very many points a page shows no more than these, evenly chosen.
    private static void AppendPoints(StringBuilder svg, Series series, Stroke stroke, Axis xAxis, Axis yAxis)
    {
        var points = series.Stretches().SelectMany(stretch => stretch).ToArray();
        var stride = Math.Max(1, (points.Length + MostPoints - 1) / MostPoints);
        var opacity = points.Length > 200 ? "0.4" : "0.85";
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{stroke.Colour}\" fill-opacity=\"{opacity}\">\n");
        for (var i = 0; i < points.Length; i += stride)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(xAxis.Position(points[i].X))}\" cy=\"{Y(yAxis.Position(points[i].Y))}\" r=\"2.5\"/>\n");
        svg.Append("</g>\n");
    }

    private static ImmutableArray<(Series Series, int Index)> Named(Figure figure) =>
        figure.Legend ? [.. figure.Series.Select((series, i) => (series, i)).Where(entry => entry.series.Name.Length > 0)] : [];

    private static int LegendHeight(Figure figure) => LegendHeight(Named(figure), InnerWidth);

    private static int LegendHeight(ImmutableArray<(Series Series, int Index)> named, int width) =>
        named.IsEmpty ? 0 : (named.Length + LegendAcross(named, width) - 1) / LegendAcross(named, width) * LegendLine + LegendMargin;

    private static int LegendColumn(ImmutableArray<(Series Series, int Index)> named) => LegendKey + LegendCharacter * named.Max(entry => entry.Series.Name.Length);

    private static int LegendAcross(ImmutableArray<(Series Series, int Index)> named, int width) => Math.Max(1, width / LegendColumn(named));

    // Below the axis, in as many columns as there is room for.
    private static void AppendLegend(StringBuilder svg, ImmutableArray<(Series Series, int Index)> named, int top, int width)
    {
        for (var i = 0; i < named.Length; i++)
        {
            var (column, line) = (i % LegendAcross(named, width), i / LegendAcross(named, width));
            AppendKey(svg, Left + column * LegendColumn(named), top + LegendLine * line + LegendLine / 2, named[i].Series, named[i].Series.Stroke ?? Stroke.Of(named[i].Index));
        }
    }

    private static void AppendKey(StringBuilder svg, int x, int y, Series series, Stroke stroke)
    {
        if (series.Mark == Mark.Points)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x + 12}\" cy=\"{y}\" r=\"3.5\" fill=\"{stroke.Colour}\"/>\n");
        else
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"stroke\" x1=\"{x}\" y1=\"{y}\" x2=\"{x + 24}\" y2=\"{y}\" stroke=\"{stroke.Colour}\" stroke-width=\"2.2\"{stroke.Dashes}/>\n");
        SvgText.Append(svg, $"{x + 30}", $"{y + Baseline}", "start", series.Name);
    }

    private static string X(double position) => Number(Left + Clamp(position) * InnerWidth);

    private static string Y(double position) => Number(Top + (1 - Clamp(position)) * InnerHeight);

    private static double Clamp(double position) => Math.Clamp(double.IsNaN(position) ? -Farthest : position, -Farthest, Farthest);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
