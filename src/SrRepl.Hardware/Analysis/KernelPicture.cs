using System.Globalization;
using System.Security;
using System.Text;

namespace SrRepl.Hardware;

/// <summary>
/// A Kernel drawn as an SVG document: inputs on the left, outputs on the right, each operation a box in the column after its last operand's,
/// the redder the more of the outputs' error its rounding brings in. A composed function is one box.
/// </summary>
internal static class KernelPicture
{
    private const int BoxWidth = 168;
    private const int BoxHeight = 52;
    private const int Across = 44;
    private const int Down = 18;
    private const int Margin = 16;
    private const int Letters = 26;

    /// <summary>The document.</summary>
    public static string Draw(Explanation explanation)
    {
        var kernel = explanation.Kernel;
        var rows = new KernelRows(kernel);
        var used = Used(kernel, rows);
        var places = Places(kernel, rows, used);
        var columns = places.Values.Max(place => place.Column) + 2;
        var lines = Math.Max(kernel.Outputs.Length, places.Values.Max(place => place.Line) + 1);
        var (width, height) = (2 * Margin + columns * (BoxWidth + Across) - Across, 2 * Margin + lines * (BoxHeight + Down) - Down);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">
            <rect width="{width}" height="{height}" fill="white"/>

            """);
        foreach (var (index, place) in places)
            foreach (var operand in rows.Inputs(index).Where(places.ContainsKey))
                AppendWire(svg, places[operand], place);
        var outputs = kernel.Outputs.Select((output, i) => (output, Place: (Column: columns - 1, Line: i))).ToArray();
        foreach (var (output, place) in outputs)
            AppendWire(svg, places[output.Operation], place);
        foreach (var (index, place) in places)
        {
            var row = explanation.Rows[index];
            var title = row.Operation.Kind == OperationKind.Literal ? KernelPrinter.Operands(kernel, row.Operation) : rows.Title(index);
            AppendBox(svg, place, string.Create(CultureInfo.InvariantCulture, $"#{index} {title}"), row.Operation.Type.Plain.ToString(), row.Share, row.Why, row.ErrorShare);
        }
        foreach (var (output, place) in outputs)
            AppendBox(svg, place, output.Name, kernel.Operations[output.Operation].Type.ToString(), "", "an output", 0);
        return svg.Append("</svg>\n").ToString();
    }

    private static SortedSet<int> Used(Kernel kernel, KernelRows rows)
    {
        var used = new SortedSet<int>();
        var open = new Stack<int>(kernel.Outputs.Select(output => output.Operation));
        while (open.TryPop(out var index))
            if (used.Add(index))
                foreach (var operand in rows.Inputs(index))
                    open.Push(operand);
        return used;
    }

    private static SortedDictionary<int, (int Column, int Line)> Places(Kernel kernel, KernelRows rows, SortedSet<int> used)
    {
        var places = new SortedDictionary<int, (int Column, int Line)>();
        var lines = new Dictionary<int, int>();
        foreach (var index in used)
        {
            var column = kernel.Operations[index].Operands.IsEmpty ? 0 : rows.Inputs(index).Max(operand => places[operand].Column) + 1;
            lines[column] = lines.GetValueOrDefault(column, -1) + 1;
            places[index] = (column, lines[column]);
        }
        return places;
    }

    private static (int X, int Y) Corner((int Column, int Line) place) =>
        (Margin + place.Column * (BoxWidth + Across), Margin + place.Line * (BoxHeight + Down));

    private static void AppendWire(StringBuilder svg, (int Column, int Line) from, (int Column, int Line) to)
    {
        var ((x, y), (u, v)) = (Corner(from), Corner(to));
        (x, y, v) = (x + BoxWidth, y + BoxHeight / 2, v + BoxHeight / 2);
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x} {y} C{x + Across} {y} {u - Across} {v} {u} {v}\" fill=\"none\" stroke=\"#808080\"/>\n");
    }

    private static void AppendBox(StringBuilder svg, (int Column, int Line) place, string title, string type, string share, string why, double part)
    {
        var (x, y) = Corner(place);
        var green = (int)Math.Round(255 - 150 * Math.Clamp(double.IsNaN(part) ? 0 : part, 0, 1));
        svg.Append(CultureInfo.InvariantCulture, $"""
            <g><title>{Escape(why)}</title>
            <rect x="{x}" y="{y}" width="{BoxWidth}" height="{BoxHeight}" rx="6" fill="rgb(255,{green},{green})" stroke="#404040"/>
            <text x="{x + 8}" y="{y + 20}" font-weight="bold">{Escape(Shortened(title))}</text>
            <text x="{x + 8}" y="{y + 40}">{Escape(Shortened(type))}</text>
            <text x="{x + BoxWidth - 8}" y="{y + 40}" text-anchor="end">{share}</text></g>

            """);
    }

    private static string Shortened(string text) => text.Length <= Letters ? text : text[..(Letters - 1)] + "…";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
