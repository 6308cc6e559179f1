namespace SrRepl.Core;

/// <summary>What a plot of a formula shows.</summary>
public enum PlotKind
{
    /// <summary>The formula over its variable.</summary>
    Curve,

    /// <summary>What the formula predicts against what is true.</summary>
    Prediction,

    /// <summary>How many of each class lie above every threshold.</summary>
    Roc,
}

/// <summary>How a formula is plotted.</summary>
public sealed record PlotOptions
{
    /// <summary>Where the picture goes, .svg; printed in the terminal when left out.</summary>
    [Option("where the picture goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>The least value of the variable.</summary>
    [Option("the least value of the variable")]
    public double From { get; init; } = -5;

    /// <summary>The greatest value of the variable.</summary>
    [Option("the greatest value of the variable")]
    public double To { get; init; } = 5;

    /// <summary>More formulas of the same variable, drawn beside it.</summary>
    [Option("more formulas, drawn beside it")]
    public IReadOnlyList<IFormula> With { get; init; } = [];

    /// <summary>The dataset whose target is compared with the prediction.</summary>
    [Option("the dataset whose target is compared with the prediction")]
    public Dataset? On { get; init; }

    /// <summary>"curve", "prediction" or "roc"; by itself a curve without a dataset, else "roc" for a target of two values and "prediction" for others.</summary>
    [Option("\"curve\", \"prediction\" or \"roc\"; found from the target when left out")]
    public PlotKind? Kind { get; init; }
}

/// <summary>How the columns of a dataset are plotted.</summary>
public sealed record ScatterOptions
{
    /// <summary>Where the picture goes, .svg; printed in the terminal when left out.</summary>
    [Option("where the picture goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>The column across; the first feature when left out.</summary>
    [Option("the column across; the first feature when left out")]
    public string? X { get; init; }

    /// <summary>The column up; the target when left out.</summary>
    [Option("the column up; the target when left out")]
    public string? Y { get; init; }
}

/// <summary>Where a picture goes.</summary>
public sealed record PictureOptions
{
    /// <summary>Where the picture goes, .svg; printed in the terminal when left out.</summary>
    [Option("where the picture goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }
}
