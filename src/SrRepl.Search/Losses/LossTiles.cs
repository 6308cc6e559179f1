using System.Numerics;
using System.Runtime.Intrinsics;

namespace SrRepl.Search;

/// <summary>A loss over vectors; a small struct that holds the loss's parameter, if any.</summary>
internal interface ILossRule
{
    /// <summary>Whether the loss is the square of something linear in the prediction.</summary>
    static virtual bool IsSumOfSquares => false;

    /// <summary>The loss.</summary>
    Vector256<T> Value<T>(Vector256<T> prediction, Vector256<T> target) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by the prediction.</summary>
    Vector256<T> Slope<T>(Vector256<T> prediction, Vector256<T> target) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its second derivative by the prediction, or for a loss with corners the curvature of the parabola that touches it there from above.</summary>
    Vector256<T> Curvature<T>(Vector256<T> prediction, Vector256<T> target) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>The loops over a tile, specialised for each rule and precision.</summary>
internal sealed unsafe class LossTile<TRule, T>(TRule rule) : LossTile<T>
    where TRule : struct, ILossRule
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override bool IsSumOfSquares => TRule.IsSumOfSquares;

    public override double Sum(T* prediction, T* target, T* weight, int count, T scale, T offset)
    {
        var sum = Vector256<T>.Zero;
        var (b, a) = (Vector256.Create(scale), Vector256.Create(offset));
        for (var i = 0; i < count; i += Vector256<T>.Count)
            sum += rule.Value(Vector256.Load(prediction + i) * b + a, Vector256.Load(target + i)) * Vector256.Load(weight + i);
        return double.CreateTruncating(Vector256.Sum(sum));
    }

    public override void Derivatives(T* prediction, T* target, T* weight, T* slope, T* curvature, int count)
    {
        for (var i = 0; i < count; i += Vector256<T>.Count)
        {
            var (p, y, w) = (Vector256.Load(prediction + i), Vector256.Load(target + i), Vector256.Load(weight + i));
            (rule.Slope(p, y) * w).Store(slope + i);
            (rule.Curvature(p, y) * w).Store(curvature + i);
        }
    }
}
