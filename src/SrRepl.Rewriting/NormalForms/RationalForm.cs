using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Formulas as quotients of polynomials over their functions, where every divisor counts as other than 0.</summary>
internal static class RationalForm
{
    private const int Expansion = 64;
    private const int MostTerms = 2000;
    private const int MostDivisors = 24;

    /// <summary>
    /// Whether the difference of two formulas, brought over one divisor and multiplied out, has no term left: a proof that
    /// they are equal wherever both are defined. False when they differ, or when there would be too many terms.
    /// </summary>
    public static bool AreEqual(Expr a, Expr b)
    {
        var atoms = new Atoms { DefinedEverywhere = true };
        var difference = new Normalizer(atoms, Expansion).Read(a - b);
        for (var i = 0; i < MostDivisors && difference.Terms.Count > 0; i++)
        {
            if (FindSum(difference, atoms) is not { } atom)
                return false;
            if (MultiplyOut(difference, atom, atoms) is not { } cleared)
                return false;
            difference = cleared;
        }
        return difference.Terms.Count == 0;
    }

    private static int? FindSum(Polynomial polynomial, Atoms atoms)
    {
        foreach (var term in polynomial.Terms)
            foreach (var factor in term.Factors)
                if (atoms.Sum(factor.Atom) is not null)
                    return factor.Atom;
        return null;
    }

    // Times the power of the sum that leaves it in no divisor, then every power of it written out.
    private static Polynomial? MultiplyOut(Polynomial polynomial, int atom, Atoms atoms)
    {
        var sum = atoms.Sum(atom)!;
        var least = Math.Min(0, polynomial.Terms.Min(Exponent));
        var result = new Polynomial([]);
        foreach (var term in polynomial.Terms)
        {
            var product = new Polynomial([term with { Factors = [.. term.Factors.Where(factor => factor.Atom != atom)] }]);
            for (var power = Exponent(term) - least; power > 0; power--)
            {
                if (product.Terms.Count * sum.Terms.Count > MostTerms)
                    return null;
                product = product.Times(sum, atoms);
            }
            result = result.Plus(product, atoms);
            if (result.Terms.Count > MostTerms)
                return null;
        }
        return result;

        int Exponent(Monomial term) => Array.Find(term.Factors, factor => factor.Atom == atom).Exponent;
    }
}
