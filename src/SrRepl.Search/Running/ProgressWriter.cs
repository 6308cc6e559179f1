using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Shows a search's progress: a table redrawn in place on a terminal, otherwise a line every few seconds.</summary>
public sealed class ProgressWriter(TextWriter output, bool live) : IProgress<SearchProgress>, IDisposable
{
    private static readonly TimeSpan Redraw = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan NextLine = TimeSpan.FromSeconds(5);
    private const int BarWidth = 30;
    private const int Widest = 100;

    private TimeSpan _last = live ? TimeSpan.MinValue : TimeSpan.Zero;
    private int _drawn;

    /// <inheritdoc/>
    public void Report(SearchProgress value)
    {
        if (value.Elapsed < _last + (live ? Redraw : NextLine))
            return;
        _last = value.Elapsed;
        if (live)
            Draw(value);
        else
            output.WriteLine(Line(value));
    }

    /// <summary>Leaves a terminal's line clean.</summary>
    public void Dispose() => Erase();

    private void Draw(SearchProgress value)
    {
        Erase();
        var table = new TextTable(">Complexity", ">Loss", "Equation");
        foreach (var (complexity, loss, equation) in value.Front)
        {
            var text = equation.ToString();
            table.Add(complexity.ToString(CultureInfo.InvariantCulture), loss.ToString("G4", CultureInfo.InvariantCulture), text.Length > Widest ? text[..(Widest - 3)] + "..." : text);
        }
        var lines = table.ToString().Split('\n');
        foreach (var line in lines)
            output.WriteLine(line);
        output.WriteLine(Bar(value) + Line(value));
        _drawn = lines.Length + 1;
        output.Flush();
    }

    private void Erase()
    {
        if (_drawn > 0)
            output.Write(string.Create(CultureInfo.InvariantCulture, $"\u001b[{_drawn}A\u001b[J"));
        _drawn = 0;
    }

    private static string Bar(SearchProgress value)
    {
        if (Done(value) is not { } done)
            return "";
        var filled = (int)Math.Round(done * BarWidth);
        return "[" + new string('#', filled) + new string('.', BarWidth - filled) + "] ";
    }

    private static string Line(SearchProgress value)
    {
        var reached = value.Front.Any() && value.Front.Last() is var (complexity, loss, _)
            ? string.Create(CultureInfo.InvariantCulture, $"loss {loss:G4} at complexity {complexity}")
            : "no formula is allowed yet";
        var left = Done(value) is { } done and > 0
            ? string.Create(CultureInfo.InvariantCulture, $", about {value.Elapsed.TotalSeconds * (1 - done) / done:F0} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{(value.Target is null ? "" : value.Target + ", ")}{(value.Iteration == 0 ? "looking for laws" : $"round {value.Iteration}")}: {reached}, {value.Evaluations / Math.Max(value.Elapsed.TotalSeconds, 1e-3):F0} formulas/s, {value.Elapsed.TotalSeconds:F0} s{left}");
    }

    private static double? Done(SearchProgress value)
    {
        double? byTime = value.Timeout is { } timeout ? value.Elapsed.TotalSeconds / timeout : null;
        double? byRounds = value.Iterations is { } rounds ? (double)value.Iteration / rounds : null;
        return byTime is null && byRounds is null ? null : Math.Clamp(Math.Max(byTime ?? 0, byRounds ?? 0), 0, 1);
    }
}
