using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>An error a user can cause: what is wrong, where, and what to do about it. Every wording stands in <see cref="Errors"/>.</summary>
/// <param name="Number">The code's number; the ranges are listed in <see cref="Errors"/>.</param>
/// <param name="Message">One sentence without a full stop.</param>
public sealed record Diagnostic(int Number, string Message)
{
    private const int WidestLine = 160;

    /// <summary>The code as printed: SR and four digits.</summary>
    public string Code => string.Create(CultureInfo.InvariantCulture, $"SR{Number:D4}");

    /// <summary>What to do about it, or null when nothing sensible is known.</summary>
    public string? Hint { get; init; }

    /// <summary>Where it is, or null when the code that noticed does not know; the evaluator then fills in the call.</summary>
    public Place? Place { get; init; }

    /// <summary>The place in a script that made the trouble at <see cref="Place"/> in a data file or a formula show; null when that is one place.</summary>
    public Place? Caller { get; init; }

    /// <summary>The option whose value is wrong, or null where it is none; where it was given is where the trouble shows.</summary>
    public string? Option { get; init; }

    /// <summary>The same at a place.</summary>
    public Diagnostic At(Place? place) => this with { Place = place };

    /// <summary>The diagnostic as users see it: <c>file(line,col): error SR0012: message</c>, the source line, carets, the hint.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Place is { } place)
            text.Append(CultureInfo.InvariantCulture, $"{place.File}({place.Line},{place.Column}): ");
        text.Append(CultureInfo.InvariantCulture, $"error {Code}: {Message}");
        if (Place is { LineText.Length: > 0 })
            AppendCarets(text, Place);
        if (Caller is { } caller)
            text.Append(CultureInfo.InvariantCulture, $"\n  from {caller.File}({caller.Line},{caller.Column})");
        if (Hint is not null)
            text.Append("\n  hint: ").Append(Hint);
        return text.ToString();
    }

    // A line too wide for a screen is shown as a window around the place.
    private static void AppendCarets(StringBuilder text, Place place)
    {
        var from = place.LineText.Length <= WidestLine ? 0 : Math.Max(0, place.Column - 1 - WidestLine / 2);
        var shown = place.LineText[from..Math.Min(place.LineText.Length, from + WidestLine)];
        var column = place.Column - 1 - from;
        var length = Math.Max(1, Math.Min(place.Length, shown.Length - column));
        text.Append("\n  ").Append(string.Concat(shown.Select(c => char.IsControl(c) && c != '\t' ? '\uFFFD' : c)));
        text.Append("\n  ").Append(string.Concat(shown.Take(column).Select(c => c == '\t' ? '\t' : ' ')));
        text.Append('^', length);
    }
}
