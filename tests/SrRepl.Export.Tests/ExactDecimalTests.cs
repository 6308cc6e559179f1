using System.Globalization;
using System.Numerics;
using FsCheck.Fluent;

namespace SrRepl.Export.Tests;

/// <summary>Raw values as text say exactly what they are.</summary>
public class ExactDecimalTests
{
    [Theory]
    [InlineData("-512", 10, "-0.5")]
    [InlineData("1", 10, "0.0009765625")]
    [InlineData("0", 10, "0")]
    [InlineData("5", -3, "40")]
    [InlineData("-1024", 10, "-1")]
    public void DecimalsAreExactAndShort(string raw, int fraction, string text) =>
        ExactDecimal.Print(BigInteger.Parse(raw), fraction).ShouldBe(text);

    [Theory]
    [InlineData(-1, 10, "3ff")]
    [InlineData(5, 9, "005")]
    [InlineData(255, 8, "ff")]
    [InlineData(-128, 8, "80")]
    [InlineData(0, 1, "0")]
    public void HexIsTwosComplement(int raw, int width, string text) => ExactDecimal.Hex(raw, width).ShouldBe(text);

    [Fact]
    public void TheDecimalReadsBackToTheRawValue() =>
        Prop.ForAll(Raws(), Gen.Choose(-8, 90).ToArbitrary(), (raw, fraction) =>
        {
            var parts = ExactDecimal.Print(raw, fraction).TrimStart('-').Split('.');
            var digits = parts.Length > 1 ? parts[1] : "";
            var value = BigInteger.Parse(parts[0] + digits, CultureInfo.InvariantCulture) * (raw.Sign < 0 ? -1 : 1);
            // value / 10^d = raw / 2^f
            var left = fraction < 0 ? value : value << fraction;
            return left == (fraction < 0 ? raw << -fraction : raw) * BigInteger.Pow(10, digits.Length);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LiteralPartsAddUpToTheRawValue() =>
        Prop.ForAll(Raws(), raw =>
        {
            var sum = BigInteger.Zero;
            foreach (var part in ExactDecimal.Parts(raw, 0))
            {
                double.Parse(ExactDecimal.Literal(part), CultureInfo.InvariantCulture).ShouldBe(part);
                sum += new BigInteger(part);
            }
            return sum == raw;
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<BigInteger> Raws() =>
        (from words in Gen.Choose(0, int.MaxValue).ArrayOf(6)
         from shift in Gen.Choose(0, 180)
         from sign in Gen.Elements(-1, 1)
         select sign * (words.Aggregate(BigInteger.Zero, (sum, word) => (sum << 31) | word) >> shift)).ToArbitrary();
}
