namespace SrRepl.Rewriting;

/// <summary>What is proven of the atoms of a polynomial, whatever they are.</summary>
internal abstract class AtomFacts
{
    /// <summary>What is proven of one atom.</summary>
    public abstract Facts Facts(int atom);

    /// <summary>Whether a product has a value wherever the variables have one.</summary>
    public bool IsTotal(Monomial monomial)
    {
        foreach (var factor in monomial.Factors)
        {
            var facts = Facts(factor.Atom);
            if (!facts.Total || ((factor.Punctured || factor.Exponent < 0) && !facts.NonZero))
                return false;
        }
        return true;
    }
}
