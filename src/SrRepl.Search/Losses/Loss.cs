using System.Numerics;

namespace SrRepl.Search;

/// <summary>A loss of (prediction, target), in both precisions.</summary>
/// <param name="Name">PySR's name.</param>
/// <param name="Single">Over tiles of float.</param>
/// <param name="Double">Over tiles of double.</param>
public sealed record Loss(string Name, LossTile<float> Single, LossTile<double> Double)
{
    /// <summary>Whether it is the square of prediction minus target, so that scale and offset have a closed form.</summary>
    public bool IsSquare { get; init; }

    /// <summary>Whether targets must be -1 or +1.</summary>
    public bool IsMargin { get; init; }

    /// <summary>Whether the prediction is the logarithm of the odds, so that 0 parts the classes whatever their labels.</summary>
    public bool IsLogit { get; init; }

    /// <summary>What a sum is multiplied by to be in the target's units.</summary>
    public double Unit { get; init; } = 1;

    internal static Loss Of<TRule>(string name, TRule rule) where TRule : struct, ILossRule =>
        new(name, new LossTile<TRule, float>(rule), new LossTile<TRule, double>(rule));
}

/// <summary>A loss over a tile of rows; counts are whole vectors, padding has weight 0.</summary>
public abstract unsafe class LossTile<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Whether the loss is the square of something linear in the prediction.</summary>
    public virtual bool IsSumOfSquares => false;

    /// <summary>The weighted sum of the loss of offset + scale * prediction.</summary>
    public abstract double Sum(T* prediction, T* target, T* weight, int count, T scale, T offset);

    /// <summary>Weighted first derivative and curvature by the prediction, row by row. The curvature is never negative.</summary>
    public abstract void Derivatives(T* prediction, T* target, T* weight, T* slope, T* curvature, int count);
}
