using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>Draws figures, alone or on a sheet, as SVG documents (SVG 1.1, one font family, no script), for a page or a paper.</summary>
internal static class SvgPicture
{
    private const int SheetTitle = 44;
    private const int SheetTitleFont = 20;

    /// <summary>The document.</summary>
    public static string Draw(Figure figure)
    {
        var legend = new SvgLegend(Legend.Of(figure), SvgFrame.Width);
        var svg = new StringBuilder(SvgText.Open(SvgFrame.Width, SvgFrame.Height + legend.Height));
        new SvgFrame(figure, figure.Title.Length > 0).Append(svg, "frame");
        legend.Append(svg, SvgFrame.Height);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>Several figures of equal size, row by row; what they all show is told once, below.</summary>
    public static string Draw(Sheet sheet)
    {
        var across = Math.Clamp(sheet.Across, 1, sheet.Figures.Length);
        var down = (sheet.Figures.Length + across - 1) / across;
        var top = sheet.Title.Length > 0 ? SheetTitle : 0;
        var shared = new SvgLegend(Legend.SharedBy(sheet.Figures), across * SvgFrame.Width);
        SvgLegend[] legends = [.. sheet.Figures.Select(figure => new SvgLegend(shared.Height > 0 ? Legend.None : Legend.Of(figure), SvgFrame.Width))];
        var cell = SvgFrame.Height + legends.Max(legend => legend.Height);
        var svg = new StringBuilder(SvgText.Open(across * SvgFrame.Width, top + down * cell + shared.Height));
        var title = SvgText.Fit(sheet.Title, across * SvgFrame.Width, SheetTitleFont, bold: true);
        SvgText.Append(svg, $"{across * SvgFrame.Width / 2}", "30", "middle", title, $"font-size=\"{SheetTitleFont}\" font-weight=\"bold\"");
        // With a title above one of them, all of them begin where that one does.
        var titled = sheet.Figures.Any(figure => figure.Title.Length > 0);
        foreach (var (i, figure) in sheet.Figures.Index())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({i % across * SvgFrame.Width} {top + i / across * cell})\">\n");
            new SvgFrame(figure, titled).Append(svg, string.Create(CultureInfo.InvariantCulture, $"frame{i}"));
            legends[i].Append(svg, SvgFrame.Height);
            svg.Append("</g>\n");
        }
        shared.Append(svg, top + down * cell);
        return svg.Append("</svg>\n").ToString();
    }
}
