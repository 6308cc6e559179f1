using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SrRepl.Hardware;

/// <summary>
/// Loops over a block of raw integers, four lanes at a time. Every value stays below 2^62 in size (see
/// <see cref="WordWidths"/>), so no step overflows; results are the same with and without vector hardware. The loops are
/// compiled fully at their first call: there are too few calls of each for the runtime to learn from.
/// </summary>
internal static class Lanes
{
    /// <summary>The size that every value stays below.</summary>
    public const long Limit = 1L << 62;

    /// <summary>One step of a loop with one operand.</summary>
    public interface IUnary
    {
        /// <summary>The result of four lanes.</summary>
        Vector256<long> Of(Vector256<long> x);
    }

    /// <summary>One step of a loop with two operands.</summary>
    public interface IBinary
    {
        /// <summary>The result of four lanes.</summary>
        Vector256<long> Of(Vector256<long> x, Vector256<long> y);
    }

    /// <summary>Applies a step to a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T>(T step, long[] x, long[] result)
        where T : struct, IUnary
    {
        var from = MemoryMarshal.Cast<long, Vector256<long>>(x.AsSpan());
        var to = MemoryMarshal.Cast<long, Vector256<long>>(result.AsSpan(0, x.Length));
        for (var i = 0; i < from.Length; i++)
            to[i] = step.Of(from[i]);
    }

    /// <summary>Applies a step to two blocks.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<T>(T step, long[] x, long[] y, long[] result)
        where T : struct, IBinary
    {
        var first = MemoryMarshal.Cast<long, Vector256<long>>(x.AsSpan());
        var second = MemoryMarshal.Cast<long, Vector256<long>>(y.AsSpan(0, x.Length));
        var to = MemoryMarshal.Cast<long, Vector256<long>>(result.AsSpan(0, x.Length));
        for (var i = 0; i < first.Length; i++)
            to[i] = step.Of(first[i], second[i]);
    }

    /// <summary>Replaces indices by the entries they stand for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Look(long[] entries, long[] indices)
    {
        for (var i = 0; i < indices.Length; i++)
            indices[i] = entries[indices[i]];
    }

    /// <summary>Shifts right and keeps the sign: AVX2 has no such instruction for 64 bits, so the values are moved above zero first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftRight(Vector256<long> x, int shift) => Avx512F.VL.IsSupported
        ? Avx512F.VL.ShiftRightArithmetic(x, Vector128.CreateScalar((long)shift))
        : Vector256.ShiftRightLogical(x + Vector256.Create(Limit), shift) - Vector256.Create(Limit >> shift);

    /// <summary>The low bits of x as a signed or unsigned number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Wrap(Vector256<long> x, Vector256<long> bias, Vector256<long> mask) => ((x + bias) & mask) - bias;

    /// <summary>The product of factors that both fit 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> MultiplyShort(Vector256<long> x, Vector256<long> y) =>
        Avx2.IsSupported ? Avx2.Multiply(x.AsInt32(), y.AsInt32()) : x * y;

    /// <summary>x + y, each shifted left to a common point.</summary>
    public readonly struct Sum(int left, int right) : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => (x << left) + (y << right);
    }

    /// <summary>x - y, each shifted left to a common point.</summary>
    public readonly struct Difference(int left, int right) : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => (x << left) - (y << right);
    }

    /// <summary>x * y for factors of any width whose product fits.</summary>
    public readonly struct Product : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => x * y;
    }

    /// <summary>x * y for factors of at most 32 bits.</summary>
    public readonly struct ShortProduct : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => MultiplyShort(x, y);
    }

    /// <summary>-x.</summary>
    public readonly struct Negative : IUnary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x) => -x;
    }

    /// <summary>|x|.</summary>
    public readonly struct Magnitude : IUnary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x) => Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<long>.Zero), -x, x);
    }

    /// <summary>The smaller.</summary>
    public readonly struct Least : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => Vector256.Min(x, y);
    }

    /// <summary>The larger.</summary>
    public readonly struct Greatest : IBinary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) => Vector256.Max(x, y);
    }

    /// <summary>1 where x exceeds y (or, inverted, where it does not), each shifted left to a common point.</summary>
    public readonly struct Exceeds(int left, int right, bool inverted) : IBinary
    {
        private readonly long _flip = inverted ? 1 : 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) =>
            (Vector256.GreaterThan(x << left, y << right) & Vector256<long>.One) ^ Vector256.Create(_flip);
    }

    /// <summary>1 where the two are equal (or, inverted, where they differ), each shifted left to a common point.</summary>
    public readonly struct Coincides(int left, int right, bool inverted) : IBinary
    {
        private readonly long _flip = inverted ? 1 : 0;

        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x, Vector256<long> y) =>
            (Vector256.Equals(x << left, y << right) & Vector256<long>.One) ^ Vector256.Create(_flip);
    }

    /// <summary>The index of a table's argument, limited to the table.</summary>
    public readonly struct TableIndex(long from, long scale, int shift, long last, bool shortFactors) : IUnary
    {
        /// <inheritdoc/>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<long> Of(Vector256<long> x)
        {
            var offset = x - Vector256.Create(from);
            var scaled = shortFactors ? MultiplyShort(offset, Vector256.Create(scale)) : offset * Vector256.Create(scale);
            return Vector256.Min(Vector256.Max(ShiftRight(scaled, shift), Vector256<long>.Zero), Vector256.Create(last));
        }
    }
}
