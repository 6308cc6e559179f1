using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting.Tests;


public sealed class PreciseValueTests
{
    // Digits from tables of the constants (DLMF 3.12, OEIS A001113, A002162, A049541 and the functions' own identities).
    public static TheoryData<Expr, double, double> Known => new()
    {
        { Exp.Of(1), 2.7182818284590452, 1.4456468917292502e-16 },
        { Operators.Log.Of(2), 6.931471805599452862e-01, 2.319046813846299558e-17 },
        { 4 * Atan.Of(1), 3.141592653589793116, 1.224646799147353207e-16 },
        { 2 * Asin.Of(1), 3.141592653589793116, 1.224646799147353207e-16 },
        { Sqrt.Of(2), 1.4142135623730951, -9.667293313452913e-17 },
    };

    [Theory, MemberData(nameof(Known))]
    public void Gives_thirty_digits(Expr formula, double high, double low)
    {
        var magnitude = 0.0;
        var value = PreciseValue.Of(formula, new Dictionary<string, DoubleDouble>(), ref magnitude).ShouldNotBeNull();
        (value - new DoubleDouble(high, low)).Abs().High.ShouldBeLessThan(1e-30);
    }

    [Fact]
    public void Agrees_with_double_arithmetic_on_every_operator_it_has()
    {
        var random = new Random(3);
        foreach (var op in Operators.All)
        {
            var names = Enumerable.Range(0, op.Arity).Select(i => $"x{i}").ToArray();
            var formula = op.Of([.. names.Select(name => (Expr)new Variable(name))]);
            if (!PreciseValue.Covers(formula))
                continue;
            for (var i = 0; i < 200; i++)
            {
                var point = names.ToDictionary(name => name, _ => random.NextDouble() * 4 - 2);
                var magnitude = 0.0;
                var precise = PreciseValue.Of(formula, point.ToDictionary(pair => pair.Key, pair => (DoubleDouble)pair.Value), ref magnitude);
                var plain = formula.Evaluate(point);
                if (precise is { } value && double.IsFinite(plain))
                    value.High.ShouldBe(plain, 1e-13 * Math.Max(1, magnitude), op.Name);
                else
                    double.IsFinite(plain).ShouldBeFalse($"{op.Name} at {string.Join(", ", point.Values)}");
            }
        }
    }
}
