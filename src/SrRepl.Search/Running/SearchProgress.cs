using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Where a search stands after a round, or with its first population.</summary>
/// <param name="Iteration">Rounds done.</param>
/// <param name="Iterations">Rounds wanted, or null where time alone decides.</param>
/// <param name="Evaluations">Formulas evaluated.</param>
/// <param name="Elapsed">Time since the start.</param>
/// <param name="Timeout">Seconds allowed, or null.</param>
/// <param name="Front">The front so far, constants not yet polished; computed when read.</param>
public sealed record SearchProgress(
    int Iteration, int? Iterations, long Evaluations, TimeSpan Elapsed, double? Timeout,
    IEnumerable<(int Complexity, double Loss, Expr Equation)> Front)
{
    /// <summary>The target that is searched for, where there are several.</summary>
    public string? Target { get; init; }
}
