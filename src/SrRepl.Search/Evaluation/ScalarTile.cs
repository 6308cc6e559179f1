using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Makes the kernels of operators that have none of their own.</summary>
public static class ScalarTile
{
    /// <summary>The kernel that calls the operator's scalar value row by row.</summary>
    public static VectorKernel Of(Operator op) => new(new ScalarTile<float>(op), new ScalarTile<double>(op));
}

/// <summary>
/// An operator run row by row through its scalar value: rare built-in ones, and tables. Derivatives are central
/// differences in double over a step of about the cube root of the precision, which suits smooth functions and gives a
/// table the slope between its neighbouring entries.
/// </summary>
internal sealed unsafe class ScalarTile<T>(Operator op) : TileKernel<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double RelativeStep = 6e-6;

    public override void Value(Operand<T>* arguments, T* result, int count)
    {
        Span<double> point = stackalloc double[op.Arity];
        for (var row = 0; row < count; row++)
        {
            Load(arguments, row, point);
            result[row] = T.CreateTruncating(op.Evaluate(point));
        }
    }

    public override void Pull(Operand<T>* arguments, T* value, T* adjoint, int index, T* result, int count)
    {
        Span<double> point = stackalloc double[op.Arity];
        for (var row = 0; row < count; row++)
        {
            Load(arguments, row, point);
            var centre = point[index];
            var step = RelativeStep * Math.Max(1, Math.Abs(centre));
            point[index] = centre + step;
            var above = op.Evaluate(point);
            point[index] = centre - step;
            var below = op.Evaluate(point);
            result[row] = adjoint[row] * T.CreateTruncating((above - below) / (2 * step));
        }
    }

    private static void Load(Operand<T>* arguments, int row, Span<double> point)
    {
        for (var i = 0; i < point.Length; i++)
            point[i] = double.CreateTruncating(arguments[i].Values is null ? arguments[i].Constant : arguments[i].Values[row]);
    }
}
