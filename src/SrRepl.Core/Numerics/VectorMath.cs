using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <summary>
/// Elementary functions over vectors. In single precision they are polynomials of our own after argument reduction, each
/// within 4 units in the last place of the correctly rounded result over the whole range, subnormal results, infinities and
/// NaN included; in double precision every lane is the value <see cref="Math"/> gives, so that a formula evaluated
/// in double here and one evaluated by <see cref="Traversal.Evaluate"/> agree to the bit.
/// Coefficients are those of Cephes (S. Moshier, single precision library, 1984 to 1992), evaluated with fused multiply-adds.
/// </summary>
public static unsafe partial class VectorMath
{
    /// <summary>A number in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> All<T>(double value) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Create(T.CreateTruncating(value));

    /// <summary>e to the power x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Exp<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Exp(x.AsSingle()).As<float, T>() : EachLane(x, &Math.Exp);

    /// <summary>Natural logarithm; NaN below 0, minus infinity at 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Log<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Log(x.AsSingle()).As<float, T>() : EachLane(x, &Math.Log);

    /// <summary>Sine, radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Sin<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Sin(x.AsSingle()).As<float, T>() : EachLane(x, &Math.Sin);

    /// <summary>Cosine, radians.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Cos<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Cos(x.AsSingle()).As<float, T>() : EachLane(x, &Math.Cos);

    /// <summary>Hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Tanh<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Tanh(x.AsSingle()).As<float, T>() : EachLane(x, &Math.Tanh);

    /// <summary>x to the power y, with the special values of IEEE 754's pow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Pow<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Pow(x.AsSingle(), y.AsSingle()).As<float, T>() : EachLane(x, y, &Math.Pow);

    /// <summary>A scalar function on every lane, for the functions that are too rare to deserve a polynomial.</summary>
    public static unsafe Vector256<T> EachLane<T>(Vector256<T> x, delegate*<double, double> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < Vector256<T>.Count; i++)
            x = x.WithElement(i, T.CreateTruncating(function(double.CreateTruncating(x.GetElement(i)))));
        return x;
    }

    /// <summary>A scalar function of two on every lane.</summary>
    public static unsafe Vector256<T> EachLane<T>(Vector256<T> x, Vector256<T> y, delegate*<double, double, double> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (var i = 0; i < Vector256<T>.Count; i++)
            x = x.WithElement(i, T.CreateTruncating(function(
                double.CreateTruncating(x.GetElement(i)), double.CreateTruncating(y.GetElement(i)))));
        return x;
    }
}
