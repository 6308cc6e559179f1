using System.Collections.Immutable;
using System.Text;

namespace SrRepl.Core;

/// <summary>Draws a figure as text: braille inside, box lines for the axes.</summary>
internal static class TerminalPicture
{
    private const int Columns = 64;
    private const int Rows = 18;
    private const int RowsBetweenTicks = 3;
    private const int ColumnsBetweenTicks = 10;
    private const int FewPoints = 60;

    // Lines far outside would take forever to draw dot by dot.
    private const double Farthest = 2;

    private static readonly ImmutableArray<(int Right, int Down)> Neighbours = [(-1, 0), (1, 0), (0, -1), (0, 1)];

    /// <summary>The picture, without a line break at its end.</summary>
    public static string Draw(Figure figure, Legend legend)
    {
        var (xAxis, yAxis) = (figure.XAxis, figure.YAxis);
        var canvas = new BrailleCanvas(Columns, Rows);
        foreach (var (series, stroke) in figure.Drawn)
            Draw(canvas, series, stroke, xAxis, yAxis);
        return Frame(figure, legend, canvas, xAxis, yAxis);
    }

    private static void Draw(BrailleCanvas canvas, Series series, Stroke stroke, Axis xAxis, Axis yAxis)
    {
        foreach (var stretch in series.Stretches(xAxis, yAxis))
        {
            ImmutableArray<(int X, int Y)> dots = [.. stretch.Select(point => (Dot(xAxis.Position(point.X), canvas.Width), canvas.Height - 1 - Dot(yAxis.Position(point.Y), canvas.Height)))];
            var distance = 0;
            for (var i = 0; i < dots.Length; i++)
            {
                if (series.Mark == Mark.Points || dots.Length == 1)
                    Point(canvas, dots[i], series.X.Length <= FewPoints);
                else if (i > 0)
                    distance = Line(canvas, dots[i - 1], dots[i], stroke, distance);
            }
        }
    }

    // Few points are crosses: a single dot beside a line is easily overlooked.
    private static void Point(BrailleCanvas canvas, (int X, int Y) dot, bool cross)
    {
        canvas.Set(dot.X, dot.Y);
        foreach (var (right, down) in cross ? Neighbours : [])
            canvas.Set(dot.X + right, dot.Y + down);
    }

    private static int Dot(double position, int dots) =>
        (int)Math.Round(Math.Clamp(position, -Farthest, Farthest + 1) * (dots - 1));

    // Equal steps along the longer side; the rhythm of the stroke goes on from line to line.
    private static int Line(BrailleCanvas canvas, (int X, int Y) from, (int X, int Y) to, Stroke stroke, int distance)
    {
        var steps = Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y));
        for (var i = 0; i <= steps; i++)
        {
            var share = steps == 0 ? 0 : (double)i / steps;
            if (stroke.IsOn(distance + i))
                canvas.Set((int)Math.Round(from.X + share * (to.X - from.X)), (int)Math.Round(from.Y + share * (to.Y - from.Y)));
        }
        return distance + steps;
    }

    private static string Frame(Figure figure, Legend legend, BrailleCanvas canvas, Axis xAxis, Axis yAxis)
    {
        var labels = new string[Rows];
        foreach (var (value, label) in yAxis.Ticks(Rows / RowsBetweenTicks))
            labels[Math.Clamp((int)((1 - yAxis.Position(value)) * Rows), 0, Rows - 1)] = label;
        var margin = labels.Max(label => label?.Length ?? 0);
        var text = new StringBuilder();
        if (figure.Title.Length > 0)
            text.Append(figure.Title).Append('\n');
        if (figure.YLabel.Length > 0)
            text.Append(figure.YLabel).Append('\n');
        var emptiness = figure.Emptiness(xAxis, yAxis);
        for (var row = 0; row < Rows; row++)
        {
            var content = row == Rows / 2 && emptiness.Length > 0 ? Centred(emptiness) : canvas.Row(row);
            text.Append($"{(labels[row] ?? "").PadLeft(margin)} {(labels[row] is null ? '│' : '┤')}{content}".TrimEnd()).Append('\n');
        }
        AppendXAxis(text, xAxis, margin, figure.XLabel);
        foreach (var (series, stroke) in legend.Entries)
            text.Append('\n').Append(' ', margin + 2).Append($"{(series.Mark == Mark.Points ? "⠠⠂⠁" : stroke.Sample)} {series.Name}");
        if (legend.More > 0)
            text.Append('\n').Append(' ', margin + 2).Append(legend.Rest);
        return text.ToString();
    }

    private static void AppendXAxis(StringBuilder text, Axis axis, int margin, string name)
    {
        var line = Enumerable.Repeat('─', Columns).ToArray();
        var labels = new StringBuilder();
        foreach (var (value, label) in axis.Ticks(Columns / ColumnsBetweenTicks))
        {
            var at = Math.Clamp((int)(axis.Position(value) * Columns), 0, Columns - 1);
            line[at] = '┬';
            var start = Math.Max(0, at - label.Length / 2);
            if (start < labels.Length + (labels.Length > 0 ? 1 : 0))
                continue;
            labels.Append(' ', start - labels.Length).Append(label);
        }
        text.Append(' ', margin + 1).Append('└').Append(line).Append('\n').Append(' ', margin + 2).Append(labels);
        if (name.Length > 0)
            text.Append('\n').Append(' ', margin + 2).Append(Centred(name));
    }

    private static string Centred(string text) => new string(' ', Math.Max(0, (Columns - text.Length) / 2)) + text;
}
