using System.Numerics;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <summary>The loops of a function of one. Specialised by the compiler for each rule and precision.</summary>
internal unsafe class UnaryTile<TRule, T> : TileKernel<T>
    where TRule : struct, IUnaryRule
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Value(Operand<T>* arguments, T* result, int count)
    {
        var x = arguments[0];
        if (x.Values is null)
        {
            Tile.Fill(TRule.Value(Vector256.Create(x.Constant)), result, count);
            return;
        }
        for (var i = 0; i < count; i += Vector256<T>.Count)
            TRule.Value(Vector256.Load(x.Values + i)).Store(result + i);
    }

    public override void Pull(Operand<T>* arguments, T* value, T* adjoint, int index, T* result, int count)
    {
        var x = arguments[0];
        for (var i = 0; i < count; i += Vector256<T>.Count)
        {
            var slope = TRule.Slope(Tile.At(x, i), Vector256.Load(value + i));
            (Vector256.Load(adjoint + i) * slope).Store(result + i);
        }
    }
}

/// <summary>The loops of a function of one over wide vectors, and over a narrow one where half is left.</summary>
internal sealed unsafe class WideTile<TRule> : UnaryTile<TRule, float>
    where TRule : struct, IUnaryRule, IWideRule
{
    public override void Value(Operand<float>* arguments, float* result, int count)
    {
        var x = arguments[0].Values;
        if (x is null)
        {
            base.Value(arguments, result, count);
            return;
        }
        var i = 0;
        for (; i <= count - Vector512<float>.Count; i += Vector512<float>.Count)
            TRule.Wide(Vector512.Load(x + i)).Store(result + i);
        if (i < count)
            TRule.Value(Vector256.Load(x + i)).Store(result + i);
    }
}

/// <summary>The loops of a function of two, one for each way its operands can be runs or constants.</summary>
internal sealed unsafe class BinaryTile<TRule, T> : TileKernel<T>
    where TRule : struct, IBinaryRule
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public override void Value(Operand<T>* arguments, T* result, int count)
    {
        var (x, y) = (arguments[0], arguments[1]);
        if (x.Values is not null && y.Values is not null)
        {
            for (var i = 0; i < count; i += Vector256<T>.Count)
                TRule.Value(Vector256.Load(x.Values + i), Vector256.Load(y.Values + i)).Store(result + i);
        }
        else if (x.Values is not null)
        {
            var constant = Vector256.Create(y.Constant);
            for (var i = 0; i < count; i += Vector256<T>.Count)
                TRule.Value(Vector256.Load(x.Values + i), constant).Store(result + i);
        }
        else if (y.Values is not null)
        {
            var constant = Vector256.Create(x.Constant);
            for (var i = 0; i < count; i += Vector256<T>.Count)
                TRule.Value(constant, Vector256.Load(y.Values + i)).Store(result + i);
        }
        else
        {
            Tile.Fill(TRule.Value(Vector256.Create(x.Constant), Vector256.Create(y.Constant)), result, count);
        }
    }

    public override void Pull(Operand<T>* arguments, T* value, T* adjoint, int index, T* result, int count)
    {
        var (x, y) = (arguments[0], arguments[1]);
        if (index == 0)
        {
            for (var i = 0; i < count; i += Vector256<T>.Count)
                (Vector256.Load(adjoint + i) * TRule.ByFirst(Tile.At(x, i), Tile.At(y, i), Vector256.Load(value + i))).Store(result + i);
        }
        else
        {
            for (var i = 0; i < count; i += Vector256<T>.Count)
                (Vector256.Load(adjoint + i) * TRule.BySecond(Tile.At(x, i), Tile.At(y, i), Vector256.Load(value + i))).Store(result + i);
        }
    }
}

/// <summary>Reading and filling tiles.</summary>
internal static unsafe class Tile
{
    public static Vector256<T> At<T>(Operand<T> operand, int row) where T : unmanaged =>
        operand.Values is null ? Vector256.Create(operand.Constant) : Vector256.Load(operand.Values + row);

    public static void Fill<T>(Vector256<T> value, T* result, int count) where T : unmanaged
    {
        for (var i = 0; i < count; i += Vector256<T>.Count)
            value.Store(result + i);
    }
}
