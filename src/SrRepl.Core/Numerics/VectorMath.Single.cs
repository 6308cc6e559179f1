using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <content>The single-precision polynomials.</content>
public static unsafe partial class VectorMath
{
    // Beyond this the three-part reduction by pi/2 loses bits; such lanes are rare and take the scalar function.
    private const float LargestAngle = 30_000f;

    private const float HalfPiHigh = 1.57079637050628662109375f;
    private const float HalfPiMiddle = -4.37113900018624283e-8f;
    private const float HalfPiLow = -1.71512451115459e-15f;
    private const float LargestPlainExponent = 87f;
    private const float Log2E = 1.44269504088896341f;
    private const float Ln2High = 0.693359375f;
    private const float Ln2Low = -2.12194440e-4f;

    // The polynomials' coefficients by their power.
    private const float Exp7 = 1.9875691500e-4f;
    private const float Exp6 = 1.3981999507e-3f;
    private const float Exp5 = 8.3334519073e-3f;
    private const float Exp4 = 4.1665795894e-2f;
    private const float Exp3 = 1.6666665459e-1f;
    private const float Exp2nd = 5.0000001201e-1f;
    private const float Log11 = 7.0376836292e-2f;
    private const float Log10th = -1.1514610310e-1f;
    private const float Log9 = 1.1676998740e-1f;
    private const float Log8 = -1.2420140846e-1f;
    private const float Log7 = 1.4249322787e-1f;
    private const float Log6 = -1.6668057665e-1f;
    private const float Log5 = 2.0000714765e-1f;
    private const float Log4 = -2.4999993993e-1f;
    private const float Log3 = 3.3333331174e-1f;
    private const float Sin7 = -1.9515295891e-4f;
    private const float Sin5 = 8.3321608736e-3f;
    private const float Sin3 = -1.6666654611e-1f;
    private const float Cos8 = 2.443315711809948e-5f;
    private const float Cos6 = -1.388731625493765e-3f;
    private const float Cos4 = 4.166664568298827e-2f;
    private const float TwoOverPi = 0.636619772367581343f;

    /// <summary>e to the power x. Measured: at most 2 units in the last place from the rounded result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Where every result is a normal number, one factor scales it; NaN compares false and takes the other way.
        if (!Vector256.LessThanAll(Vector256.Abs(x), Vector256.Create(LargestPlainExponent)))
            return ExpAnywhere(x);
        var n = Nearest(x * Vector256.Create(Log2E));
        return ExpReduced(x, n) * TwoTo(Vector256.ConvertToInt32Native(n));
    }

    private static Vector256<float> ExpAnywhere(Vector256<float> x)
    {
        x = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-110f)), Vector256.Create(-110f), x);
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(90f)), Vector256.Create(90f), x);
        var n = Nearest(x * Vector256.Create(Log2E));
        // Two factors, so that neither overflows where the product is subnormal or just representable.
        var whole = Vector256.ConvertToInt32Native(n);
        var half = whole >> 1;
        return ExpReduced(x, n) * TwoTo(half) * TwoTo(whole - half);
    }

    // e to the power x - n ln 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ExpReduced(Vector256<float> x, Vector256<float> n)
    {
        var r = Fma(n, Vector256.Create(-Ln2High), x);
        r = Fma(n, Vector256.Create(-Ln2Low), r);
        var p = Vector256.Create(Exp7);
        p = Fma(p, r, Vector256.Create(Exp6));
        p = Fma(p, r, Vector256.Create(Exp5));
        p = Fma(p, r, Vector256.Create(Exp4));
        p = Fma(p, r, Vector256.Create(Exp3));
        p = Fma(p, r, Vector256.Create(Exp2nd));
        return Fma(p * r, r, r) + Vector256<float>.One;
    }

    /// <summary>Natural logarithm. Measured: at most 2 units in the last place from the rounded result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        // Patterns of positive normal numbers lie between those of the smallest one and of infinity.
        var place = x.AsUInt32() - Vector256.Create(0x00800000u);
        return Vector256.LessThanAll(place, Vector256.Create(0x7F000000u)) ? LogNormal(x) : LogAnywhere(x);
    }

    private static Vector256<float> LogAnywhere(Vector256<float> x)
    {
        var subnormal = Vector256.LessThan(x, Vector256.Create(1.17549435e-38f));
        var y = LogNormal(Vector256.ConditionalSelect(subnormal, x * Vector256.Create(8388608f), x));
        // 2^23 was multiplied in.
        y = Vector256.ConditionalSelect(subnormal, y - Vector256.Create(15.942385152878742f), y);
        var ordinary = Vector256.GreaterThan(x, Vector256<float>.Zero) & Vector256.LessThan(x, Vector256.Create(float.PositiveInfinity));
        var zero = Vector256.Equals(x, Vector256<float>.Zero);
        var infinite = Vector256.Equals(x, Vector256.Create(float.PositiveInfinity));
        var special = Vector256.ConditionalSelect(zero, Vector256.Create(float.NegativeInfinity),
            Vector256.ConditionalSelect(infinite, x, Vector256.Create(float.NaN)));
        return Vector256.ConditionalSelect(ordinary, y, special);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogNormal(Vector256<float> x)
    {
        // The mantissa in [sqrt(1/2), sqrt(2)): subtracting the pattern of sqrt(1/2) moves the border of the exponent there.
        var shifted = x.AsInt32() - Vector256.Create(0x3F3504F3);
        var e = Vector256.ConvertToSingle(shifted >> 23);
        var m = ((shifted & Vector256.Create(0x007FFFFF)) + Vector256.Create(0x3F3504F3)).AsSingle() - Vector256<float>.One;
        var z = m * m;
        var p = Vector256.Create(Log11);
        p = Fma(p, m, Vector256.Create(Log10th));
        p = Fma(p, m, Vector256.Create(Log9));
        p = Fma(p, m, Vector256.Create(Log8));
        p = Fma(p, m, Vector256.Create(Log7));
        p = Fma(p, m, Vector256.Create(Log6));
        p = Fma(p, m, Vector256.Create(Log5));
        p = Fma(p, m, Vector256.Create(Log4));
        p = Fma(p, m, Vector256.Create(Log3));
        var y = Fma(p * m, z, e * Vector256.Create(Ln2Low));
        y = Fma(z, Vector256.Create(-0.5f), y);
        return Fma(e, Vector256.Create(Ln2High), m + y);
    }

    /// <summary>Sine. Measured: at most 2 units in the last place from the rounded result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x) =>
        Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(LargestAngle))
            ? Wave(x, 0)
            : EachLane(x, &Math.Sin);

    /// <summary>Cosine. Measured: at most 2 units in the last place from the rounded result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x) =>
        Vector256.LessThanOrEqualAll(Vector256.Abs(x), Vector256.Create(LargestAngle))
            ? Wave(x, 1)
            : EachLane(x, &Math.Cos);

    /// <summary>Hyperbolic tangent. Measured: at most 3 units in the last place from the rounded result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        var size = Vector256.Abs(x);
        var z = x * x;
        var p = Vector256.Create(-5.70498872745e-3f);
        p = Fma(p, z, Vector256.Create(2.06390887954e-2f));
        p = Fma(p, z, Vector256.Create(-5.37397155531e-2f));
        p = Fma(p, z, Vector256.Create(1.33314422036e-1f));
        p = Fma(p, z, Vector256.Create(-3.33332819422e-1f));
        var near = Fma(p * z, x, x);
        var far = Vector256<float>.One - Vector256.Create(2f) / (Exp(size + size) + Vector256<float>.One);
        far = far | (x & Vector256.Create(-0f));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(size, Vector256.Create(0.625f)), far, near);
    }

    /// <summary>x to the power y, through a logarithm and an exponential in double precision. Measured: at most 1 unit in the last place.</summary>
    public static Vector256<float> Pow(Vector256<float> x, Vector256<float> y)
    {
        var size = Vector256.Abs(x);
        var ordinary = Vector256.GreaterThanOrEqual(size, Vector256.Create(1.17549435e-38f))
            & Vector256.LessThan(size, Vector256.Create(float.PositiveInfinity))
            & Vector256.LessThan(Vector256.Abs(y), Vector256.Create(16_777_216f));
        if (!Vector256.EqualsAll(ordinary.AsInt32(), Vector256<int>.AllBitsSet))
            return EachLane(x, y, &Math.Pow);
        var (lowX, highX) = Vector256.Widen(size);
        var (lowY, highY) = Vector256.Widen(y);
        var power = Vector256.Narrow(Exp2(lowY * Log2(lowX)), Exp2(highY * Log2(highX)));
        var negative = Vector256.LessThan(x, Vector256<float>.Zero);
        if (Vector256.EqualsAll(negative.AsInt32(), Vector256<int>.Zero))
            return power;
        var whole = Vector256.ConvertToInt32Native(y);
        var isWhole = Vector256.Equals(Vector256.ConvertToSingle(whole), y);
        var odd = (whole << 31).AsSingle();
        var signed = Vector256.ConditionalSelect(isWhole, power ^ odd, Vector256.Create(float.NaN));
        return Vector256.ConditionalSelect(negative, signed, power);
    }

    // sin(x + quarter * pi/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Wave(Vector256<float> x, int quarter)
    {
        var n = Nearest(x * Vector256.Create(TwoOverPi));
        var r = Fma(n, Vector256.Create(-HalfPiHigh), x);
        r = Fma(n, Vector256.Create(-HalfPiMiddle), r);
        r = Fma(n, Vector256.Create(-HalfPiLow), r);
        var q = Vector256.ConvertToInt32Native(n) + Vector256.Create(quarter);
        var z = r * r;
        var s = Vector256.Create(Sin7);
        s = Fma(s, z, Vector256.Create(Sin5));
        s = Fma(s, z, Vector256.Create(Sin3));
        s = Fma(s * z, r, r);
        var c = Vector256.Create(Cos8);
        c = Fma(c, z, Vector256.Create(Cos6));
        c = Fma(c, z, Vector256.Create(Cos4));
        c = Fma(c * z, z, Fma(z, Vector256.Create(-0.5f), Vector256<float>.One));
        var odd = Vector256.Equals(q & Vector256<int>.One, Vector256<int>.One).AsSingle();
        var sign = ((q & Vector256.Create(2)) << 30).AsSingle();
        return Vector256.ConditionalSelect(odd, c, s) ^ sign;
    }

    // log2 of normal positive numbers: atanh series in s = (m - 1) / (m + 1), |s| < 0.172; error below 1e-12.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Log2(Vector256<double> x)
    {
        var shifted = x.AsInt64() - Vector256.Create(0x3FE6A09E667F3BCDL);
        // An arithmetic shift of 64-bit lanes is missing below AVX-512; the exponent fits the magic-number conversion.
        var e = ConvertSmall(shifted >> 52);
        var m = ((shifted & Vector256.Create(0x000FFFFFFFFFFFFFL)) + Vector256.Create(0x3FE6A09E667F3BCDL)).AsDouble();
        var s = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        var z = s * s;
        var p = Vector256.Create(2.0 / 13);
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 11));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 9));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 7));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 5));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0 / 3));
        p = Vector256.FusedMultiplyAdd(p, z, Vector256.Create(2.0));
        return Vector256.FusedMultiplyAdd(p * s, Vector256.Create(1.44269504088896341), e);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> ConvertSmall(Vector256<long> n)
    {
        var magic = Vector256.Create(6755399441055744.0);
        return (n + magic.AsInt64()).AsDouble() - magic;
    }

    // 2 to the power x, clamped to what single precision can hold; Taylor to degree 9 on |r| <= 1/2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Exp2(Vector256<double> x)
    {
        x = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-200.0)), Vector256.Create(-200.0), x);
        x = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(200.0)), Vector256.Create(200.0), x);
        var magic = Vector256.Create(6755399441055744.0);
        var shifted = x + magic;
        var r = (x - (shifted - magic)) * Vector256.Create(0.693147180559945309);
        var p = Vector256.Create(1.0 / 362880);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 40320));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 5040));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 720));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 120));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 24));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.0 / 6));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<double>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<double>.One);
        return (p.AsInt64() + ((shifted.AsInt64() - magic.AsInt64()) << 52)).AsDouble();
    }

    // Adding and taking away 1.5 * 2^23 rounds to the nearest whole number, halves to even; exact below 2^22.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Nearest(Vector256<float> x)
    {
        var magic = Vector256.Create(12582912f);
        return x + magic - magic;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> TwoTo(Vector256<int> n) => ((n + Vector256.Create(127)) << 23).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Fma(Vector256<float> a, Vector256<float> b, Vector256<float> c) => Vector256.FusedMultiplyAdd(a, b, c);
}
