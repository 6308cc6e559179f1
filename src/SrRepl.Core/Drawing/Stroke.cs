namespace SrRepl.Core;

/// <summary>What tells the series of a figure apart: a rhythm of dots in the terminal, a colour, then dashes, in SVG. Both go round when used up.</summary>
/// <param name="Colour">Of the palette of Okabe and Ito, which the colour-blind can tell apart.</param>
/// <param name="On">Dots drawn.</param>
/// <param name="Off">Dots left out after them.</param>
/// <param name="Sample">How the legend in a terminal shows it.</param>
internal sealed record Stroke(string Colour, int On, int Off, string Sample)
{
    // Once the colours are used up, dashes tell the next ones apart.
    private static readonly string[] Rounds = ["", " stroke-dasharray=\"7 4\"", " stroke-dasharray=\"2 3\""];

    private static readonly Stroke[] All =
    [
        new("#0072B2", 1, 0, "⠒⠒⠒"),
        new("#D55E00", 3, 3, "⠒ ⠒"),
        new("#009E73", 1, 2, "⠂⠂⠂"),
        new("#CC79A7", 6, 2, "⠒⠒ "),
        new("#E69F00", 2, 5, "⠂ ⠂"),
        new("#56B4E9", 1, 5, "⠂  "),
    ];

    /// <summary>The stroke of what is not data: the line of chance, the diagonal of equality.</summary>
    public static Stroke Guide { get; } = new("#808080", 1, 3, "⠐ ⠐") { Dashes = Rounds[1] };

    /// <summary>The stroke of a series by its number.</summary>
    public static Stroke Of(int series) => Of(series % All.Length, series / All.Length);

    /// <summary>The stroke of one of several series that share a colour: all at one value of a variable.</summary>
    public static Stroke Of(int colour, int round) => All[colour % All.Length] with { Dashes = Rounds[round % Rounds.Length] };

    /// <summary>The attribute of SVG that dashes its lines; empty for whole ones.</summary>
    public string Dashes { get; private init; } = "";

    /// <summary>Whether a dot at this distance along the line is drawn.</summary>
    public bool IsOn(int distance) => distance % (On + Off) < On;
}
