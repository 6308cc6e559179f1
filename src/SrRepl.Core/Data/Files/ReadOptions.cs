namespace SrRepl.Core;

/// <summary>How a table is read. Everything left out is found out from the file.</summary>
public sealed record ReadOptions
{
    /// <summary>What stands between cells: "," ";" "|" "tab" or " "; found from the first line when left out.</summary>
    [Option("what stands between cells: \",\" \";\" \"|\" \"tab\" \" \"; found from the first line when left out")]
    public string? Separator { get; init; }

    /// <summary>Whether the first line holds names; when left out, it does unless all its cells are numbers.</summary>
    [Option("whether the first line holds names; when left out, it does unless all its cells are numbers")]
    public bool? Header { get; init; }

    /// <summary>The columns to keep, in this order; all when left out.</summary>
    [Option("the columns to keep, in this order; all when left out", Bare = true)]
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>A column of text to turn into columns is_NAME, 1 in the rows of that name and -1 in the others.</summary>
    [Option("a column of text to turn into columns is_NAME of 1 and -1")]
    public string? Classes { get; init; }

    /// <summary>Whether numbers are rounded to single precision, which halves the memory of tables with more than seven digits.</summary>
    [Option("round numbers to single precision: half the memory where they have more than seven digits")]
    public bool Single { get; init; }
}
