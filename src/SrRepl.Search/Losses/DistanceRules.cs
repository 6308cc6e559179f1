using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A loss as a function of the size r of prediction minus target, which is even in it.</summary>
internal interface IDistanceRule
{
    /// <summary>The loss.</summary>
    Vector256<T> Value<T>(Vector256<T> size) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by the size.</summary>
    Vector256<T> Slope<T>(Vector256<T> size) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its second derivative, or that of a parabola that touches it from above; not negative.</summary>
    Vector256<T> Curvature<T>(Vector256<T> size) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>The loss of (prediction, target) that follows from one of their distance.</summary>
internal readonly struct DistanceRule<TRule>(TRule rule) : ILossRule where TRule : struct, IDistanceRule
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => rule.Value(Vector256.Abs(p - y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.ConditionalSelect(Vector256.LessThan(p, y), -rule.Slope(y - p), rule.Slope(p - y));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => rule.Curvature(Vector256.Abs(p - y));
}

/// <summary>More of LossFunctions.jl's distance losses, by the distance r.</summary>
internal static class DistanceRules
{
    /// <summary>r^exponent</summary>
    public readonly struct Power(double exponent) : IDistanceRule
    {
        private readonly double _bend = exponent * Math.Max(1, exponent - 1);

        public Vector256<T> Value<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Raised(r, exponent);

        public Vector256<T> Slope<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.Equals(r, Vector256<T>.Zero), Vector256<T>.Zero, VectorMath.All<T>(exponent) * Raised(r, exponent - 1));

        public Vector256<T> Curvature<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(_bend) * Raised(r + VectorMath.All<T>(1e-6), exponent - 2);

        private static Vector256<T> Raised<T>(Vector256<T> r, double power) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Exp(VectorMath.All<T>(power) * VectorMath.Log(r));
    }

    /// <summary>max(0, r - epsilon)</summary>
    public readonly struct Insensitive(double epsilon) : IDistanceRule
    {
        public Vector256<T> Value<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(Vector256<T>.Zero, r - VectorMath.All<T>(epsilon));

        public Vector256<T> Slope<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.GreaterThan(r, VectorMath.All<T>(epsilon)), Vector256<T>.One, Vector256<T>.Zero);

        public Vector256<T> Curvature<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(0.5) / (Vector256.Abs(r - VectorMath.All<T>(epsilon)) + VectorMath.All<T>(1e-6));
    }

    /// <summary>max(0, r - epsilon)^2</summary>
    public readonly struct InsensitiveSquare(double epsilon) : IDistanceRule
    {
        public Vector256<T> Value<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var beyond = Vector256.Max(Vector256<T>.Zero, r - VectorMath.All<T>(epsilon));
            return beyond * beyond;
        }

        public Vector256<T> Slope<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(2) * Vector256.Max(Vector256<T>.Zero, r - VectorMath.All<T>(epsilon));

        public Vector256<T> Curvature<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(2);
    }

    /// <summary>-log(4 exp(r) / (1 + exp(r))^2)</summary>
    public readonly struct LogisticDensity : IDistanceRule
    {
        public Vector256<T> Value<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            r + VectorMath.All<T>(2) * VectorMath.Log(Vector256<T>.One + VectorMath.Exp(-r)) - VectorMath.All<T>(2 * 0.693147180559945309);

        public Vector256<T> Slope<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Tanh(VectorMath.All<T>(0.5) * r);

        public Vector256<T> Curvature<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var tanh = VectorMath.Tanh(VectorMath.All<T>(0.5) * r);
            return VectorMath.All<T>(0.5) * (Vector256<T>.One - tanh * tanh);
        }
    }

    /// <summary>1 - cos(2 pi r / period)</summary>
    public readonly struct Periodic(double period) : IDistanceRule
    {
        private readonly double _turn = 2 * Math.PI / period;

        public Vector256<T> Value<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256<T>.One - VectorMath.Cos(VectorMath.All<T>(_turn) * r);

        public Vector256<T> Slope<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(_turn) * VectorMath.Sin(VectorMath.All<T>(_turn) * r);

        public Vector256<T> Curvature<T>(Vector256<T> r) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(_turn * _turn);
    }
}
