namespace SrRepl.Rewriting;

/// <summary>A quotient of two polynomials without divisors of their own, and what it took to get there.</summary>
/// <param name="Above">The dividend.</param>
/// <param name="Below">The divisor.</param>
/// <param name="Divisors">All that was divided by on the way; where one of them is 0 there is no value.</param>
/// <param name="Atoms">The atoms that were met.</param>
internal sealed record Quotient(Polynomial Above, Polynomial Below, IReadOnlyCollection<Polynomial> Divisors, IReadOnlyCollection<int> Atoms)
{
    /// <summary>Whether no coefficient was rounded.</summary>
    public bool IsExact => Above.Terms.Concat(Below.Terms).All(term => term.Coefficient.IsExact);
}
