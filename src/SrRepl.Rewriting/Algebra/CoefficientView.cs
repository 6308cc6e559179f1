namespace SrRepl.Rewriting;

/// <summary>A polynomial without divisors seen as one in a single atom, whose coefficients are polynomials in the others.</summary>
internal static class CoefficientView
{
    /// <summary>The highest power of an atom; 0 where it does not occur.</summary>
    public static int Degree(this Polynomial polynomial, int atom)
    {
        var degree = 0;
        foreach (var term in polynomial.Terms)
            degree = Math.Max(degree, Exponent(term, atom));
        return degree;
    }

    /// <summary>The coefficient of one power of an atom.</summary>
    public static Polynomial Coefficient(this Polynomial polynomial, int atom, int power) =>
        new([.. polynomial.Terms.Where(term => Exponent(term, atom) == power).Select(term => Without(term, atom))]);

    /// <summary>The coefficients of all powers that occur.</summary>
    public static IEnumerable<Polynomial> Coefficients(this Polynomial polynomial, int atom) =>
        polynomial.Terms.GroupBy(term => Exponent(term, atom)).Select(group => new Polynomial([.. group.Select(term => Without(term, atom))]));

    /// <summary>The derivative by an atom.</summary>
    public static Polynomial Derivative(this Polynomial polynomial, int atom) =>
        new([
            .. polynomial.Terms.Where(term => Exponent(term, atom) > 0).Select(term => new Monomial(
                term.Coefficient * Number.Of(Exponent(term, atom)),
                [.. term.Factors.Select(factor => factor.Atom == atom ? factor with { Exponent = factor.Exponent - 1 } : factor).Where(factor => factor.Exponent > 0)])),
        ]);

    /// <summary>The atoms that occur, in order.</summary>
    public static IEnumerable<int> AtomsIn(this Polynomial polynomial) =>
        polynomial.Terms.SelectMany(term => term.Factors).Select(factor => factor.Atom).Distinct().Order();

    private static int Exponent(Monomial term, int atom)
    {
        foreach (var factor in term.Factors)
            if (factor.Atom == atom)
                return factor.Exponent;
        return 0;
    }

    private static Monomial Without(Monomial term, int atom) =>
        term with { Factors = [.. term.Factors.Where(factor => factor.Atom != atom)] };
}
