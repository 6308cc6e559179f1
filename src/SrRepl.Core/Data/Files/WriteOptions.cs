namespace SrRepl.Core;

/// <summary>Where and how a table is written.</summary>
public sealed record WriteOptions
{
    /// <summary>The file: .csv or .tsv, packed when .gz follows.</summary>
    [Option("the file: .csv or .tsv, packed when .gz follows", Bare = true)]
    public string? File { get; init; }

    /// <summary>The columns to write, in this order; all when left out.</summary>
    [Option("the columns to write, in this order; all when left out")]
    public IReadOnlyList<string>? Columns { get; init; }
}
