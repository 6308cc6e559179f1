using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Hardware;

/// <summary>The commonest cast on four lanes: bits cut off, and what is left wrapped around.</summary>
internal readonly struct LaneTruncation(int right, FixedType type) : Lanes.IUnary
{
    private readonly long _bias = type.Signed ? 1L << (type.Width - 1) : 0;
    private readonly long _mask = (1L << type.Width) - 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> Of(Vector256<long> x) => Lanes.Wrap(Lanes.ShiftRight(x, right), Vector256.Create(_bias), Vector256.Create(_mask));
}

/// <summary>
/// A cast on four lanes. Each rounding is an addition before the shift: of half a step, of nearly a whole one, or of an
/// amount that hangs on the sign or the last kept bit. A cast that cannot overflow skips the second half.
/// </summary>
internal readonly struct LaneCast : Lanes.IUnary
{
    private readonly Rounding _rounding;
    private readonly int _right;
    private readonly int _left;
    private readonly long _half;
    private readonly Fitting _fitting;
    private readonly long _low;
    private readonly long _high;
    private readonly long _bias;
    private readonly long _mask;

    /// <summary>A cast from one number of fraction bits to a type.</summary>
    /// <param name="fraction">Fraction bits of the operand.</param>
    /// <param name="type">The target.</param>
    /// <param name="fits">Whether no operand can overflow.</param>
    public LaneCast(int fraction, FixedType type, bool fits)
    {
        var shift = fraction - type.Fraction;
        _right = Math.Max(0, shift);
        _left = Math.Max(0, -shift);
        _rounding = shift > 0 ? type.Rounding : Rounding.Trn;
        _half = shift > 0 ? 1L << (shift - 1) : 0;
        _high = (long)type.MaxRaw;
        _low = type.Overflow == Overflow.SatSym && type.Signed ? -_high : (long)type.MinRaw;
        _bias = type.Signed ? 1L << (type.Width - 1) : 0;
        _mask = (1L << type.Width) - 1;
        _fitting = fits ? Fitting.None : type.Overflow switch
        {
            Overflow.Wrap => Fitting.Wrap,
            Overflow.SatZero => Fitting.Zero,
            _ => Fitting.Clamp,
        };
    }

    private enum Fitting
    {
        None,
        Wrap,
        Clamp,
        Zero,
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<long> Of(Vector256<long> x) => Fit(_right > 0 ? Lanes.ShiftRight(x + Carry(x), _right) : x << _left);

    private Vector256<long> Carry(Vector256<long> x)
    {
        var half = Vector256.Create(_half);
        var negative = Vector256.LessThan(x, Vector256<long>.Zero);
        return _rounding switch
        {
            Rounding.Trn => Vector256<long>.Zero,
            Rounding.TrnZero => negative & (half + half - Vector256<long>.One),
            Rounding.Rnd => half,
            Rounding.RndZero => half - Vector256<long>.One - negative,
            Rounding.RndMinInf => half - Vector256<long>.One,
            Rounding.RndInf => half + negative,
            _ => half - Vector256<long>.One + (Lanes.ShiftRight(x, _right) & Vector256<long>.One),
        };
    }

    private Vector256<long> Fit(Vector256<long> x)
    {
        switch (_fitting)
        {
            case Fitting.None:
                return x;
            case Fitting.Wrap:
                return Lanes.Wrap(x, Vector256.Create(_bias), Vector256.Create(_mask));
            case Fitting.Clamp:
                return Vector256.Min(Vector256.Max(x, Vector256.Create(_low)), Vector256.Create(_high));
            default:
                var outside = Vector256.GreaterThan(Vector256.Create(_low), x) | Vector256.GreaterThan(x, Vector256.Create(_high));
                return Vector256.AndNot(x, outside);
        }
    }
}
