using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>One figure in SVG without its legend: axes, ticks, labels, and the series between them.</summary>
internal sealed class SvgFrame
{
    /// <summary>Pixels across, with all margins.</summary>
    public const int Width = 640;

    /// <summary>Pixels down, with all margins.</summary>
    public const int Height = 420;

    /// <summary>The margin on the left, where a figure's labels are short enough for it.</summary>
    public const int Left = 72;

    /// <summary>The margin on the right.</summary>
    public const int Right = 16;

    private const int Top = 16;
    private const int TitledTop = 40;
    private const int Bottom = 52;
    private const int LabelLine = 24;
    private const int TitleFont = 14;
    private const int TicksAcross = 7;
    private const int TicksDown = 6;
    private const int BetweenLabels = 6;
    private const int MostPoints = 5000;
    private const int FewPoints = 200;

    // Renderers lose precision or patience with lines far outside the frame.
    private const double Farthest = 10;

    private readonly Figure _figure;
    private readonly Axis _xAxis;
    private readonly Axis _yAxis;
    private readonly ImmutableArray<(double Value, string Label)> _yTicks;
    private readonly int _left;
    private readonly int _top;

    /// <summary>Measures a figure.</summary>
    /// <param name="figure">What is drawn.</param>
    /// <param name="titled">Whether there is room for a title above.</param>
    public SvgFrame(Figure figure, bool titled)
    {
        (_figure, _xAxis, _yAxis) = (figure, figure.XAxis, figure.YAxis);
        _yTicks = _yAxis.Ticks(TicksDown);
        _left = Math.Max(Left, LabelLine + 2 * BetweenLabels + _yTicks.Max(tick => SvgText.WidthOf(tick.Label)));
        _top = titled ? TitledTop : Top;
    }

    private int InnerWidth => Width - _left - Right;

    private int InnerHeight => Height - _top - Bottom;

    /// <summary>Draws it.</summary>
    /// <param name="svg">Where it is written.</param>
    /// <param name="name">The name of its clip path, no other's in the document.</param>
    public void Append(StringBuilder svg, string name)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"{name}\"><rect x=\"{_left}\" y=\"{_top}\" width=\"{InnerWidth}\" height=\"{InnerHeight}\"/></clipPath>\n");
        AppendXTicks(svg);
        AppendYTicks(svg);
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{_left}\" y=\"{_top}\" width=\"{InnerWidth}\" height=\"{InnerHeight}\" fill=\"none\" stroke=\"#404040\"/>\n");
        AppendLabels(svg);
        svg.Append(CultureInfo.InvariantCulture, $"<g clip-path=\"url(#{name})\">\n");
        foreach (var (series, stroke) in _figure.Drawn)
            if (series.Mark == Mark.Points)
                AppendPoints(svg, series, stroke);
            else
                AppendLines(svg, series, stroke);
        svg.Append("</g>\n");
    }

    // A label that would run into the one before it is left out; its line stays.
    private void AppendXTicks(StringBuilder svg)
    {
        var free = 0.0;
        foreach (var (value, label) in _xAxis.Ticks(TicksAcross))
        {
            var x = X(value);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Number(x)}\" y1=\"{_top}\" x2=\"{Number(x)}\" y2=\"{_top + InnerHeight}\" stroke=\"#e0e0e0\"/>\n");
            var half = SvgText.WidthOf(label) / 2.0;
            var middle = Math.Min(x, Width - half);
            if (middle - half < free)
                continue;
            SvgText.Append(svg, Number(middle), $"{_top + InnerHeight + 16}", "middle", label);
            free = middle + half + BetweenLabels;
        }
    }

    private void AppendYTicks(StringBuilder svg)
    {
        foreach (var (value, label) in _yTicks)
        {
            var y = Y(value);
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{_left}\" y1=\"{Number(y)}\" x2=\"{_left + InnerWidth}\" y2=\"{Number(y)}\" stroke=\"#e0e0e0\"/>\n");
            SvgText.Append(svg, $"{_left - BetweenLabels}", Number(y + SvgText.Baseline), "end", label);
        }
    }

    private void AppendLabels(StringBuilder svg)
    {
        var (across, down) = (_left + InnerWidth / 2, _top + InnerHeight / 2);
        SvgText.Append(svg, $"{across}", $"{_top - 16}", "middle", SvgText.Fit(_figure.Title, InnerWidth, TitleFont, bold: true), $"font-size=\"{TitleFont}\" font-weight=\"bold\"");
        SvgText.Append(svg, $"{across}", $"{Height - 14}", "middle", SvgText.Fit(_figure.XLabel, InnerWidth));
        SvgText.Append(svg, "16", $"{down}", "middle", SvgText.Fit(_figure.YLabel, InnerHeight), $"transform=\"rotate(-90 16 {down})\"");
        SvgText.Append(svg, $"{across}", $"{down}", "middle", _figure.Emptiness(_xAxis, _yAxis));
    }

    // A point between two gaps is a line of no length: a dot a little wider than lines are.
    private void AppendLines(StringBuilder svg, Series series, Stroke stroke)
    {
        foreach (var stretch in series.Stretches(_xAxis, _yAxis))
            if (stretch.Length == 1)
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(X(stretch[0].X))}\" cy=\"{Number(Y(stretch[0].Y))}\" r=\"2.2\" fill=\"{stroke.Colour}\"/>\n");
            else
                svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', stretch.Select(point => $"{Number(X(point.X))},{Number(Y(point.Y))}"))}\" fill=\"none\" stroke=\"{stroke.Colour}\" stroke-width=\"1.8\" stroke-linejoin=\"round\"{stroke.Dashes}/>\n");
    }

    // Of very many points a page shows no more than these, evenly chosen.
    private void AppendPoints(StringBuilder svg, Series series, Stroke stroke)
    {
        var points = series.Stretches(_xAxis, _yAxis).SelectMany(stretch => stretch).ToArray();
        var stride = Math.Max(1, (points.Length + MostPoints - 1) / MostPoints);
        var (opacity, radius) = points.Length > FewPoints ? ("0.4", "2.5") : ("0.85", "3.2");
        svg.Append(CultureInfo.InvariantCulture, $"<g fill=\"{stroke.Colour}\" fill-opacity=\"{opacity}\">\n");
        for (var i = 0; i < points.Length; i += stride)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{Number(X(points[i].X))}\" cy=\"{Number(Y(points[i].Y))}\" r=\"{radius}\"/>\n");
        svg.Append("</g>\n");
    }

    private double X(double value) => _left + Math.Clamp(_xAxis.Position(value), -Farthest, Farthest) * InnerWidth;

    private double Y(double value) => _top + (1 - Math.Clamp(_yAxis.Position(value), -Farthest, Farthest)) * InnerHeight;

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
