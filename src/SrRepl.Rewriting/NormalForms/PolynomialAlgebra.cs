namespace SrRepl.Rewriting;

/// <summary>
/// Sums, products and powers of polynomials that keep the domain: a term whose coefficient comes to 0 stays when it is
/// not defined everywhere, and x/x stays punctured where x may be 0.
/// </summary>
internal static class PolynomialAlgebra
{
    public static Polynomial Plus(this Polynomial a, Polynomial b, AtomFacts atoms)
    {
        var sum = new TermSum(a.Terms.Count + b.Terms.Count);
        foreach (var term in a.Terms)
            sum.Add(term);
        foreach (var term in b.Terms)
            sum.Add(term);
        return Cleaned(sum.Terms, atoms);
    }

    public static Polynomial Times(this Polynomial a, Number factor, AtomFacts atoms)
    {
        if (factor.IsOne)
            return a;
        var terms = new List<Monomial>(a.Terms.Count);
        foreach (var term in a.Terms)
            terms.Add(term.Times(factor));
        return factor.IsZero ? Cleaned(terms, atoms) : new(terms);
    }

    /// <summary>Every term times every term.</summary>
    public static Polynomial Times(this Polynomial a, Polynomial b, AtomFacts atoms)
    {
        var sum = new TermSum(a.Terms.Count * b.Terms.Count);
        foreach (var x in a.Terms)
            foreach (var y in b.Terms)
                sum.Add(new(x.Coefficient * y.Coefficient, Merge(x.Factors, y.Factors, atoms)));
        return Cleaned(sum.Terms, atoms);
    }

    /// <summary>A monomial whose coefficient is not 0, divided into 1.</summary>
    public static Monomial Reciprocal(this Monomial monomial, AtomFacts atoms)
    {
        var factors = new Factor[monomial.Factors.Length];
        for (var i = 0; i < factors.Length; i++)
        {
            var (atom, exponent, _) = monomial.Factors[i];
            factors[i] = new(atom, -exponent, exponent <= 0 && !atoms.Facts(atom).NonZero);
        }
        return new(Number.One / monomial.Coefficient, factors);
    }

    /// <summary>A positive whole power of a monomial.</summary>
    public static Polynomial Power(this Monomial monomial, int exponent, AtomFacts atoms) =>
        Cleaned([new(monomial.Coefficient.Power(exponent), [.. monomial.Factors.Select(factor => factor with { Exponent = factor.Exponent * exponent })])], atoms);

    private static Polynomial Cleaned(List<Monomial> terms, AtomFacts atoms)
    {
        var zeros = terms.FindAll(term => term.Coefficient.IsZero);
        if (zeros.Count == 0)
            return new(terms);
        var sum = new TermSum(terms.Count);
        foreach (var term in terms)
            if (!term.Coefficient.IsZero)
                sum.Add(term);
        foreach (var term in zeros)
            if (!atoms.IsTotal(term))
                sum.Add(term with { Factors = [.. term.Factors.SelectMany(factor => Shadow(factor, atoms))] });
        return new(sum.Terms);
    }

    // Of a factor of 0 only the domain is left.
    private static IEnumerable<Factor> Shadow(Factor factor, AtomFacts atoms)
    {
        var facts = atoms.Facts(factor.Atom);
        if ((factor.Exponent < 0 || factor.Punctured) && !facts.NonZero)
            yield return new(factor.Atom, -1);
        else if (!facts.Total)
            yield return new(factor.Atom, 1);
    }

    private static Factor[] Merge(Factor[] a, Factor[] b, AtomFacts atoms)
    {
        if (a.Length == 0)
            return b;
        if (b.Length == 0)
            return a;
        var merged = new List<Factor>(a.Length + b.Length);
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (j == b.Length || (i < a.Length && a[i].Atom < b[j].Atom))
                merged.Add(a[i++]);
            else if (i == a.Length || b[j].Atom < a[i].Atom)
                merged.Add(b[j++]);
            else
                AddMerged(merged, a[i++], b[j++], atoms);
        }
        return [.. merged];
    }

    private static void AddMerged(List<Factor> merged, Factor a, Factor b, AtomFacts atoms)
    {
        var exponent = a.Exponent + b.Exponent;
        var divides = a.Punctured || b.Punctured || a.Exponent < 0 || b.Exponent < 0;
        if (exponent < 0 || !divides)
        {
            merged.Add(new(a.Atom, exponent));
            return;
        }
        var facts = atoms.Facts(a.Atom);
        var punctured = !facts.NonZero || (exponent == 0 && !facts.Total);
        if (exponent != 0 || punctured)
            merged.Add(new(a.Atom, exponent, punctured));
    }
}
