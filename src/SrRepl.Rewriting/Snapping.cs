using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Recognises constants that are close to a simple number: whole, a small fraction, or a multiple of pi, e, a root or a logarithm.</summary>
public static class Snapping
{
    private const int LargestDenominator = 12;
    private const double LargestMultiple = 100;

    // The simpler a number, the earlier it is tried.
    private static readonly ImmutableArray<double> Units = [1, Math.PI, Math.E, Math.Sqrt(2), Math.Sqrt(3), Math.Sqrt(5), Math.Log(2), Math.Sqrt(Math.PI), 1 / Math.PI, 1 / Math.E];

    /// <summary>The formula with every constant replaced by the simplest number within a relative tolerance of it, where there is one.</summary>
    /// <param name="formula">A formula.</param>
    /// <param name="tolerance">How far off a constant may be, relative to itself; near 0, as such.</param>
    public static Expr Snap(Expr formula, double tolerance) =>
        formula.Rewrite(node => node is Constant { Value: var value } && double.IsFinite(value) ? Nearest(value, tolerance) : node);

    private static Expr Nearest(double value, double tolerance)
    {
        if (Math.Abs(value) <= tolerance)
            return 0;
        foreach (var unit in Units)
        {
            // Multiples of the constants of nature are taken only when whole, halves or thirds and so on up to sixths.
            var most = unit == 1 ? LargestDenominator : 6;
            for (var denominator = 1; denominator <= most; denominator++)
            {
                var numerator = Math.Round(value / unit * denominator);
                var simple = numerator * unit / denominator;
                if (numerator != 0 && (denominator == 1 || Math.Abs(numerator) <= LargestMultiple) && Math.Abs(simple - value) <= tolerance * Math.Abs(value))
                    return simple;
            }
        }
        return value;
    }
}
