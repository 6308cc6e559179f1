namespace SrRepl.Core;

/// <summary>How rows are dealt into two parts.</summary>
public sealed record SplitOptions
{
    /// <summary>The share of rows in the first part, between 0 and 1.</summary>
    [Option("the share of rows in the first part, between 0 and 1", Bare = true)]
    public double Fraction { get; init; } = 0.8;

    /// <summary>The number of rows in the first part, instead of a fraction.</summary>
    [Option("the number of rows in the first part, instead of a fraction")]
    public int? Rows { get; init; }

    /// <summary>The seed of the shuffle; the same seed deals the same rows.</summary>
    [Option("the seed of the shuffle; the same seed deals the same rows")]
    public long Seed { get; init; }
}
