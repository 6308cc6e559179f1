using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// One form for many ways to write a formula: equal in value whatever the order and grouping of sums and products,
/// shorthands, folded constants, like terms, distributed factors, joined exponentials and signs of odd and even
/// functions. Cheap and without an e-graph, for whoever must recognise duplicates by the million.
/// </summary>
public static class Canonical
{
    private const int Expansion = 64;

    /// <summary>
    /// The canonical form. Two formulas of one form are equal wherever they are defined, up to rounding of constants;
    /// the reverse holds for what the sentence above names, not for every identity (see <c>equivalent</c> for more).
    /// Depends on the formula alone; its size may exceed the formula's, for products of sums are multiplied out.
    /// </summary>
    public static Expr Form(Expr expr)
    {
        var normalizer = new Normalizer(new(), Expansion);
        return normalizer.Write(normalizer.Read(expr));
    }
}
