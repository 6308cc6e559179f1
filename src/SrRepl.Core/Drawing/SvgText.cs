using System.Globalization;
using System.Text;
using System.Xml;

namespace SrRepl.Core;

/// <summary>What every SVG document of this module begins with, and its texts.</summary>
internal static class SvgText
{
    /// <summary>Pixels from the middle of a line of text to where it stands; not every renderer knows other baselines.</summary>
    public const int Baseline = 4;

    private const int Font = 12;

    // Of the height of the font, in the widest of the usual families without serifs.
    private const double CharacterWidth = 0.58;
    private const double BoldCharacterWidth = 0.66;

    /// <summary>The opening of a document and its white ground; SVG 1.1, one font family, no script.</summary>
    public static string Open(int width, int height) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="{Font}">
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

    /// <summary>About how many pixels a text takes.</summary>
    public static int WidthOf(string text, int font = Font, bool bold = false) =>
        (int)Math.Ceiling(text.Length * font * (bold ? BoldCharacterWidth : CharacterWidth));

    /// <summary>A text cut where it would be wider than there is room for.</summary>
    public static string Fit(string text, int width, int font = Font, bool bold = false)
    {
        if (WidthOf(text, font, bold) <= width)
            return text;
        var kept = (int)(width / (font * (bold ? BoldCharacterWidth : CharacterWidth))) - 1;
        return $"{text[..(char.IsHighSurrogate(text[kept - 1]) ? kept - 1 : kept)]}…";
    }

    /// <summary>A text as content of an element or an attribute; what no document may hold is left out.</summary>
    public static string Escape(string text) =>
        System.Security.SecurityElement.Escape(string.Concat(text.EnumerateRunes().Where(rune => rune.Utf16SequenceLength > 1 || XmlConvert.IsXmlChar((char)rune.Value))));
}
