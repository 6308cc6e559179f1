using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Factors of a polynomial that are found without search: common factors of its terms and of the coefficients of an
/// atom's powers, repeated factors, and the two of a difference of squares. Not a full factorization.
/// </summary>
/// <param name="atoms">The atoms, all of which count as defined and other than 0.</param>
internal sealed class Factorization(Atoms atoms)
{
    private const int MostFactors = 12;

    private readonly PolynomialDivision _division = new(atoms);

    /// <summary>The polynomial as a product, or null where no factor was found.</summary>
    public Expr? Write(Polynomial polynomial)
    {
        // All factors have a leading coefficient of 1, so the product's is the scale.
        var scale = PolynomialDivision.Leading(polynomial).Coefficient;
        var factors = new List<(Polynomial Factor, int Power)>();
        Split(_division.Monic(polynomial), 1, factors);
        if (factors.Count == 0 || factors is [{ Power: 1 }] || !factors.TrueForAll(factor => factor.Factor.Terms.TrueForAll(term => term.Coefficient.IsExact)))
            return null;
        Expr? product = null;
        foreach (var (factor, power) in factors.OrderBy(factor => factor.Factor.Terms.Count))
        {
            var (whole, common) = Whole(factor);
            scale *= common.Power(power);
            var written = PolynomialWriter.Write(whole, atoms);
            if (power > 1)
                written = Operators.Power.Of(written, power);
            product = product is null ? written : product * written;
        }
        return scale.IsOne ? product : (-scale).IsOne ? -product! : scale.Value * product!;
    }

    // Whole coefficients read best: 2*x + y, not x + 0.5*y.
    private (Polynomial Whole, Number Common) Whole(Polynomial factor)
    {
        for (var multiple = 1; multiple <= 12; multiple++)
            if (factor.Times(Number.Of(multiple), atoms) is var whole && whole.Terms.TrueForAll(term => term.Coefficient.IsWhole))
                return (whole, Number.One / Number.Of(multiple));
        return (factor, Number.One);
    }

    private void Split(Polynomial polynomial, int power, List<(Polynomial Factor, int Power)> factors)
    {
        if (polynomial.IsConstant)
            return;
        if (factors.Count < MostFactors && Divisor(polynomial) is { } divisor && _division.Divide(polynomial, divisor) is { } rest)
        {
            Split(_division.Monic(divisor), power, factors);
            Split(_division.Monic(rest), power, factors);
            return;
        }
        var at = factors.FindIndex(known => Same(known.Factor, polynomial));
        if (at >= 0)
            factors[at] = factors[at] with { Power = factors[at].Power + power };
        else
            factors.Add((polynomial, power));
    }

    // A divisor of a lower degree, or null.
    private Polynomial? Divisor(Polynomial polynomial)
    {
        if (polynomial.Terms is [{ Factors: [var first, .. var others] } single])
            return others.Length == 0 && first.Exponent == 1 ? null : Polynomial.OfAtom(first.Atom);
        foreach (var atom in polynomial.AtomsIn())
            if (_division.Content(polynomial, atom) is { IsConstant: false } content)
                return content;
        foreach (var atom in polynomial.AtomsIn())
            if (polynomial.Degree(atom) > 1 && _division.Gcd(polynomial, polynomial.Derivative(atom)) is { IsConstant: false } repeated)
                return repeated;
        return Root(polynomial.Terms) is { } roots ? roots.First.Plus(roots.Second.Times(-Number.One, atoms), atoms) : null;
    }

    // u**2 - v**2 gives u and v.
    private static (Polynomial First, Polynomial Second)? Root(List<Monomial> terms)
    {
        if (terms is not [var a, var b] || a.Coefficient.IsNegative == b.Coefficient.IsNegative)
            return null;
        return Root(a) is { } first && Root(b) is { } second ? (new([first]), new([second])) : null;
    }

    private static Monomial? Root(Monomial term)
    {
        var root = Number.Of(Math.Sqrt(term.Coefficient.Abs().Value));
        return root * root == term.Coefficient.Abs() && Array.TrueForAll(term.Factors, factor => factor.Exponent % 2 == 0)
            ? new(root, [.. term.Factors.Select(factor => factor with { Exponent = factor.Exponent / 2 })])
            : null;
    }

    private bool Same(Polynomial a, Polynomial b) => a.Terms.Count == b.Terms.Count && a.Plus(b.Times(-Number.One, atoms), atoms).Terms.Count == 0;
}
