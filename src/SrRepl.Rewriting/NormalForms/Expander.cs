using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Multiplies products and whole powers of sums out, everywhere in a formula.</summary>
public static class Expander
{
    private const int MostTerms = 10_000;

    /// <summary>
    /// The formula as a sum of products, like terms collected; the same within the arguments of functions. A product that
    /// would have more than 10,000 terms stays one.
    /// </summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static Derivation Expand(IFormula formula, CancellationToken cancellation = default)
    {
        var normalizer = new Normalizer(new(), MostTerms, opaqueFunctions: true, cancellation);
        var expanded = normalizer.Write(normalizer.Read(formula.Formula));
        return new(formula, expanded, expanded.Equals(formula.Formula) ? [] : [new("expand", expanded)], StopReason.Saturated);
    }
}
