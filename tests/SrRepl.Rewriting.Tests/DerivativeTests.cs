using SrRepl.Core;
using static SrRepl.Rewriting.Tests.Formulas;

namespace SrRepl.Rewriting.Tests;

/// <summary>Derivatives of random formulas, as given and simplified, against slopes that are measured.</summary>
public sealed class DerivativeTests
{
    private const double Step = 1e-4;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_derivative_of_any_formula_is_its_slope(int seed)
    {
        var random = new Random(seed);
        var compared = 0;
        for (var i = 0; i < 200; i++)
        {
            var formula = Draw(random, random.Next(3, 14));
            var derivative = formula.Derivative("x");
            var simple = Simplifier.Simplify(derivative).Formula;
            for (var trial = 0; trial < 3; trial++)
            {
                var at = new Dictionary<string, double> { ["x"] = 4 * random.NextDouble() - 2, ["y"] = 4 * random.NextDouble() - 2, ["z"] = 4 * random.NextDouble() - 2 };
                // The chain rule has no value at an end of a function's domain, even where what stands there is constant.
                var value = derivative.Evaluate(at);
                if (Slope(formula, at) is not { } slope || !double.IsFinite(value))
                    continue;
                compared++;
                value.ShouldBe(slope, 1e-5 * Math.Max(1, Math.Abs(slope)), $"{formula} by x, at {at["x"]:R}, {at["y"]:R}, {at["z"]:R}");
                simple.Evaluate(at).ShouldBe(slope, 1e-5 * Math.Max(1, Math.Abs(slope)), $"{formula} by x, simplified to {simple}");
            }
        }
        compared.ShouldBeGreaterThan(200);
    }

    // Richardson's extrapolation of central differences; null where two steps disagree, beside a corner, a pole or an end of the domain.
    private static double? Slope(Expr formula, Dictionary<string, double> at)
    {
        var (wide, half) = (Difference(Step), Difference(Step / 2));
        var slope = (4 * half - wide) / 3;
        return Math.Abs(wide - half) <= 1e-5 * Math.Max(1, Math.Abs(slope)) && Math.Abs(slope) < 1e4 && Math.Abs(formula.Evaluate(at)) < 1e4 ? slope : null;

        double Difference(double step) => (At(step) - At(-step)) / (2 * step);

        double At(double offset) => formula.Evaluate(new Dictionary<string, double>(at) { ["x"] = at["x"] + offset });
    }
}
