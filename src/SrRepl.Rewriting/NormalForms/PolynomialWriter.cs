using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Writes a polynomial as a formula: terms and factors in the order of <see cref="ExprOrder"/>, the constant last, positive terms first.</summary>
internal static class PolynomialWriter
{
    public static Expr Write(Polynomial polynomial, Atoms atoms)
    {
        if (polynomial.Terms.Count == 0)
            return 0;
        Expr? sum = null;
        var terms = Sorted(polynomial, atoms);
        foreach (var term in terms)
            if (!term.Coefficient.IsNegative)
                sum = sum is null ? Write(term, atoms) : sum + Write(term, atoms);
        foreach (var term in terms)
            if (term.Coefficient.IsNegative)
                sum = sum is null ? Write(term, atoms) : sum - Write(term.Times(-Number.One), atoms);
        return sum!;
    }

    /// <summary>The terms in order; the first one leads.</summary>
    public static List<Monomial> Sorted(Polynomial polynomial, Atoms atoms)
    {
        if (polynomial.Terms.Count < 2)
            return polynomial.Terms;
        var keyed = polynomial.Terms.Select(term => (Term: term, Key: Key(term, atoms))).ToList();
        keyed.Sort((a, b) => ExprOrder.Instance.Compare(a.Key, b.Key));
        return keyed.ConvertAll(pair => pair.Term);
    }

    private static Expr Key(Monomial term, Atoms atoms) =>
        term.IsConstant ? term.Coefficient.Value : Write(term with { Coefficient = Number.One }, atoms);

    private static Expr Write(Monomial term, Atoms atoms)
    {
        Expr? above = term.Coefficient.IsOne ? null : term.Coefficient.Value;
        Expr? below = null;
        foreach (var factor in term.Factors.OrderBy(factor => atoms[factor.Atom], ExprOrder.Instance))
        {
            var atom = atoms[factor.Atom];
            if (factor.Exponent >= 0)
            {
                var up = factor.Exponent + (factor.Punctured ? 1 : 0);
                above = above is null ? Raised(atom, up) : above * Raised(atom, up);
            }
            if (factor.Exponent < 0 || factor.Punctured)
                below = below is null ? Raised(atom, factor.Punctured ? 1 : -factor.Exponent) : below * Raised(atom, factor.Punctured ? 1 : -factor.Exponent);
        }
        above ??= 1;
        return below is null ? above : above / below;
    }

    private static Expr Raised(Expr atom, int exponent) => exponent == 1 ? atom : Operators.Power.Of(atom, exponent);
}
