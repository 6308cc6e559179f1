using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The rules behind the losses: value, slope and curvature by the prediction p for a target y.</summary>
internal static class LossRules
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Squared<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * x;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Sign<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<T>.Zero), Vector256<T>.Zero, Vector256.CopySign(Vector256<T>.One, x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Sigmoid<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.One / (Vector256<T>.One + VectorMath.Exp(-x));

    // log(1 + e^x) = max(x, 0) + log(1 + e^-|x|).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Softplus<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Max(x, Vector256<T>.Zero) + VectorMath.Log(Vector256<T>.One + VectorMath.Exp(-Vector256.Abs(x)));

    // |x| + log(1 + e^-2|x|) - log 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> LogCoshOf<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Abs(x) + VectorMath.Log(Vector256<T>.One + VectorMath.Exp(VectorMath.All<T>(-2) * Vector256.Abs(x))) - VectorMath.All<T>(0.693147180559945309);

    /// <summary>prediction minus target, squared, in units of the target's deviation so that squares neither vanish nor overflow</summary>
    public readonly struct Square(double scale) : ILossRule
    {
        public static bool IsSumOfSquares => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Squared((p - y) * VectorMath.All<T>(scale));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(2 * scale) * ((p - y) * VectorMath.All<T>(scale));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(2 * scale * scale);
    }

    /// <summary>|prediction - target|</summary>
    public readonly struct Absolute(double scale) : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Abs(p - y) * VectorMath.All<T>(scale);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Sign(p - y) * VectorMath.All<T>(scale);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(scale) / (Vector256.Abs(p - y) + VectorMath.All<T>(1e-6 / scale));
    }

    /// <summary>half the square near the target, linear beyond delta</summary>
    public readonly struct Huber(double delta) : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(p - y), VectorMath.All<T>(delta)), VectorMath.All<T>(0.5) * Squared(p - y), VectorMath.All<T>(delta) * (Vector256.Abs(p - y) - VectorMath.All<T>(0.5 * delta)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(-VectorMath.All<T>(delta), Vector256.Min(VectorMath.All<T>(delta), p - y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(delta) / Vector256.Max(VectorMath.All<T>(delta), Vector256.Abs(p - y));
    }

    /// <summary>log(cosh(prediction - target)), written so that it does not overflow</summary>
    public readonly struct LogCosh : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            LogCoshOf(p - y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Tanh(p - y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256<T>.One - Squared(VectorMath.Tanh(p - y));
    }

    /// <summary>the pinball loss</summary>
    public readonly struct Quantile(double tau) : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(VectorMath.All<T>(tau) * (y - p), VectorMath.All<T>(tau - 1) * (y - p));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.GreaterThan(p, y), VectorMath.All<T>(1 - tau), VectorMath.All<T>(-tau));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(0.5) / (Vector256.Abs(p - y) + VectorMath.All<T>(1e-6));
    }

    /// <summary>(1 - y p)^2, targets -1 and +1</summary>
    public readonly struct MarginSquare : ILossRule
    {
        public static bool IsSumOfSquares => true;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Squared(Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(-2) * y * (Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(2) * y * y;
    }

    /// <summary>|1 - y p|, targets -1 and +1</summary>
    public readonly struct MarginAbsolute : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Abs(Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            -y * Sign(Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            y * y / (Vector256.Abs(Vector256<T>.One - p * y) + VectorMath.All<T>(1e-6));
    }

    /// <summary>max(0, 1 - y p), targets -1 and +1</summary>
    public readonly struct Hinge : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(p * y, Vector256<T>.One), -y, Vector256<T>.Zero);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(0.5) * y * y / (Vector256.Abs(Vector256<T>.One - p * y) + VectorMath.All<T>(1e-3));
    }

    /// <summary>max(0, 1 - y p)^2, targets -1 and +1</summary>
    public readonly struct HingeSquare : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Squared(Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - p * y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(-2) * y * Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - p * y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(2) * y * y;
    }

    /// <summary>log(1 + exp(-y p)), targets -1 and +1</summary>
    public readonly struct Logistic : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Softplus(-y * p);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            -y * Sigmoid(-y * p);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            y * y * Sigmoid(p * y) * Sigmoid(-p * y);
    }

    /// <summary>cross-entropy of the target in [0, 1] and the sigmoid of the prediction</summary>
    public readonly struct CrossEntropy : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Softplus(p) - y * p;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Sigmoid(p) - y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Sigmoid(p) * Sigmoid(-p);
    }

    /// <summary>exp(p) - y p: minus the logarithm of the Poisson probability of the count y with mean exp(p), without its constant</summary>
    public readonly struct Poisson : ILossRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Exp(p) - y * p;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Exp(p) - y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Exp(p);
    }
}
