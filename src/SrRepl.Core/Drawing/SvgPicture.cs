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
    private const int LegendLine = 16;
    private const int MostPoints = 5000;

    // Renderers lose precision or patience with lines far outside the frame.
    private const double Farthest = 10;

    /// <summary>The document.</summary>
    public static string Draw(Figure figure)
    {
        var (xAxis, yAxis) = (figure.XAxis, figure.YAxis);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="sans-serif" font-size="12">
            <rect width="{Width}" height="{Height}" fill="white"/>
            <clipPath id="frame"><rect x="{Left}" y="{Top}" width="{InnerWidth}" height="{InnerHeight}"/></clipPath>

            """);
        AppendAxes(svg, figure, xAxis, yAxis);
        svg.Append("<g clip-path=\"url(#frame)\">\n");
        for (var i = 0; i < figure.Series.Length; i++)
            AppendSeries(svg, figure.Series[i], Stroke.Of(i), xAxis, yAxis);
        svg.Append("</g>\n");
        AppendLegend(svg, figure);
        return svg.Append("</svg>\n").ToString();
    }

    private static int InnerWidth => Width - Left - Right;

    private static int InnerHeight => Height - Top - Bottom;

    private static void AppendAxes(StringBuilder svg, Figure figure, Axis xAxis, Axis yAxis)
    {
        foreach (var (value, label) in xAxis.Ticks(TicksAcross))
        {
            var x = X(xAxis.Position(value));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x}\" y1=\"{Top}\" x2=\"{x}\" y2=\"{Top + InnerHeight}\" stroke=\"#e0e0e0\"/>\n");
            AppendText(svg, x, $"{Top + InnerHeight + 16}", "middle", label);
        }
        foreach (var (value, label) in yAxis.Ticks(TicksDown))
        {
            var y = Y(yAxis.Position(value));
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" y1=\"{y}\" x2=\"{Left + InnerWidth}\" y2=\"{y}\" stroke=\"#e0e0e0\"/>\n");
            AppendText(svg, $"{Left - 6}", y, "end", label, "dominant-baseline=\"middle\"");
        }
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{Top}\" width=\"{InnerWidth}\" height=\"{InnerHeight}\" fill=\"none\" stroke=\"#404040\"/>\n");
        AppendText(svg, $"{Left + InnerWidth / 2}", $"{Top - 16}", "middle", figure.Title, "font-size=\"14\" font-weight=\"bold\"");
        AppendText(svg, $"{Left + InnerWidth / 2}", $"{Height - 14}", "middle", figure.XLabel);
        var middle = Top + InnerHeight / 2;
        AppendText(svg, "16", $"{middle}", "middle", figure.YLabel, $"transform=\"rotate(-90 16 {middle})\"");
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
            svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{corners}\" fill=\"none\" stroke=\"{stroke.Colour}\" stroke-width=\"1.8\" stroke-linejoin=\"round\"/>\n");
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

    private static void AppendLegend(StringBuilder svg, Figure figure)
    {
        var line = 0;
        for (var i = 0; i < figure.Series.Length; i++)
        {
            if (figure.Series[i].Name.Length == 0)
                continue;
            var (x, y) = (Left + 10, Top + 14 + LegendLine * line++);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"{y - 5}\" width=\"16\" height=\"4\" fill=\"{Stroke.Of(i).Colour}\"/>\n");
            AppendText(svg, $"{x + 22}", $"{y}", "start", figure.Series[i].Name);
        }
    }

    private static void AppendText(StringBuilder svg, string x, string y, string anchor, string text, string more = "")
    {
        if (text.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"#202020\" {more}>{Escape(text)}</text>\n");
    }

    private static string X(double position) => Number(Left + Clamp(position) * InnerWidth);

    private static string Y(double position) => Number(Top + (1 - Clamp(position)) * InnerHeight);

    private static double Clamp(double position) => Math.Clamp(double.IsNaN(position) ? -Farthest : position, -Farthest, Farthest);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
