using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A margin loss as a function of the agreement a = y p, for targets -1 and +1.</summary>
internal interface IAgreementRule
{
    /// <summary>The loss.</summary>
    Vector256<T> Value<T>(Vector256<T> agreement) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative.</summary>
    Vector256<T> Slope<T>(Vector256<T> agreement) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its second derivative, or that of a parabola that touches it from above; not negative.</summary>
    Vector256<T> Curvature<T>(Vector256<T> agreement) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>The loss of (prediction, target) that follows from one of the agreement.</summary>
internal readonly struct MarginRule<TRule>(TRule rule) : ILossRule where TRule : struct, IAgreementRule
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Value<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => rule.Value(p * y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Slope<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => y * rule.Slope(p * y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> Curvature<T>(Vector256<T> p, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => y * y * rule.Curvature(p * y);
}

/// <summary>More of LossFunctions.jl's margin losses, by the agreement a.</summary>
internal static class AgreementRules
{
    /// <summary>exp(-a)</summary>
    public readonly struct Exponential : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Exp(-a);

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -VectorMath.Exp(-a);

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Exp(-a);
    }

    /// <summary>1 - tanh(a)</summary>
    public readonly struct Sigmoidal : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One - VectorMath.Tanh(a);

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var tanh = VectorMath.Tanh(a);
            return tanh * tanh - Vector256<T>.One;
        }

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var tanh = VectorMath.Tanh(a);
            return VectorMath.All<T>(2) * Vector256.Abs(tanh) * (Vector256<T>.One - tanh * tanh) + VectorMath.All<T>(1e-6);
        }
    }

    /// <summary>max(0, -a)</summary>
    public readonly struct Perceptron : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Max(Vector256<T>.Zero, -a);

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256<T>.Zero), -Vector256<T>.One, Vector256<T>.Zero);

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(0.5) / (Vector256.Abs(a) + VectorMath.All<T>(1e-3));
    }

    /// <summary>1 where the signs differ, 0 elsewhere; it has no slope, so that constants move by mutation alone</summary>
    public readonly struct ZeroOne : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(a, Vector256<T>.Zero), Vector256<T>.One, Vector256<T>.Zero);

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;
    }

    /// <summary>1 - a up to a = q / (q + 1), from there on q^q / (q + 1)^(q + 1) / a^q (Marron, Todd and Ahn 2007)</summary>
    public readonly struct DistanceWeighted(double q) : IAgreementRule
    {
        private readonly double _bend = q / (q + 1);
        private readonly double _tail = Math.Pow(q, q) / Math.Pow(q + 1, q + 1);

        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(a, VectorMath.All<T>(_bend)), Vector256<T>.One - a, VectorMath.All<T>(_tail) * Lowered(a, q));

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.ConditionalSelect(Vector256.LessThan(a, VectorMath.All<T>(_bend)), -Vector256<T>.One, VectorMath.All<T>(-q * _tail) * Lowered(a, q + 1));

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.All<T>(q * (q + 1) * _tail) * Lowered(Vector256.Max(a, VectorMath.All<T>(_bend)), q + 2);

        private static Vector256<T> Lowered<T>(Vector256<T> a, double power) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            VectorMath.Exp(VectorMath.All<T>(-power) * VectorMath.Log(a));
    }

    /// <summary>max(0, 1 - a)^2 from a = -1 on, -4 a below</summary>
    public readonly struct ModifiedHuber : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var gap = Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - a);
            return Vector256.ConditionalSelect(Vector256.LessThan(a, -Vector256<T>.One), VectorMath.All<T>(-4) * a, gap * gap);
        }

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(VectorMath.All<T>(-4), VectorMath.All<T>(-2) * Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - a));

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(2);
    }

    /// <summary>(1 - a)^2 / (2 gamma) within gamma below 1, a straight line below that, 0 above 1</summary>
    public readonly struct SmoothedHinge(double gamma) : IAgreementRule
    {
        public Vector256<T> Value<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            var gap = Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - a);
            return Vector256.ConditionalSelect(Vector256.LessThan(a, VectorMath.All<T>(1 - gamma)), VectorMath.All<T>(1 - gamma / 2) - a, VectorMath.All<T>(0.5 / gamma) * gap * gap);
        }

        public Vector256<T> Slope<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            Vector256.Max(-Vector256<T>.One, VectorMath.All<T>(-1 / gamma) * Vector256.Max(Vector256<T>.Zero, Vector256<T>.One - a));

        public Vector256<T> Curvature<T>(Vector256<T> a) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(1 / gamma);
    }
}
