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

    /// <summary>The expression tree, with what each operation costs where a kernel tells it.</summary>
    Tree,
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

    /// <summary>"curve", "prediction", "roc" or "tree"; by itself a curve without a dataset, else "roc" for a target of two values and "prediction" for others.</summary>
    [Option("\"curve\", \"prediction\", \"roc\" or \"tree\"; found from the target when left out")]
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

/// <summary>How series of numbers are drawn.</summary>
public sealed record ChartOptions
{
    /// <summary>Where the picture goes, .svg; printed in the terminal when left out.</summary>
    [Option("where the picture goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>What stands above.</summary>
    [Option("what stands above")]
    public string Title { get; init; } = "";

    /// <summary>What the horizontal axis shows.</summary>
    [Option("what the horizontal axis shows")]
    public string XLabel { get; init; } = "";

    /// <summary>What the vertical axis shows.</summary>
    [Option("what the vertical axis shows")]
    public string YLabel { get; init; } = "";

    /// <summary>Whether the horizontal axis is logarithmic.</summary>
    [Option("whether the horizontal axis is logarithmic")]
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis is logarithmic.</summary>
    [Option("whether the vertical axis is logarithmic")]
    public bool LogY { get; init; }

    /// <summary>How the series are drawn.</summary>
    [Option("\"line\", \"points\" or \"steps\"")]
    public Mark Mark { get; init; }
}

/// <summary>How several pictures are put on a sheet.</summary>
public sealed record SheetOptions
{
    /// <summary>Where the sheet goes, .svg; printed in the terminal, one below the other, when left out.</summary>
    [Option("where the sheet goes, .svg; printed in the terminal when left out", Bare = true)]
    public string? File { get; init; }

    /// <summary>Figures across.</summary>
    [Option("figures across")]
    public int Across { get; init; } = 2;

    /// <summary>What stands above the sheet.</summary>
    [Option("what stands above")]
    public string Title { get; init; } = "";
}
