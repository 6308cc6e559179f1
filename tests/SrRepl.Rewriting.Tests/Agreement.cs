using SrRepl.Core;
using Interval = SrRepl.Core.Interval;

namespace SrRepl.Rewriting.Tests;

/// <summary>
/// Holds two formulas equal in value and in domain at random points. The allowance is 1e-12 relative, widened by what
/// interval arithmetic proves rounding can do at the point: a difference of nearly equal numbers is no error of a rule.
/// </summary>
internal static class Agreement
{
    private const double Relative = 1e-12;

    public static void ShouldAgree(Expr given, Expr became, int points, int seed, double low = -4, double high = 4, double wholeNumbers = 0.2)
    {
        var random = new Random(seed);
        var names = given.Variables().AddRange(became.Variables()).Distinct().ToArray();
        for (var i = 0; i < points; i++)
        {
            // Whole numbers too: zeros and ones are where domains end.
            var whole = random.NextDouble() < wholeNumbers;
            var point = names.ToDictionary(
                name => name,
                _ => Math.Clamp(whole ? random.Next(-2, 3) : low + (high - low) * random.NextDouble(), low, high));
            Check(given, became, point);
        }
    }

    private static void Check(Expr given, Expr became, Dictionary<string, double> point)
    {
        var ranges = point.ToDictionary(pair => pair.Key, pair => Interval.Point(pair.Value));
        var (a, b) = (given.Bounds(ranges), became.Bounds(ranges));
        var where = string.Join(", ", point.Select(pair => $"{pair.Key} = {pair.Value:R}"));
        if (a.IsEmpty)
        {
            (b.IsEmpty || !IsFiniteThroughout(became, point)).ShouldBeTrue($"{given} has no value at {where}, but {became} has one");
            return;
        }
        var (x, y) = (given.Evaluate(point), became.Evaluate(point));
        if (!a.IsFinite || !IsFiniteThroughout(given, point))
            return;
        b.IsEmpty.ShouldBeFalse($"{given} is {x} at {where}, but {became} has no value");
        if (!b.IsFinite)
            return;
        var allowance = Relative * Math.Max(Math.Abs(x), Math.Abs(y)) + 8 * (a.High - a.Low + b.High - b.Low);
        Math.Abs(x - y).ShouldBeLessThanOrEqualTo(allowance, $"{given} is {x} and {became} is {y} at {where}");
    }

    // A pole inside counts, although arithmetic with infinities may come back from it.
    private static bool IsFiniteThroughout(Expr formula, Dictionary<string, double> point)
    {
        var finite = true;
        formula.Visit(part => finite &= double.IsFinite(part.Evaluate(point)));
        return finite;
    }
}
