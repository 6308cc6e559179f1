using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>
/// Draws trees as boxes in SVG, roots above: leaves side by side, every other node above the middle of its children. The more
/// of the whole a node costs, the warmer its box.
/// </summary>
internal static class SvgTree
{
    private const double Margin = 16;
    private const double Gap = 14;
    private const double LayerHeight = 78;
    private const double NarrowestBox = 40;
    private const double BesideText = 14;
    private const int LabelFont = 13;
    private const int NoteFont = 10;
    private const double LabelLine = 20;
    private const double NoteLine = 13;

    private sealed record Box(TreeNode Node, double X, double Y, double Width, double Height, List<Box> Children)
    {
        public double Middle => X + Width / 2;
    }

    /// <summary>The document.</summary>
    public static string Draw(TreePicture picture)
    {
        var (right, bottom) = (Margin, 0.0);
        var boxes = picture.Roots.Select(root => Place(root, Margin, ref right, ref bottom)).ToArray();
        var svg = new StringBuilder(SvgText.Open((int)Math.Ceiling(right - Gap + Margin), (int)Math.Ceiling(bottom + Margin)));
        foreach (var box in boxes)
            AppendLinks(svg, box);
        foreach (var box in boxes)
            AppendBox(svg, box);
        return svg.Append("</svg>\n").ToString();
    }

    // Children first; a parent wider than all its children pushes what follows aside.
    private static Box Place(TreeNode node, double top, ref double right, ref double bottom)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var left = right;
        var width = Math.Max(NarrowestBox, BesideText + new[] { SvgText.WidthOf(node.Label, LabelFont, bold: true), SvgText.WidthOf(node.Note, NoteFont), SvgText.WidthOf(node.Detail, NoteFont) }.Max());
        var height = LabelLine + 6 + (node.Note.Length > 0 ? NoteLine : 0) + (node.Detail.Length > 0 ? NoteLine : 0);
        var children = new List<Box>();
        foreach (var child in node.Children)
            children.Add(Place(child, top + LayerHeight, ref right, ref bottom));
        var middle = children.Count == 0 ? left + width / 2 : (children[0].Middle + children[^1].Middle) / 2;
        var x = Math.Max(left, middle - width / 2);
        right = Math.Max(right, x + width + Gap);
        bottom = Math.Max(bottom, top + height);
        return new(node, x, top, width, height, children);
    }

    private static void AppendLinks(StringBuilder svg, Box box)
    {
        foreach (var child in box.Children)
        {
            var (y1, y2) = (box.Y + box.Height, child.Y);
            var bend = (y1 + y2) / 2;
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"link\" d=\"M{box.Middle:0.#},{y1:0.#} C{box.Middle:0.#},{bend:0.#} {child.Middle:0.#},{bend:0.#} {child.Middle:0.#},{y2:0.#}\" fill=\"none\" stroke=\"#9aa0a6\" stroke-width=\"1.4\"/>\n");
            AppendLinks(svg, child);
        }
    }

    private static void AppendBox(StringBuilder svg, Box box)
    {
        var leaf = box.Node.Children.IsEmpty;
        var hint = box.Node.Hint;
        if (hint.Length > 0)
            svg.Append(CultureInfo.InvariantCulture, $"<g><title>{SvgText.Escape(hint)}</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"box{(leaf ? " leaf" : "")}\" style=\"--warmth:{100 * Warmth(box.Node.Share):0}%\" x=\"{box.X:0.#}\" y=\"{box.Y:0.#}\" width=\"{box.Width:0.#}\" height=\"{box.Height:0.#}\" rx=\"{(leaf ? 12 : 5)}\" fill=\"{Colour(box.Node.Share)}\" stroke=\"#5f6368\"/>\n");
        var (x, y) = (box.Middle.ToString("0.#", CultureInfo.InvariantCulture), box.Y + 17);
        SvgText.Append(svg, x, Number(y), "middle", box.Node.Label, $"font-size=\"{LabelFont}\" font-weight=\"600\"");
        foreach (var line in new[] { box.Node.Note, box.Node.Detail }.Where(line => line.Length > 0))
            SvgText.Append(svg, x, Number(y += NoteLine), "middle", line, $"font-size=\"{NoteFont}\"");
        if (hint.Length > 0)
            svg.Append("</g>\n");
        foreach (var child in box.Children)
            AppendBox(svg, child);
    }

    // The root of the share, so that a tenth is seen beside a half.
    private static double Warmth(double share) => Math.Sqrt(Math.Clamp(share, 0, 1));

    // From a near white to orange, readable under dark text; a dark page mixes colours of its own by the warmth.
    private static string Colour(double share)
    {
        var warm = Warmth(share);
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(0xf6, 0xff, warm):x2}{Mix(0xf8, 0xb0, warm):x2}{Mix(0xfa, 0x60, warm):x2}");
    }

    private static int Mix(int cold, int hot, double share) => (int)Math.Round(cold + (hot - cold) * share);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
