namespace SrRepl.Core.Tests;

public sealed class IntervalTests
{
    public static TheoryData<string, Interval, Interval> Cases() => new()
    {
        { "[1,2] + [3,4]", new Interval(1, 2) + new Interval(3, 4), new(4, 6) },
        { "[1,2] - [3,4]", new Interval(1, 2) - new Interval(3, 4), new(-3, -1) },
        { "[-1,2] * [-3,4]", new Interval(-1, 2) * new Interval(-3, 4), new(-6, 8) },
        { "[1,2] / [4,8]", new Interval(1, 2) / new Interval(4, 8), new(0.125, 0.5) },
        { "[1,2] / [0,1]", new Interval(1, 2) / new Interval(0, 1), new(1, double.PositiveInfinity) },
        { "[1,2] / [-1,0]", new Interval(1, 2) / new Interval(-1, 0), new(double.NegativeInfinity, -1) },
        { "[1,2] / [-1,1]", new Interval(1, 2) / new Interval(-1, 1), Interval.Everything },
        { "[1,2] / [0,0]", new Interval(1, 2) / new Interval(0, 0), Interval.Empty },
        { "[0,inf] * [0,1]", new Interval(0, double.PositiveInfinity) * new Interval(0, 1), new(0, double.PositiveInfinity) },
        { "abs [-3,2]", new Interval(-3, 2).Abs(), new(0, 3) },
        { "cos [0,1]", new Interval(0, 1).Cos(), new(Math.Cos(1), 1) },
        { "cos [3,4]", new Interval(3, 4).Cos(), new(-1, Math.Cos(4)) },
        { "cos [0,7]", new Interval(0, 7).Cos(), Interval.Unit },
        { "[-2,3] ** 2", Interval.Pow(new(-2, 3), Interval.Point(2)), new(0, 9) },
        { "[-2,3] ** 3", Interval.Pow(new(-2, 3), Interval.Point(3)), new(-8, 27) },
        { "[2,4] ** -1", Interval.Pow(new(2, 4), Interval.Point(-1)), new(0.25, 0.5) },
        { "[4,9] ** 0.5", Interval.Pow(new(4, 9), Interval.Point(0.5)), new(2, 3) },
        { "[-4,9] ** 0.5", Interval.Pow(new(-4, 9), Interval.Point(0.5)), new(0, 3) },
        { "[0.5,2] ** [-1,1]", Interval.Pow(new(0.5, 2), new(-1, 1)), new(0.5, 2) },
        { "[-1,-0] ** -1", Interval.Pow(-new Interval(0, 1), Interval.Point(-1)), new(double.NegativeInfinity, -1) },
        { "sqrt [-4,9]", Operators.Sqrt.Bounds([new Interval(-4, 9)]), new(0, 3) },
        { "log [-1,0]", Operators.Log.Bounds([new Interval(-2, -1)]), Interval.Empty },
        { "tan [0,1]", Operators.Tan.Bounds([new Interval(0, 1)]), new(0, Math.Tan(1)) },
        { "tan [1,2]", Operators.Tan.Bounds([new Interval(1, 2)]), Interval.Everything },
        { "mod [0,100] [3,4]", Operators.Mod.Bounds([new Interval(0, 100), new Interval(3, 4)]), new(0, 4) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_sound_and_tight(string what, Interval actual, Interval expected)
    {
        actual.IsEmpty.ShouldBe(expected.IsEmpty, what);
        if (expected.IsEmpty)
            return;
        actual.Contains(expected).ShouldBeTrue($"{what} = {actual}");
        if (double.IsFinite(expected.Low))
            actual.Low.ShouldBe(expected.Low, 1e-13, what);
        if (double.IsFinite(expected.High))
            actual.High.ShouldBe(expected.High, 1e-13, what);
    }

    [Fact]
    public void A_formula_ranges_over_its_variables()
    {
        var x = new Variable("x");
        (x * x + 1).Bounds(new Dictionary<string, Interval> { ["x"] = new(1, 2) }).Contains(new Interval(2, 5)).ShouldBeTrue();
        (x + 1).Bounds(new Dictionary<string, Interval>()).ShouldBe(Interval.Everything);
    }

    [Fact]
    public void Meets_and_joins()
    {
        new Interval(0, 2).Intersect(new(1, 3)).ShouldBe(new(1, 2));
        new Interval(0, 1).Intersect(new(2, 3)).IsEmpty.ShouldBeTrue();
        new Interval(0, 1).Union(new(2, 3)).ShouldBe(new(0, 3));
        Interval.Empty.Union(new(2, 3)).ShouldBe(new(2, 3));
        Interval.Point(double.NaN).IsEmpty.ShouldBeTrue();
    }
}
