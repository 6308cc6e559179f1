using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <content>
/// The same polynomials over vectors of 512 bits, for processors that have them: operation for operation those over 256 bits,
/// so that every lane has the same bits on every processor. Lanes out of the ordinary take the narrow functions.
/// </content>
public static unsafe partial class VectorMath
{
    /// <summary>e to the power x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        if (!Vector512.LessThanAll(Vector512.Abs(x), Vector512.Create(LargestPlainExponent)))
            return Vector512.Create(Exp(x.GetLower()), Exp(x.GetUpper()));
        var n = Nearest(x * Vector512.Create(Log2E));
        var r = Fma(n, Vector512.Create(-Ln2High), x);
        r = Fma(n, Vector512.Create(-Ln2Low), r);
        var p = Vector512.Create(Exp7);
        p = Fma(p, r, Vector512.Create(Exp6));
        p = Fma(p, r, Vector512.Create(Exp5));
        p = Fma(p, r, Vector512.Create(Exp4));
        p = Fma(p, r, Vector512.Create(Exp3));
        p = Fma(p, r, Vector512.Create(Exp2nd));
        return (Fma(p * r, r, r) + Vector512<float>.One) * ((Vector512.ConvertToInt32Native(n) + Vector512.Create(127)) << 23).AsSingle();
    }

    /// <summary>Natural logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        var place = x.AsUInt32() - Vector512.Create(0x00800000u);
        if (!Vector512.LessThanAll(place, Vector512.Create(0x7F000000u)))
            return Vector512.Create(Log(x.GetLower()), Log(x.GetUpper()));
        var shifted = x.AsInt32() - Vector512.Create(0x3F3504F3);
        var e = Vector512.ConvertToSingle(shifted >> 23);
        var m = ((shifted & Vector512.Create(0x007FFFFF)) + Vector512.Create(0x3F3504F3)).AsSingle() - Vector512<float>.One;
        var z = m * m;
        var p = Vector512.Create(Log11);
        p = Fma(p, m, Vector512.Create(Log10th));
        p = Fma(p, m, Vector512.Create(Log9));
        p = Fma(p, m, Vector512.Create(Log8));
        p = Fma(p, m, Vector512.Create(Log7));
        p = Fma(p, m, Vector512.Create(Log6));
        p = Fma(p, m, Vector512.Create(Log5));
        p = Fma(p, m, Vector512.Create(Log4));
        p = Fma(p, m, Vector512.Create(Log3));
        var y = Fma(p * m, z, e * Vector512.Create(Ln2Low));
        y = Fma(z, Vector512.Create(-0.5f), y);
        return Fma(e, Vector512.Create(Ln2High), m + y);
    }

    /// <summary>Sine, radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sin(Vector512<float> x) =>
        Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(LargestAngle))
            ? Wave(x, 0)
            : Vector512.Create(Sin(x.GetLower()), Sin(x.GetUpper()));

    /// <summary>Cosine, radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Cos(Vector512<float> x) =>
        Vector512.LessThanOrEqualAll(Vector512.Abs(x), Vector512.Create(LargestAngle))
            ? Wave(x, 1)
            : Vector512.Create(Cos(x.GetLower()), Cos(x.GetUpper()));

    // sin(x + quarter * pi/2).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Wave(Vector512<float> x, int quarter)
    {
        var n = Nearest(x * Vector512.Create(TwoOverPi));
        var r = Fma(n, Vector512.Create(-HalfPiHigh), x);
        r = Fma(n, Vector512.Create(-HalfPiMiddle), r);
        r = Fma(n, Vector512.Create(-HalfPiLow), r);
        var q = Vector512.ConvertToInt32Native(n) + Vector512.Create(quarter);
        var z = r * r;
        var s = Vector512.Create(Sin7);
        s = Fma(s, z, Vector512.Create(Sin5));
        s = Fma(s, z, Vector512.Create(Sin3));
        s = Fma(s * z, r, r);
        var c = Vector512.Create(Cos8);
        c = Fma(c, z, Vector512.Create(Cos6));
        c = Fma(c, z, Vector512.Create(Cos4));
        c = Fma(c * z, z, Fma(z, Vector512.Create(-0.5f), Vector512<float>.One));
        var odd = Vector512.Equals(q & Vector512<int>.One, Vector512<int>.One).AsSingle();
        var sign = ((q & Vector512.Create(2)) << 30).AsSingle();
        return Vector512.ConditionalSelect(odd, c, s) ^ sign;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Nearest(Vector512<float> x)
    {
        var magic = Vector512.Create(12582912f);
        return x + magic - magic;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, Vector512<float> c) => Vector512.FusedMultiplyAdd(a, b, c);
}
