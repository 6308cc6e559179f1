using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A column of doubles cast into a type, a block at a time.</summary>
internal sealed class InputCast(Column column, FixedType type)
{
    // Below 2^51 a double plus this has its whole part in its last bits.
    private const double Magic = 6755399441055744.0;
    private const double Far = 2251799813685248.0;

    private readonly double _scale = Math.ScaleB(1, type.Fraction);
    private readonly bool _scalable = Math.Abs(type.Fraction) < 1000;

    /// <summary>Casts the rows from <paramref name="start"/> on.</summary>
    /// <exception cref="DiagnosticException">A value is not finite.</exception>
    public void Read(int start, int count, double[] buffer, long[] result)
    {
        column.CopyTo(start, buffer.AsSpan(0, count));
        buffer.AsSpan(count).Clear();
        if (!_scalable || !Vectorised(buffer, result))
            OneByOne(start, count, buffer, result);
    }

    private bool Vectorised(double[] buffer, long[] result) => type is { Rounding: Rounding.Trn, Overflow: Overflow.Wrap }
        ? Scaled<Floor, LaneTruncation>(buffer, result, new(), new(0, type))
        : Scaled<Nearest, LaneCast>(buffer, result, new(type.Rounding), new(type.Fraction, type, fits: false));

    // Scaling by a power of two is exact, and so are floor and the dropped part. False when some value is too large for
    // this, or no number.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Scaled<TRound, TFit>(double[] buffer, long[] result, TRound round, TFit fit)
        where TRound : struct, IRounding
        where TFit : struct, Lanes.IUnary
    {
        var from = MemoryMarshal.Cast<double, Vector256<double>>(buffer.AsSpan());
        var to = MemoryMarshal.Cast<long, Vector256<long>>(result.AsSpan(0, buffer.Length));
        var scale = Vector256.Create(_scale);
        var magic = Vector256.Create(Magic);
        var near = Vector256<double>.AllBitsSet;
        for (var i = 0; i < from.Length; i++)
        {
            var scaled = from[i] * scale;
            near &= Vector256.LessThan(Vector256.Abs(scaled), Vector256.Create(Far));
            to[i] = fit.Of((round.Of(scaled) + magic).AsInt64() - magic.AsInt64());
        }
        return Vector256.EqualsAll(near.AsInt64(), Vector256<long>.AllBitsSet);
    }

    private void OneByOne(int start, int count, double[] buffer, long[] result)
    {
        for (var i = 0; i < count; i++)
            result[i] = double.IsFinite(buffer[i])
                ? (long)FixedCast.Cast(buffer[i], type)
                : throw new DiagnosticException(Errors.NotANumberInData(column.Name, start + i + 1, InfixPrinter.Number(buffer[i])));
    }

    private interface IRounding
    {
        Vector256<double> Of(Vector256<double> x);
    }

    private readonly struct Floor : IRounding
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<double> Of(Vector256<double> x) => Vector256.Floor(x);
    }

    private readonly struct Nearest(Rounding rounding) : IRounding
    {
        public Vector256<double> Of(Vector256<double> x)
        {
            var floor = Vector256.Floor(x);
            var one = Vector256<double>.One;
            var half = Vector256.Create(0.5);
            var dropped = x - floor;
            var above = Vector256.GreaterThan(dropped, half);
            var tie = Vector256.Equals(dropped, half);
            var negative = Vector256.LessThan(x, Vector256<double>.Zero);
            var halfFloor = floor * half;
            var odd = ~Vector256.Equals(Vector256.Floor(halfFloor), halfFloor);
            var up = rounding switch
            {
                Rounding.Trn => Vector256<double>.Zero,
                Rounding.TrnZero => negative & Vector256.GreaterThan(dropped, Vector256<double>.Zero),
                Rounding.Rnd => above | tie,
                Rounding.RndZero => above | (tie & negative),
                Rounding.RndMinInf => above,
                Rounding.RndInf => above | Vector256.AndNot(tie, negative),
                _ => above | (tie & odd),
            };
            return floor + (up & one);
        }
    }
}
