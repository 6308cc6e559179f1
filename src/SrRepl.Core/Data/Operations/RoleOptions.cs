namespace SrRepl.Core;

/// <summary>Which column is predicted.</summary>
public sealed record TargetOptions
{
    /// <summary>The column to predict.</summary>
    [Option("the column to predict", Bare = true)]
    public string? Column { get; init; }

    /// <summary>Several columns to predict, each by a formula of its own.</summary>
    [Option("several columns to predict, each by a formula of its own", Bare = true)]
    public IReadOnlyList<string>? Columns { get; init; }
}

/// <summary>Which columns formulas are searched over.</summary>
public sealed record FeaturesOptions
{
    /// <summary>The columns, in the order in which they are to be listed.</summary>
    [Option("the columns that formulas are searched over", Bare = true)]
    public IReadOnlyList<string>? Columns { get; init; }
}

/// <summary>Which column weighs the rows.</summary>
public sealed record WeightsOptions
{
    /// <summary>The column of row weights, none negative.</summary>
    [Option("the column of row weights, none negative", Bare = true)]
    public string? Column { get; init; }
}
