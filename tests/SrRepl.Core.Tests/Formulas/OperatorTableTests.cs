using System.Collections.Immutable;
using FsCheck.Fluent;

namespace SrRepl.Core.Tests;

/// <summary>Every row of the operator table: its value, derivative and range must agree with each other.</summary>
public sealed class OperatorTableTests
{
    public static TheoryData<string> Names() => [.. Operators.All.Select(op => op.Name)];

    [Fact]
    public void Names_and_aliases_are_unique_and_found()
    {
        var names = Operators.All.SelectMany(op => op.Aliases.Append(op.Name)).ToArray();
        names.ShouldBeUnique();
        Operators.Names.ShouldBe(names.Order(StringComparer.Ordinal));
        foreach (var op in Operators.All)
            foreach (var name in op.Aliases.Append(op.Name))
                Operators.Find(name).ShouldBeSameAs(op);
        Operators.Find("no such operator").ShouldBeNull();
    }

    [Fact]
    public void The_table_lists_every_operator_that_is_declared() =>
        typeof(Operators).GetFields().Where(field => field.FieldType == typeof(BuiltInOperator)).Select(field => field.GetValue(null))
            .ShouldBe(Operators.All, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_row_says_in_one_line_what_it_is(string name)
    {
        var op = Operators.Find(name)!;
        op.Summary.ShouldNotBeNullOrWhiteSpace();
        op.Summary.ShouldNotContain("\n");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_derivative_is_the_slope(string name)
    {
        if (name == "digamma")
        {
            Should.Throw<DiagnosticException>(() => Operators.Digamma.Partial(0, [new Variable("x0")])).Diagnostic.Number.ShouldBe(2003);
            return;
        }
        var op = Operators.Find(name)!;
        var random = new Xoshiro256(3);
        for (var index = 0; index < op.Arity; index++)
        {
            var partial = op.Partial(index, [.. Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable($"x{i}"))]);
            var compared = 0;
            for (var trial = 0; trial < 400; trial++)
            {
                var at = Enumerable.Range(0, op.Arity).Select(_ => random.NextDouble(-3, 3)).ToArray();
                if (Slope(op, at, index) is not { } slope)
                    continue;
                var expected = partial.Evaluate(Enumerable.Range(0, op.Arity).ToDictionary(i => $"x{i}", i => at[i]));
                expected.ShouldBe(slope, 1e-6 * Math.Max(1, Math.Abs(slope)), $"{name}, argument {index}, at ({string.Join(", ", at)})");
                compared++;
            }
            compared.ShouldBeGreaterThan(40, $"{name}: too few points tell the slope");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Commutative_operators_commute(string name)
    {
        var op = Operators.Find(name)!;
        if (!op.Commutative)
            return;
        var random = new Xoshiro256(4);
        for (var trial = 0; trial < 100; trial++)
        {
            var (x, y) = (random.NextDouble(-3, 3), random.NextDouble(-3, 3));
            op.Evaluate([x, y]).ShouldBe(op.Evaluate([y, x]));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_meaning_is_the_same_function(string name)
    {
        var op = Operators.Find(name)!;
        if (op.Meaning is not { } meaning)
            return;
        var expr = meaning([.. Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable($"x{i}"))]);
        var random = new Xoshiro256(5);
        for (var trial = 0; trial < 200; trial++)
        {
            var at = Enumerable.Range(0, op.Arity).Select(_ => random.NextDouble(-3, 3)).ToArray();
            var (value, meant) = (op.Evaluate(at), expr.Evaluate(Enumerable.Range(0, op.Arity).ToDictionary(i => $"x{i}", i => at[i])));
            double.IsNaN(meant).ShouldBe(double.IsNaN(value), $"{name} at ({string.Join(", ", at)})");
            if (double.IsFinite(value))
                meant.ShouldBe(value, 1e-12 * Math.Max(1, Math.Abs(value)), $"{name} at ({string.Join(", ", at)})");
        }
    }

    [Fact]
    public void The_range_holds_every_value() => Prop.ForAll(
        ArbMap.Default.ArbFor<ulong>(),
        seed =>
        {
            var random = new Xoshiro256(seed);
            foreach (var op in Operators.All)
            {
                var boxes = Enumerable.Range(0, op.Arity).Select(_ => Box(random)).ToArray();
                var range = op.Bounds(boxes);
                for (var point = 0; point < 12; point++)
                {
                    var at = boxes.Select(box => Inside(random, box)).ToArray();
                    var value = op.Evaluate(at);
                    // An infinity is a pole, which lies outside the domain, or too large a number for a double.
                    if (double.IsFinite(value) && !range.Contains(value))
                        throw new InvalidOperationException($"{op.Name}({string.Join(", ", at.Select(x => x.ToString("R")))}) = {value:R} is outside {range} over {string.Join(" x ", boxes)}");
                }
            }
            return true;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_range_over_a_narrow_box_is_narrow(string name)
    {
        // Soundness alone would be kept by answering "everything" throughout.
        var op = Operators.Find(name)!;
        var at = Enumerable.Range(0, op.Arity).Select(i => 2.3 + i * 0.41).ToArray();
        if (double.IsNaN(op.Evaluate(at)))
            at = [.. at.Select(x => x / 5)];
        var range = op.Bounds([.. at.Select(x => new Interval(x, x + 1e-9))]);
        if (op.Arity == 1 && name != "atanh_clip")
            (range.High - range.Low).ShouldBeLessThan(1e-6, $"{name}: {range}");
        range.Contains(op.Evaluate(at)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("mod", -7, 3, 2)]
    [InlineData("mod", 7, -3, -2)]
    [InlineData("mod", 1e17, 3, 1)]
    [InlineData("mod", 6, 3, 0)]
    [InlineData("round", 2.5, 0, 2)]
    [InlineData("round", -3.5, 0, -4)]
    [InlineData("cond", 0, 5, 0)]
    [InlineData("cond", 1e-9, 5, 5)]
    [InlineData("copysign", 3, -0.0, -3)]
    [InlineData("atan2", 1, -1, 2.356194490192345)]
    [InlineData("log1p", 1e-18, 0, 1e-18)]
    [InlineData("gamma", 5, 0, 24)]
    [InlineData("erf", 0.5, 0, 0.5204998778130465)]
    [InlineData("**", -2, 3, -8)]
    [InlineData("greater", 2, 1, 1)]
    [InlineData("logical_and", 1, -1, 0)]
    [InlineData("atanh_clip", 2.5, 0, 0.5493061443340549)]
    public void Has_these_values(string name, double x, double y, double expected)
    {
        var op = Operators.Find(name)!;
        ImmutableArray<double> arguments = [x, y];
        op.Evaluate(arguments.AsSpan()[..op.Arity]).ShouldBe(expected, Math.Max(Math.Abs(expected) * 1e-14, double.Epsilon));
    }

    [Theory]
    [InlineData("**", -2, 0.5)]
    [InlineData("log", -1, 0)]
    [InlineData("sqrt", -1, 0)]
    [InlineData("gamma", -2, 0)]
    [InlineData("acosh", 0.5, 0)]
    public void Has_no_value_outside_its_domain(string name, double x, double y)
    {
        var op = Operators.Find(name)!;
        ImmutableArray<double> arguments = [x, y];
        op.Evaluate(arguments.AsSpan()[..op.Arity]).ShouldBe(double.NaN);
    }

    // The slope by a difference of sixth order at two step sizes; null where they disagree: at an edge of the domain, a jump or a kink.
    private static double? Slope(BuiltInOperator op, double[] at, int index)
    {
        var (coarse, fine) = (Difference(2e-3), Difference(1e-3));
        return Math.Abs(coarse - fine) <= 1e-8 * Math.Max(1, Math.Abs(fine)) ? fine : null;

        double Difference(double h) =>
            (45 * (Value(h) - Value(-h)) - 9 * (Value(2 * h) - Value(-2 * h)) + (Value(3 * h) - Value(-3 * h))) / (60 * h);

        double Value(double shift)
        {
            var moved = (double[])at.Clone();
            moved[index] += shift;
            return op.Evaluate(moved);
        }
    }

    private static Interval Box(Xoshiro256 random)
    {
        var (a, b) = (Wide(random), Wide(random));
        return random.NextInt(8) == 0 ? Interval.Point(a) : new(Math.Min(a, b), Math.Max(a, b));
    }

    // Numbers of every size, with a liking for whole ones, where operators change their ways.
    private static double Wide(Xoshiro256 random) => random.NextInt(6) switch
    {
        0 => random.NextInt(9) - 4,
        1 => random.NextDouble(-1, 1),
        2 => random.NextDouble(-10, 10),
        3 => random.NextDouble(-1000, 1000),
        4 => (random.NextInt(2) * 2 - 1) * Math.Pow(10, random.NextDouble(-30, 30)),
        _ => (random.NextInt(2) * 2 - 1) * Math.Pow(10, random.NextDouble(-3, 3)),
    };

    private static double Inside(Xoshiro256 random, Interval box) => random.NextInt(5) switch
    {
        0 => box.Low,
        1 => box.High,
        2 when box.Contains(0) => 0,
        _ => Math.Clamp(box.Low + (box.High - box.Low) * random.NextDouble(), box.Low, box.High),
    };
}
