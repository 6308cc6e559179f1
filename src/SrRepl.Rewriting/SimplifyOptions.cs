using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How <c>simplify</c> works.</summary>
public sealed record SimplifyOptions
{
    /// <summary>A dataset whose columns' ranges are the domain; what is proven there may be used. Without it a variable is any real number.</summary>
    [Option("a dataset whose columns' ranges are the domain to prove side conditions on")]
    public Dataset? On { get; init; }

    /// <summary>Whether rules may be used that change where the formula is defined (x/x becomes 1 even where x may be 0); off by default.</summary>
    [Option("also use rules that change where the formula is defined, such as x/x = 1")]
    public bool ChangeDomain { get; init; }
}
