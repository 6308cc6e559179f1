using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>How <c>snap</c> works.</summary>
public sealed record SnapOptions
{
    /// <summary>How far off a constant may be, relative to itself.</summary>
    [Option("how near, relatively, a constant must be to a simple number to become it", Bare = true)]
    public double Tol { get; init; } = 1e-6;
}
