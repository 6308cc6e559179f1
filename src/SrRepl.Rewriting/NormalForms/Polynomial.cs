namespace SrRepl.Rewriting;

/// <summary>A power of an atom in a product.</summary>
/// <param name="Atom">The atom's number in its table.</param>
/// <param name="Exponent">Its whole power; a negative one divides.</param>
/// <param name="Punctured">At a power of 0 or more: the product has still no value where the atom is 0, as x*x/x has none at 0.</param>
internal readonly record struct Factor(int Atom, int Exponent, bool Punctured = false);

/// <summary>A coefficient times powers of atoms, which stand in the order of their numbers, each once.</summary>
internal readonly record struct Monomial(Number Coefficient, Factor[] Factors)
{
    public bool IsConstant => Factors.Length == 0;

    public Monomial Times(Number factor) => this with { Coefficient = Coefficient * factor };

    public bool SameFactors(Monomial other) => Factors.AsSpan().SequenceEqual(other.Factors);
}

/// <summary>A sum of monomials no two of which have the same factors; no monomial at all is 0.</summary>
internal sealed class Polynomial(List<Monomial> terms)
{
    public List<Monomial> Terms { get; } = terms;

    public static Polynomial Of(Number constant) => new(constant.IsZero ? [] : [new(constant, [])]);

    public static Polynomial OfAtom(int atom) => new([new(Number.One, [new(atom, 1)])]);

    public bool IsConstant => Terms.Count == 0 || (Terms.Count == 1 && Terms[0].IsConstant);

    /// <summary>The value of one that <see cref="IsConstant"/>.</summary>
    public Number Constant => Terms.Count == 0 ? Number.Zero : Terms[0].Coefficient;
}
