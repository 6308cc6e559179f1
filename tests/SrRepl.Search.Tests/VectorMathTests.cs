using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search.Tests;

/// <summary>The single-precision functions against the rounded double-precision ones, over patterns spread evenly through all floats.</summary>
public class VectorMathTests
{
    // A prime step through all 2^32 patterns: every exponent, both signs, subnormals, infinities and NaNs are met.
    private const uint Step = 1009;
    private const int MostUlps = 4;

    public static TheoryData<string> Functions => ["exp", "log", "sin", "cos", "tanh"];

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_within_four_ulps_everywhere(string name)
    {
        var worst = 0L;
        var where = 0f;
        uint pattern = 0;
        var lanes = new float[8];
        do
        {
            for (var i = 0; i < 8; i++, pattern += Step)
                lanes[i] = BitConverter.UInt32BitsToSingle(pattern);
            var got = Vector(name, Vector256.Create(lanes));
            for (var i = 0; i < 8; i++)
            {
                var distance = Distance(got[i], (float)Scalar(name, lanes[i]));
                if (distance > worst)
                    (worst, where) = (distance, lanes[i]);
            }
        }
        while (pattern >= 8 * Step);
        worst.ShouldBeLessThanOrEqualTo(MostUlps, $"{name}({where:R})");
    }

    [Fact]
    public void A_function_is_within_four_ulps_where_it_is_used()
    {
        foreach (string name in new[] { "exp", "log", "sin", "cos", "tanh" })
            for (var x = -100f; x < 100f; x += 0.00137f)
                Distance(Vector(name, Vector256.Create(x))[0], (float)Scalar(name, x)).ShouldBeLessThanOrEqualTo(MostUlps, $"{name}({x:R})");
    }

    [Theory]
    [InlineData("exp")]
    [InlineData("log")]
    [InlineData("sin")]
    [InlineData("cos")]
    public void Wide_vectors_have_the_bits_of_narrow_ones(string name)
    {
        var lanes = new float[16];
        for (uint pattern = 0; pattern < 0xFFF0_0000; pattern += 0x000B_4321)
        {
            for (var i = 0; i < 16; i++)
                lanes[i] = i < 12 ? BitConverter.UInt32BitsToSingle(pattern) : (float)i;
            var x = Vector512.Create(lanes);
            var wide = name switch { "exp" => VectorMath.Exp(x), "log" => VectorMath.Log(x), "sin" => VectorMath.Sin(x), _ => VectorMath.Cos(x) };
            var narrow = Vector512.Create(Vector(name, x.GetLower()), Vector(name, x.GetUpper()));
            for (var i = 0; i < 16; i++)
                BitConverter.SingleToInt32Bits(wide[i]).ShouldBe(BitConverter.SingleToInt32Bits(narrow[i]), $"{name}({lanes[i]:R})");
        }
    }

    [Fact]
    public void Sines_near_multiples_of_pi_keep_their_digits()
    {
        for (var n = 1; n < 9000; n++)
        {
            var x = (float)(n * Math.PI);
            Distance(VectorMath.Sin(Vector256.Create(x))[0], (float)Math.Sin(x)).ShouldBeLessThanOrEqualTo(MostUlps, $"sin({x:R})");
            x = (float)((n + 0.5) * Math.PI);
            Distance(VectorMath.Cos(Vector256.Create(x))[0], (float)Math.Cos(x)).ShouldBeLessThanOrEqualTo(MostUlps, $"cos({x:R})");
        }
    }

    [Fact]
    public void Powers_are_within_four_ulps()
    {
        var rng = new Xoshiro256(5, 0);
        for (var i = 0; i < 400_000; i++)
        {
            var x = BitConverter.UInt32BitsToSingle((uint)rng.NextBits());
            var y = rng.NextInt(3) switch
            {
                0 => rng.NextInt(41) - 20,
                1 => (float)(rng.NextGaussian() * 3),
                _ => BitConverter.UInt32BitsToSingle((uint)rng.NextBits()),
            };
            if (rng.Chance(0.5))
                x = (float)(rng.NextGaussian() * 10);
            Distance(VectorMath.Pow(Vector256.Create(x), Vector256.Create(y))[0], (float)Math.Pow(x, y)).ShouldBeLessThanOrEqualTo(MostUlps, $"pow({x:R}, {y:R})");
        }
    }

    private static Vector256<float> Vector(string name, Vector256<float> x) => name switch
    {
        "exp" => VectorMath.Exp(x),
        "log" => VectorMath.Log(x),
        "sin" => VectorMath.Sin(x),
        "cos" => VectorMath.Cos(x),
        _ => VectorMath.Tanh(x),
    };

    private static double Scalar(string name, double x) => name switch
    {
        "exp" => Math.Exp(x),
        "log" => Math.Log(x),
        "sin" => Math.Sin(x),
        "cos" => Math.Cos(x),
        _ => Math.Tanh(x),
    };

    // Floats between the two; NaN is near NaN only, and the two zeros are the same.
    private static long Distance(float a, float b)
    {
        if (float.IsNaN(a) || float.IsNaN(b))
            return float.IsNaN(a) && float.IsNaN(b) ? 0 : long.MaxValue;
        return Math.Abs(Order(a) - Order(b));

        static long Order(float x)
        {
            var bits = BitConverter.SingleToInt32Bits(x);
            return bits < 0 ? -(long)(bits & int.MaxValue) : bits;
        }
    }
}
