using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Decides whether two formulas are equal wherever both are defined: by a counterexample, by canonical form, as quotients
/// of polynomials, by rules, by points, in this order.
/// </summary>
public static class Equivalence
{
    /// <summary>Compares two formulas over the reals, or over the ranges of a dataset.</summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static EquivalenceResult Compare(IFormula left, IFormula right, EquivalentOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var (a, b) = (left.Formula.WithoutAnnotations(), right.Formula.WithoutAnnotations());
        var trial = PointTrial.Run(a, b, options, cancellation);
        if (trial.Differing is { } counterexample)
            return new(false, Evidence.Counterexample) { Counterexample = counterexample, Points = trial.Agreeing, EqualWherePositive = trial.EqualWherePositive };
        if (Canonical.Form(a).Equals(Canonical.Form(b)))
            return Equal(Evidence.CanonicalForm);
        if (trial.Agreeing > 0 && RationalForm.AreEqual(a, b))
            return Equal(Evidence.RationalForm);
        if (Simplifier.Connect(a, b, changeDomain: trial.OnlyOne is not null, cancellation) is { } steps)
            return Equal(Evidence.Rules, steps);
        return trial.Agreeing > 0 ? Equal(Evidence.Points) : new(false, Evidence.Nothing);

        EquivalenceResult Equal(Evidence evidence, List<Step>? steps = null) =>
            new(true, evidence) { Steps = [.. steps ?? []], Points = trial.Agreeing, Digits = trial.Digits, OnlyOneDefined = trial.OnlyOne };
    }
}
