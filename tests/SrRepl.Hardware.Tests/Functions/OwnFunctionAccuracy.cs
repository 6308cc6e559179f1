using System.Numerics;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Our functions are within one unit in the last place of the rounded result: at every value up to 16 bits, on samples above.</summary>
public class OwnFunctionAccuracy
{
    private const int Samples = 20_000;

    private static Xoshiro256 Random => new(1);

    private static readonly string[] Types =
    [
        "ap_fixed<6,3>", "ap_fixed<8,4>", "ap_ufixed<8,3>", "ap_fixed<10,2>", "ap_fixed<12,4,AP_RND,AP_SAT>", "ap_fixed<12,12>",
        "ap_fixed<16,6>", "ap_fixed<16,1>", "ap_ufixed<16,8>", "ap_fixed<16,12>", "ap_fixed<18,8>", "ap_fixed<20,5>", "ap_fixed<24,8>", "ap_fixed<24,14>", "ap_fixed<24,2>",
    ];

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var function in new[] { "sin", "cos", "exp", "log", "sqrt", "tanh" })
            foreach (var type in Types)
                cases.Add(function, type);
        foreach (var function in new[] { "atan", "erf", "asinh" })
            cases.Add(function, "ap_fixed<16,6>");
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ResultsAreWithinOneUnitOfTheRoundedOnes(string function, string typeText)
    {
        var type = FixedType.Parse(typeText);
        var op = Operators.Find(function)!;
        var kernel = Lowering.Lower([op.Of(new Variable("x"))], type, new OneTypePrecision(type), MathLibrary.Own);
        kernel.IsBitExact.ShouldBeTrue();
        var arguments = Arguments(type);
        var results = Emulator.Run(kernel, new([new Column("x", arguments)])).Columns[0];
        var nearest = type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
        var wrong = new List<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var exact = op.Evaluate([arguments[i]]);
            var wanted = double.IsNaN(exact) ? BigInteger.Zero
                : double.IsNegativeInfinity(exact) ? type.MinRaw
                : FixedCast.Cast(Math.Min(exact, 1e30), nearest);
            if (function == "log" && arguments[i] <= 0)
                wanted = type.MinRaw;
            var got = FixedCast.Cast(results[i], type);
            if (BigInteger.Abs(got - wanted) > 1)
                wrong.Add($"{function}({arguments[i]}) = {got}, not {wanted}");
        }
        wrong.Take(5).ShouldBeEmpty($"{wrong.Count} of {arguments.Length}");
    }

    [Theory]
    [InlineData("ap_fixed<8,4>")]
    [InlineData("ap_fixed<12,6>")]
    [InlineData("ap_ufixed<10,3>")]
    [InlineData("ap_fixed<24,8>")]
    public void AQuotientIsWithinOneUnitOfTheRoundedOne(string typeText)
    {
        var type = FixedType.Parse(typeText);
        var builder = new KernelBuilder();
        var (x, y) = (builder.Input("x", type), builder.Input("y", type));
        var result = Quotient.Build(builder, x, y, type);
        var kernel = new Kernel("quotient", [.. builder.Operations], [new("q", result)]) { Type = type };
        var (dividends, divisors) = (Arguments(type), Arguments(type));
        Random.Shuffle(divisors.AsSpan());
        var results = Emulator.Run(kernel, new([new Column("x", dividends), new Column("y", divisors)])).Columns[0];
        var nearest = type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
        for (var i = 0; i < dividends.Length; i++)
        {
            var exact = divisors[i] == 0 ? (dividends[i] < 0 ? -1e30 : 1e30) : dividends[i] / divisors[i];
            BigInteger.Abs(FixedCast.Cast(results[i], type) - FixedCast.Cast(exact, nearest))
                .ShouldBeLessThanOrEqualTo(BigInteger.One, $"{dividends[i]} / {divisors[i]}");
        }
    }

    private static double[] Arguments(FixedType type)
    {
        var count = type.Width <= 16 ? 1 << type.Width : Samples;
        var stride = Math.Max(1, (1L << type.Width) / count) | 1;
        return [.. Enumerable.Range(0, count).Select(i => new FixedValue((long)type.MinRaw + i * stride % (1L << type.Width), type).Double)];
    }
}
