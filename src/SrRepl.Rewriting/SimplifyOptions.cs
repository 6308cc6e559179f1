using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How <c>simplify</c> works.</summary>
public sealed record SimplifyOptions
{
    /// <summary>A dataset whose columns' ranges are the domain; what is proven there may be used. Without it a variable is any real number.</summary>
    [Option("a dataset whose columns' ranges are the domain to prove side conditions on")]
    public Dataset? On { get; init; }
}
