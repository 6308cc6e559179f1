namespace SrRepl.Rewriting;

/// <summary>
/// Exact quotients and greatest common divisors of polynomials in many variables over the rationals: pseudo-remainders of
/// primitive parts, one variable after the other (Knuth, "The Art of Computer Programming" 2, 4.6.1). Whoever asks must
/// be ready for null: there is a bound on the steps, and on the size of coefficients.
/// </summary>
/// <param name="atoms">The atoms, all of which count as defined and other than 0.</param>
internal sealed class PolynomialDivision(Atoms atoms)
{
    private const int MostTerms = 60;
    private const int MostSteps = 40_000;

    private int _steps;

    /// <summary>a / b where that is a polynomial, or null.</summary>
    public Polynomial? Divide(Polynomial a, Polynomial b)
    {
        if (b.Terms.Count == 0)
            return null;
        var leading = Leading(b);
        var (rest, quotient) = (a, new List<Monomial>());
        while (rest.Terms.Count > 0)
        {
            if (quotient.Count > MostTerms || !Allow(rest, b) || Divide(Leading(rest), leading) is not { } term)
                return null;
            quotient.Add(term);
            rest = rest.Plus(b.Times(new Polynomial([term]), atoms).Times(-Number.One, atoms), atoms);
        }
        return new(quotient);
    }

    /// <summary>The greatest common divisor with a leading coefficient of 1, or null where it was too much work.</summary>
    public Polynomial? Gcd(Polynomial a, Polynomial b)
    {
        if (a.Terms.Count == 0 || b.Terms.Count == 0)
            return a.Terms.Count == 0 ? Monic(b) : Monic(a);
        if (a.IsConstant || b.IsConstant)
            return Polynomial.Of(Number.One);
        var atom = a.Terms.SelectMany(term => term.Factors).Min(factor => factor.Atom);
        if (Content(a, atom) is not { } contentA)
            return null;
        if (b.Degree(atom) == 0)
            return Gcd(contentA, b);
        if (Content(b, atom) is not { } contentB || Gcd(contentA, contentB) is not { } content
            || Divide(a, contentA) is not { } high || Divide(b, contentB) is not { } low)
            return null;
        if (high.Degree(atom) < low.Degree(atom))
            (high, low) = (low, high);
        while (low.Terms.Count > 0 && low.Degree(atom) > 0)
        {
            if (Remainder(high, low, atom) is not { } rest)
                return null;
            high = low;
            if (rest.Terms.Count == 0)
                return Monic(high.Times(content, atoms));
            if (Content(rest, atom) is not { } common || Divide(rest, common) is not { } primitive)
                return null;
            low = primitive;
        }
        return Monic(content);
    }

    /// <summary>The greatest common divisor of the coefficients of an atom's powers, or null.</summary>
    public Polynomial? Content(Polynomial polynomial, int atom)
    {
        var content = new Polynomial([]);
        foreach (var coefficient in polynomial.Coefficients(atom))
        {
            if (content.IsConstant && content.Terms.Count > 0)
                break;
            if (Gcd(content, coefficient) is not { } common)
                return null;
            content = common;
        }
        return content;
    }

    /// <summary>The polynomial scaled to a leading coefficient of 1; 0 stays.</summary>
    public Polynomial Monic(Polynomial polynomial) =>
        polynomial.Terms.Count == 0 ? polynomial : polynomial.Times(Number.One / Leading(polynomial).Coefficient, atoms);

    /// <summary>The greatest term in the lexicographic order of exponents.</summary>
    public static Monomial Leading(Polynomial polynomial)
    {
        var leading = polynomial.Terms[0];
        foreach (var term in polynomial.Terms)
            if (Compare(term.Factors, leading.Factors) > 0)
                leading = term;
        return leading;
    }

    // What is left of high times a power of low's leading coefficient.
    private Polynomial? Remainder(Polynomial high, Polynomial low, int atom)
    {
        var degree = low.Degree(atom);
        var leading = low.Coefficient(atom, degree);
        while (high.Terms.Count > 0 && high.Degree(atom) is var top && top >= degree)
        {
            if (!Allow(high, low) || high.Terms.Count > MostTerms)
                return null;
            var factor = high.Coefficient(atom, top);
            if (top > degree)
                factor = factor.Times(new Polynomial([new(Number.One, [new(atom, top - degree)])]), atoms);
            high = high.Times(leading, atoms).Plus(low.Times(factor, atoms).Times(-Number.One, atoms), atoms);
        }
        return high;
    }

    private bool Allow(Polynomial a, Polynomial b) =>
        (_steps += a.Terms.Count * b.Terms.Count) < MostSteps && a.Terms.TrueForAll(term => term.Coefficient.IsExact);

    private static Monomial? Divide(Monomial a, Monomial b)
    {
        var factors = new List<Factor>(a.Factors.Length);
        var j = 0;
        foreach (var factor in a.Factors)
        {
            if (j < b.Factors.Length && b.Factors[j].Atom < factor.Atom)
                return null;
            var exponent = factor.Exponent - (j < b.Factors.Length && b.Factors[j].Atom == factor.Atom ? b.Factors[j++].Exponent : 0);
            if (exponent < 0)
                return null;
            if (exponent > 0)
                factors.Add(factor with { Exponent = exponent });
        }
        return j < b.Factors.Length ? null : new(a.Coefficient / b.Coefficient, [.. factors]);
    }

    private static int Compare(Factor[] a, Factor[] b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i].Atom != b[i].Atom)
                return b[i].Atom.CompareTo(a[i].Atom);
            if (a[i].Exponent != b[i].Exponent)
                return a[i].Exponent.CompareTo(b[i].Exponent);
        }
        return a.Length.CompareTo(b.Length);
    }
}
