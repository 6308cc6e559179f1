using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>What <c>derivative</c> derives by.</summary>
public sealed record DerivativeOptions
{
    /// <summary>The variable; may be left out of a formula that has just one.</summary>
    [Option("the variable to derive by; not needed when there is just one", Bare = true)]
    public string? By { get; init; }

    /// <summary>Whether the derivative is simplified.</summary>
    [Option("whether the derivative is simplified")]
    public bool Simplify { get; init; } = true;
}
