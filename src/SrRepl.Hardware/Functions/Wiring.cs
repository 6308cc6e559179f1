using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// What costs no gates: moving the point, taking some bits, constants; and the shifts by a variable amount that are made
/// of them. Functions are built of these and of plain arithmetic, so that every reader of a Kernel can read them.
/// </summary>
internal static class Wiring
{
    /// <summary>The proven range of an operation.</summary>
    public static Interval Range(this KernelBuilder builder, int operation) => builder.Operations[operation].Range;

    /// <summary>2^power as a constant of one bit.</summary>
    public static int PowerOfTwo(this KernelBuilder builder, int power) =>
        builder.Literal(new FixedValue(BigInteger.One, new(1, power + 1, Signed: false)));

    /// <summary>A whole number as the smallest constant.</summary>
    public static int Whole(this KernelBuilder builder, int value)
    {
        var bits = Math.Max(1, (int)BigInteger.Abs(value).GetBitLength()) + (value < 0 ? 1 : 0);
        return builder.Literal(new FixedValue(value, new(bits, bits, value < 0)));
    }

    /// <summary>A real number with so many fraction bits, rounded to nearest.</summary>
    public static int Real(this KernelBuilder builder, double value, int fraction)
    {
        var raw = FixedCast.Round(value, new FixedType(1, 1 - fraction, Rounding: Rounding.Rnd));
        var bits = Math.Max(1, (int)BigInteger.Abs(raw).GetBitLength()) + (value < 0 ? 1 : 0);
        return builder.Literal(new FixedValue(raw, new(bits, bits - fraction, value < 0)));
    }

    /// <summary>An irrational number with so many fraction bits, rounded to nearest.</summary>
    public static int Real(this KernelBuilder builder, Irrational value, int fraction)
    {
        var raw = value.Rounded(fraction);
        var bits = Math.Max(1, (int)raw.GetBitLength());
        return builder.Literal(new FixedValue(raw, new(bits, bits - fraction, Signed: false)));
    }

    /// <summary>x * 2^power: the same bits, the point moved.</summary>
    public static int Scale(this KernelBuilder builder, int x, int power)
    {
        if (power == 0)
            return x;
        var type = builder.Type(x);
        return builder.Cast(builder.Multiply(x, builder.PowerOfTwo(power)), new(type.Width, type.Integer + power, type.Signed));
    }

    /// <summary>The bits of x between two powers of two, as an unsigned number: those below 2^high and at least 2^low.</summary>
    public static int Bits(this KernelBuilder builder, int x, int high, int low) =>
        builder.Pick(x, new(high - low, high, Signed: false));

    /// <summary>x with no more than so many fraction bits, the rest cut off.</summary>
    public static int Truncate(this KernelBuilder builder, int x, int fraction)
    {
        var type = builder.Type(x);
        return type.Fraction <= fraction ? x
            : type.Integer + fraction < 1 ? builder.Cast(x, new(1, 1 - fraction, type.Signed))
            : builder.Cast(x, new(type.Integer + fraction, type.Integer, type.Signed));
    }

    /// <summary>The bits that hold an operation's proven range, with the fraction bits it has: a cast that loses nothing.</summary>
    public static int Narrow(this KernelBuilder builder, int x)
    {
        var (type, range) = (builder.Type(x), builder.Range(x));
        if (!range.IsFinite)
            return x;
        var signed = range.Low < 0;
        var integer = RangeBits.Integer(range, signed, type.Fraction);
        return integer + type.Fraction < type.Width && integer <= type.Integer
            ? builder.Cast(x, new(Math.Max(1, integer + type.Fraction), Math.Max(1, integer + type.Fraction) - type.Fraction, signed))
            : x;
    }

    /// <summary>
    /// value * 2^-n for a whole n: one choice a bit of n, each stage's dropped bits cut off. The result has the value's type.
    /// </summary>
    /// <param name="builder">Where to build.</param>
    /// <param name="value">What is shifted.</param>
    /// <param name="amount">For each bit of n: the operation that is not zero where it is set, and the shift it stands for.</param>
    public static int ShiftRight(this KernelBuilder builder, int value, IEnumerable<(int Bit, int Shift)> amount)
    {
        var type = builder.Type(value);
        foreach (var (bit, shift) in amount)
            value = builder.Select(bit, builder.Cast(builder.Scale(value, -shift), type), value);
        return value;
    }

    /// <summary>
    /// Shifts x, an unsigned number below 1 that is not 0, left until its top bits are used: by whole multiples of
    /// <paramref name="unit"/>, until it is at least 2^-unit. Zero stays zero.
    /// </summary>
    /// <param name="builder">Where to build.</param>
    /// <param name="x">The number.</param>
    /// <param name="unit">What shifts are multiples of.</param>
    /// <param name="most">The largest shift that can be needed.</param>
    /// <returns>The shifted number, in the same type, and for each stage the bit that says it shifted, and by how much.</returns>
    public static (int Value, List<(int Bit, int Shift)> Amount) Normalise(this KernelBuilder builder, int x, int unit, int most = int.MaxValue)
    {
        var type = builder.Type(x);
        var amount = new List<(int Bit, int Shift)>();
        var largest = unit;
        while (largest * 2 < type.Width && largest * 2 <= most)
            largest *= 2;
        for (var shift = largest; shift >= unit; shift /= 2)
        {
            if (shift >= type.Width)
                continue;
            var small = builder.Compare("less", x, builder.PowerOfTwo(-shift));
            x = builder.Select(small, builder.Pick(builder.Scale(x, shift), type), x);
            amount.Add((small, shift));
        }
        return (x, amount);
    }

    /// <summary>How far a number was shifted, as an unsigned whole number of one bit a stage.</summary>
    public static int Number(this KernelBuilder builder, List<(int Bit, int Shift)> amount)
    {
        var stages = amount.Count;
        var number = amount[^1].Bit;
        foreach (var (bit, shift) in amount.Reverse<(int Bit, int Shift)>().Skip(1))
            number = builder.Cast(builder.Add(number, builder.Scale(bit, BitOperations.Log2((uint)shift))), new(stages, stages, Signed: false));
        return stages == 1 ? number : builder.Cast(number, new(stages, stages, Signed: false));
    }
}
