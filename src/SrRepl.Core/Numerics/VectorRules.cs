using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Core;

/// <summary>
/// The rules behind the vector kernels of the operator table: value and exact slopes over a vector, one small type a row.
/// An operator whose row names no rule runs through its scalar value, row by row.
/// </summary>
internal static unsafe class VectorRules
{
    private static Vector256<T> OneWhere<T>(Vector256<T> mask) where T : unmanaged, IBinaryFloatingPointIeee754<T> => mask & Vector256<T>.One;

    // -1, 0 or 1; NaN stays NaN.
    private static Vector256<T> SignOf<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<T>.Zero) | ~Vector256.Equals(x, x), x, Vector256.CopySign(Vector256<T>.One, x));

    public readonly struct Negate : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -Vector256<T>.One;
    }

    public readonly struct Square : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x + x;
    }

    public readonly struct Cube : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * x * x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(3) * x * x;
    }

    public readonly struct Inverse : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -(value * value);
    }

    public readonly struct Abs : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Abs(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => SignOf(x);
    }

    public readonly struct Sqrt : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Sqrt(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(0.5) / value;
    }

    public readonly struct SqrtAbs : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Sqrt(Vector256.Abs(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(0.5) * SignOf(x) / value;
    }

    public readonly struct Exp : IUnaryRule, IWideRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Wide(Vector512<float> x) => VectorMath.Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Exp(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => value;
    }

    public readonly struct Log : IUnaryRule, IWideRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Wide(Vector512<float> x) => VectorMath.Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Log(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / x;
    }

    public readonly struct LogAbs : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Log(Vector256.Abs(x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / x;
    }

    public readonly struct Sin : IUnaryRule, IWideRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Wide(Vector512<float> x) => VectorMath.Sin(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Sin(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Cos(x);
    }

    public readonly struct Cos : IUnaryRule, IWideRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<float> Wide(Vector512<float> x) => VectorMath.Cos(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Cos(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -VectorMath.Sin(x);
    }

    public readonly struct Tan : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Tan);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One + value * value;
    }

    public readonly struct Tanh : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Tanh(x);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One - value * value;
    }

    public readonly struct Sinh : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Sinh);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Cosh);
    }

    public readonly struct Cosh : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Cosh);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Sinh);
    }

    public readonly struct Asin : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Asin);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / Vector256.Sqrt(Vector256<T>.One - x * x);
    }

    public readonly struct Acos : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Acos);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -Vector256<T>.One / Vector256.Sqrt(Vector256<T>.One - x * x);
    }

    public readonly struct Atan : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Atan);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / (Vector256<T>.One + x * x);
    }

    public readonly struct Cbrt : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, &Math.Cbrt);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(1.0 / 3) / (value * value);
    }

    public readonly struct Gauss : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Exp(-(x * x));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.All<T>(-2) * x * value;
    }

    public readonly struct Relu : IUnaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<T>.Zero), x, Vector256<T>.Zero);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Slope<T>(Vector256<T> x, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThan(x, Vector256<T>.Zero));
    }

    public readonly struct Add : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x + y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One;
    }

    public readonly struct Subtract : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x - y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -Vector256<T>.One;
    }

    public readonly struct Multiply : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x * y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x;
    }

    public readonly struct Divide : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => x / y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One / y;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => -value / y;
    }

    public readonly struct Power : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.Pow(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => y * VectorMath.Pow(x, y - Vector256<T>.One);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => value * VectorMath.Log(x);
    }

    public readonly struct Min : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Min(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.LessThanOrEqual(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThan(x, y));
    }

    public readonly struct Max : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.Max(x, y);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThanOrEqual(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.LessThan(x, y));
    }

    public readonly struct Greater : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThan(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;
    }

    public readonly struct GreaterEqual : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThanOrEqual(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;
    }

    public readonly struct Less : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.LessThan(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;
    }

    public readonly struct LessEqual : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.LessThanOrEqual(x, y));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;
    }

    public readonly struct Cond : IBinaryRule
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256<T>.Zero), y, Vector256<T>.Zero);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.Zero;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => OneWhere(Vector256.GreaterThan(x, Vector256<T>.Zero));
    }

    public readonly struct Mod : IBinaryRule
    {
        public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> y) where T : unmanaged, IBinaryFloatingPointIeee754<T> => VectorMath.EachLane(x, y, &Operators.FloorMod);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> ByFirst<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256<T>.One;

        // Minus the whole number of times that the divisor goes into x.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> BySecond<T>(Vector256<T> x, Vector256<T> y, Vector256<T> value) where T : unmanaged, IBinaryFloatingPointIeee754<T> => (value - x) / y;
    }
}
