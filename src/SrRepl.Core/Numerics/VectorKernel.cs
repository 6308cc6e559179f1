using System.Numerics;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <summary>An operator's vector kernel: its value and its exact partial derivatives over tiles of rows, in both precisions.</summary>
/// <param name="Single">Over tiles of float.</param>
/// <param name="Double">Over tiles of double.</param>
public sealed record VectorKernel(TileKernel<float> Single, TileKernel<double> Double)
{
    /// <summary>The kernel of a function of one.</summary>
    public static VectorKernel Unary<TRule>() where TRule : struct, IUnaryRule =>
        new(new UnaryTile<TRule, float>(), new UnaryTile<TRule, double>());

    /// <summary>The kernel of a function of one that has a wide form.</summary>
    public static VectorKernel Wide<TRule>() where TRule : struct, IUnaryRule, IWideRule =>
        new(Vector512.IsHardwareAccelerated ? new WideTile<TRule>() : new UnaryTile<TRule, float>(), new UnaryTile<TRule, double>());

    /// <summary>The kernel of a function of two.</summary>
    public static VectorKernel Binary<TRule>() where TRule : struct, IBinaryRule =>
        new(new BinaryTile<TRule, float>(), new BinaryTile<TRule, double>());
}

/// <summary>What an operator reads: a run of values, or one value for all rows.</summary>
/// <param name="values">The run, or null for a constant.</param>
/// <param name="constant">The value where <paramref name="values"/> is null.</param>
public readonly unsafe struct Operand<T>(T* values, T constant) where T : unmanaged
{
    /// <summary>The run, as long as the tile, or null.</summary>
    public readonly T* Values = values;

    /// <summary>The value for all rows where <see cref="Values"/> is null.</summary>
    public readonly T Constant = constant;
}

/// <summary>An operator over a tile. Tiles are whole vectors: counts are multiples of <see cref="Vector256{T}.Count"/>.</summary>
public abstract unsafe class TileKernel<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Writes the operator's value; the result may overwrite an operand.</summary>
    public abstract void Value(Operand<T>* arguments, T* result, int count);

    /// <summary>Writes adjoint times the partial derivative by one argument, given the arguments and the value there.</summary>
    public abstract void Pull(Operand<T>* arguments, T* value, T* adjoint, int index, T* result, int count);
}

/// <summary>A function of one over a vector.</summary>
public interface IUnaryRule
{
    /// <summary>f(x).</summary>
    static abstract Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>f'(x), given f(x).</summary>
    static abstract Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>A function of one that has a form over wide vectors of its own.</summary>
public interface IWideRule
{
    /// <summary>f(x), the same bits as over the vector's halves.</summary>
    static abstract Vector512<float> Wide(Vector512<float> x);
}

/// <summary>A function of two over vectors.</summary>
public interface IBinaryRule
{
    /// <summary>f(x, y).</summary>
    static abstract Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The derivative by the first, given f(x, y).</summary>
    static abstract Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The derivative by the second, given f(x, y).</summary>
    static abstract Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
