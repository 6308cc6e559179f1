using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>How one formula of a front is picked.</summary>
public sealed record PickOptions
{
    /// <summary>"best", "accuracy" or "score".</summary>
    [Option("best (highest score among loss at most 1.5 times the least), accuracy or score", Bare = true)]
    public string By { get; init; } = "best";

    /// <summary>The complexity, instead.</summary>
    [Option("the formula of this complexity", Bare = true)]
    public int? Complexity { get; init; }
}

/// <summary>What a front is scored on.</summary>
public sealed record ScoreOptions
{
    /// <summary>The data.</summary>
    [Option("the data to score on; it must have the target", Bare = true)]
    public Dataset? On { get; init; }
}

/// <summary>Where a front is written.</summary>
public sealed record SaveOptions
{
    /// <summary>The file.</summary>
    [Option("the file to write; hall_of_fame.csv when not given", Bare = true)]
    public string? File { get; init; }
}
