using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>A legend in SVG, below the axis, in as many columns as there is room for.</summary>
/// <param name="legend">What is named.</param>
/// <param name="width">Pixels across of what it stands below.</param>
internal sealed class SvgLegend(Legend legend, int width)
{
    private const int Line = 18;
    private const int Margin = 10;
    private const int KeyLength = 24;
    private const int KeyColumn = 30;
    private const int BetweenColumns = 22;

    private readonly int _inner = width - SvgFrame.Left - SvgFrame.Right;

    /// <summary>Pixels down; 0 without names.</summary>
    public int Height => legend.Entries.IsEmpty ? 0 : (Lines + (legend.More > 0 ? 1 : 0)) * Line + Margin;

    private int Lines => (legend.Entries.Length + Across - 1) / Across;

    private int Across => Math.Max(1, _inner / Column);

    private int Column => KeyColumn + BetweenColumns + legend.Entries.Max(entry => SvgText.WidthOf(Fit(entry.Series.Name)));

    /// <summary>Draws it from a height on.</summary>
    public void Append(StringBuilder svg, int top)
    {
        foreach (var (i, (series, stroke)) in legend.Entries.Index())
            AppendEntry(svg, SvgFrame.Left + i % Across * Column, top + Line * (i / Across) + Line / 2, series, stroke);
        if (legend.More > 0)
            SvgText.Append(svg, $"{SvgFrame.Left + KeyColumn}", $"{top + Line * Lines + Line / 2 + SvgText.Baseline}", "start", legend.Rest);
    }

    private void AppendEntry(StringBuilder svg, int x, int y, Series series, Stroke stroke)
    {
        if (series.Mark == Mark.Points)
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{x + KeyLength / 2}\" cy=\"{y}\" r=\"3.5\" fill=\"{stroke.Colour}\"/>\n");
        else
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"stroke\" x1=\"{x}\" y1=\"{y}\" x2=\"{x + KeyLength}\" y2=\"{y}\" stroke=\"{stroke.Colour}\" stroke-width=\"2.2\"{stroke.Dashes}/>\n");
        SvgText.Append(svg, $"{x + KeyColumn}", $"{y + SvgText.Baseline}", "start", Fit(series.Name));
    }

    private string Fit(string name) => SvgText.Fit(name, _inner - KeyColumn);
}
