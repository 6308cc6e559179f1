using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Decides whether two formulas are equal: by a counterexample, by canonical form, by rules, by points, in this order.</summary>
public static class Equivalence
{
    private const int MostPoints = 1000;
    private const double Agreeing = 1e-24;

    // Two decimal constants of one formula can differ from the other's by the rounding of a double.
    private const double Differing = 1e-13;

    /// <summary>Compares two formulas over the reals.</summary>
    public static EquivalenceResult Compare(IFormula left, IFormula right)
    {
        var (a, b) = (left.Formula.WithoutAnnotations(), right.Formula.WithoutAnnotations());
        var (counterexample, agreeing, exact) = Try(a, b);
        if (counterexample is not null)
            return new(false, Evidence.Counterexample) { Counterexample = counterexample, Points = agreeing };
        if (Canonical.Form(a).Equals(Canonical.Form(b)))
            return new(true, Evidence.CanonicalForm) { Points = agreeing };
        if (Simplifier.Connect(a, b) is { } steps)
            return new(true, Evidence.Rules) { Steps = [.. steps], Points = agreeing };
        return agreeing > 0 && exact ? new(true, Evidence.Points) { Points = agreeing } : new(false, Evidence.Nothing) { Points = agreeing };
    }

    private static (IReadOnlyDictionary<string, double>? Counterexample, int Agreeing, bool Exact) Try(Expr a, Expr b)
    {
        if (!PreciseValue.Covers(a) || !PreciseValue.Covers(b))
            return (null, 0, false);
        var names = a.Variables().AddRange(b.Variables()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var random = new Xoshiro256(1);
        var (agreeing, exact) = (0, true);
        for (var i = 0; i < MostPoints; i++)
        {
            var point = names.ToDictionary(name => name, _ => Draw(random, i), StringComparer.Ordinal);
            var precise = point.ToDictionary(pair => pair.Key, pair => (DoubleDouble)pair.Value, StringComparer.Ordinal);
            var magnitude = 1.0;
            var (x, y) = (PreciseValue.Of(a, precise, ref magnitude), PreciseValue.Of(b, precise, ref magnitude));
            if (x is null && y is null)
                continue;
            if (x is null || y is null)
                return (point, agreeing, false);
            var difference = (x.Value - y.Value).Abs().High;
            if (difference > Differing * magnitude)
                return (point, agreeing, false);
            exact &= difference <= Agreeing * magnitude;
            agreeing++;
        }
        return (null, agreeing, exact);
    }

    // Small numbers, large ones, and whole ones, where domains end.
    private static double Draw(Xoshiro256 random, int round) => (round % 4) switch
    {
        0 => Math.Floor(random.NextDouble() * 7) - 3,
        1 => random.NextDouble() * 2 - 1,
        2 => random.NextDouble() * 4,
        _ => random.NextDouble() * 20 - 10,
    };
}
