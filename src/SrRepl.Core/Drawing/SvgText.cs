using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>What every SVG document of this module begins with, and its texts.</summary>
internal static class SvgText
{
    /// <summary>The opening of a document and its white ground; SVG 1.1, one font family, no script.</summary>
    public static string Open(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">
        <rect class="ground" width="{width}" height="{height}" fill="white"/>

        """);

    /// <summary>A line of text; nothing for none.</summary>
    /// <param name="svg">Where it is written.</param>
    /// <param name="x">Its anchor's abscissa.</param>
    /// <param name="y">Its anchor's ordinate.</param>
    /// <param name="anchor">Which part of it stands there: start, middle, end.</param>
    /// <param name="text">The text, escaped here.</param>
    /// <param name="more">Further attributes.</param>
    public static void Append(StringBuilder svg, string x, string y, string anchor, string text, string more = "")
    {
        if (text.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" fill=\"#202020\" {more}>{Escape(text)}</text>\n");
    }

    /// <summary>A text as content of an element or an attribute.</summary>
    public static string Escape(string text) => System.Security.SecurityElement.Escape(text);
}
