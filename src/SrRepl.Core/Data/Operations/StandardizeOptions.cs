namespace SrRepl.Core;

/// <summary>What is brought to mean 0 and deviation 1, and by which rows.</summary>
public sealed record StandardizeOptions
{
    /// <summary>The dataset whose means and deviations are used, so that test rows are scaled as training rows were; the subject itself when left out.</summary>
    [Option("the dataset whose means and deviations are used; the subject itself when left out")]
    public Dataset? By { get; init; }

    /// <summary>The columns to scale; the features when left out.</summary>
    [Option("the columns to scale; the features when left out")]
    public IReadOnlyList<string>? Columns { get; init; }
}
