using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>What <c>ranges</c> looks at.</summary>
public sealed record RangesOptions
{
    /// <summary>Rows to observe; they also bound the inputs.</summary>
    [Option("rows to observe; their columns' ranges also bound the inputs", Bare = true)]
    public Dataset? On { get; init; }
}
