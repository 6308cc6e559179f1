using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Rewriting.Tests;

public sealed class RuleTests
{
    private const int Points = 1000;
    private const double Tolerance = 1e-25;
    private const double RoundedTolerance = 1e-13;

    public static TheoryData<string> Names => new(RuleBook.All.Select(rule => rule.Name));

    [Fact]
    public void Names_are_unique() => RuleBook.All.Select(rule => rule.Name).ShouldBeUnique();

    [Fact]
    public void Every_operator_has_a_row_for_its_domain() =>
        Operators.All.Where(op => !Domains.Knows(op)).Select(op => op.Name).ShouldBeEmpty();

    [Theory, MemberData(nameof(Names))]
    public void Both_sides_have_one_value_and_one_domain_at_a_thousand_points(string name)
    {
        var rule = RuleBook.All.Single(candidate => candidate.Name == name);
        PreciseValue.Covers(rule.Left).ShouldBeTrue();
        var random = new Random(1);
        var names = rule.Left.Variables();
        var (tried, valued) = (0, 0);
        for (var i = 0; i < 400 * Points && (tried < Points || valued < Points / 20); i++)
        {
            var point = names.ToDictionary(variable => variable, _ => (DoubleDouble)Draw(random));
            if (!rule.When.All(condition => Holds(condition, point)))
                continue;
            var magnitude = 1.0;
            var (left, right) = (PreciseValue.Of(rule.Left, point, ref magnitude), PreciseValue.Of(rule.Right, point, ref magnitude));
            var where = string.Join(", ", point.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} = {pair.Value.High:R}")));
            if (!rule.ChangesDomain)
                (left is null).ShouldBe(right is null, $"{rule} at {where}");
            tried++;
            if (left is null || right is null)
                continue;
            valued++;
            (left.Value - right.Value).Abs().High.ShouldBeLessThan((rule.IsRounded ? RoundedTolerance : Tolerance) * magnitude, $"{rule} at {where}: {left} and {right}");
        }
        tried.ShouldBeGreaterThanOrEqualTo(Points, $"{rule}: its conditions hold too rarely");
        valued.ShouldBeGreaterThan(0, $"{rule}");
    }

    [Theory, MemberData(nameof(Names))]
    public void What_is_dropped_is_known_to_be_defined(string name)
    {
        var rule = RuleBook.All.Single(candidate => candidate.Name == name);
        rule.Right.Variables().Except(rule.Left.Variables()).ShouldBeEmpty();
        if (rule.ChangesDomain)
            return;
        foreach (var dropped in rule.Left.Variables().Except(rule.Right.Variables()))
            rule.When.ShouldContain(condition => condition.Requirement == Requirement.Defined && condition.Of.Equals(new Variable(dropped)), $"{rule}");
    }

    private static double Draw(Random random) => random.Next(4) switch
    {
        0 => random.Next(-4, 7),
        1 => random.NextDouble() * 2 - 1,
        _ => random.NextDouble() * 5 - 1.5,
    };

    private static bool Holds(Condition condition, Dictionary<string, DoubleDouble> point)
    {
        var magnitude = 0.0;
        if (PreciseValue.Of(condition.Of, point, ref magnitude) is not { } value)
            return false;
        return condition.Requirement switch
        {
            Requirement.NonZero => value.High != 0,
            Requirement.Positive => value.High > 0,
            Requirement.NonNegative => value.High >= 0,
            Requirement.Negative => value.High < 0,
            Requirement.NonPositive => value.High <= 0,
            Requirement.Whole => value.Floor() == value,
            Requirement.Even => value.High % 2 == 0 && value.Low == 0,
            Requirement.Odd => Math.Abs(value.High % 2) == 1 && value.Low == 0,
            _ => true,
        };
    }
}
