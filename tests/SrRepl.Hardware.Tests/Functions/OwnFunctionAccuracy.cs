using System.Numerics;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Our functions are within one unit in the last place of the rounded result: at every value up to 16 bits, on samples above.</summary>
public class OwnFunctionAccuracy
{
    // Every argument is tried by the benchmark `functions`.
    private const int Samples = 500;

    private static readonly string[] Types =
        ["ap_fixed<8,3>", "ap_fixed<12,6,AP_RND,AP_SAT>", "ap_ufixed<16,8>", "ap_fixed<16,1>", "ap_fixed<18,8,AP_RND_CONV,AP_SAT_SYM>", "ap_fixed<24,12,AP_TRN_ZERO,AP_SAT_ZERO>"];

    private static Xoshiro256 Random => new(1);

    public static TheoryData<string> Functions() => [.. FunctionAccuracy.Functions];

    [Theory]
    [MemberData(nameof(Functions))]
    public void ResultsAreWithinOneUnitOfTheRoundedOnes(string function)
    {
        var wrong = Types
            .Where(text => function != "gamma" || text.StartsWith("ap_ufixed", StringComparison.Ordinal))
            .Select(text => (Type: text, Accuracy: FunctionAccuracy.Of(function, FixedType.Parse(text), Samples)))
            .Where(tried => tried.Accuracy is not { } accuracy || accuracy.Worst > 1)
            .Select(tried => tried.Accuracy?.Where ?? $"no own form in {tried.Type}");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void APowerWithAKnownExponentIsAFunctionOfItsBase()
    {
        foreach (var exponent in FunctionAccuracy.Exponents)
            foreach (var text in new[] { "ap_fixed<12,6>", "ap_ufixed<16,8>", "ap_fixed<8,4>" })
                FunctionAccuracy.Of("pow", FixedType.Parse(text), Samples, exponent).ShouldNotBeNull().Worst.ShouldBeLessThanOrEqualTo(1, $"x**{exponent} in {text}");
    }

    [Theory]
    [InlineData("acos")]
    [InlineData("asin")]
    [InlineData("atan")]
    [InlineData("cbrt")]
    [InlineData("exp")]
    public void ACoarseArgumentIsNoExcuse(string function)
    {
        var (coarse, fine) = (new FixedType(5, 2), new FixedType(20, 5));
        var op = Operators.Find(function)!;
        var formula = TypePin.Pin(op.Of(TypePin.Pin(new Variable("x"), coarse)), fine);
        var kernel = Quantizer.Quantize([formula], new() { Type = fine, Simplify = false });
        var arguments = FunctionAccuracy.Arguments(coarse, 32).Where(x => function is not ("acos" or "asin") || Math.Abs(x) <= 1).ToArray();
        var results = Emulator.Run(kernel, new([new Column("x", arguments)])).Columns[0];
        for (var i = 0; i < arguments.Length; i++)
            results[i].ShouldBe(op.Evaluate([arguments[i]]), 1.5 * fine.Step, $"{function}({arguments[i]})");
    }

    [Fact]
    public void AGammaFunctionThatMeetsItsPolesIsTheVendors() => FunctionAccuracy.Of("gamma", new(16, 6), 8).ShouldBeNull();

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

    private static double[] Arguments(FixedType type) => FunctionAccuracy.Arguments(type, 1 << 14);
}
