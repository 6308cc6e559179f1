using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// ln(x): x is shifted until its top bit is used; the shift counts for its multiple of ln 2 from a small table, the rest
/// goes through a polynomial. At 0 and below it gives the type's lowest value.
/// </summary>
internal static class Logarithm
{
    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public static int? Build(FunctionRequest request)
    {
        var (builder, precision) = (request.Builder, request.Precision);
        var (x, top) = Mantissa.Unsigned(request, even: false);
        var bits = builder.Type(x).Width;
        var (normal, amount) = builder.Normalise(x, unit: 1);
        // normal = (1 + u) / 2, its top bit taken for granted.
        var u = bits == 1 ? -1 : builder.Scale(builder.Bits(normal, -1, -bits), 1);
        if (u >= 0)
            u = builder.Truncate(u, precision + 2);
        int? value = null;
        if (u >= 0)
        {
            if (SegmentedPolynomial.Design("log1p", v => Math.Log(1 + v), builder.Type(u).Fraction, precision) is not { } polynomial)
                return null;
            value = polynomial.Build(builder, u);
        }
        var exponent = Exponents(builder, amount, top, precision + 2);
        var log = value is { } mantissa ? builder.Add(exponent, mantissa) : exponent;
        var lowest = builder.Literal(new FixedValue(request.Type.MinRaw, request.Type));
        return Mantissa.WherePositive(request, request.Finish(log), lowest);
    }

    // x = (1 + u) 2^(top - 1 - n) after a shift by n: entry n is (top - 1 - n) ln 2.
    private static int Exponents(KernelBuilder builder, List<(int Bit, int Shift)> amount, int top, int fraction)
    {
        if (amount.Count == 0)
            return builder.Real((top - 1) * Math.Log(2), fraction);
        var stages = amount.Count;
        var shift = amount[^1].Bit;
        foreach (var (bit, power) in amount.Reverse<(int Bit, int Shift)>().Skip(1))
            shift = builder.Cast(builder.Add(shift, builder.Scale(bit, BitOperations.Log2((uint)power))), new(stages, stages, Signed: false));
        var type = new FixedType(1, 1 - fraction, Rounding: Rounding.Rnd);
        ImmutableArray<BigInteger> entries = [.. Enumerable.Range(0, 1 << stages).Select(n => FixedCast.Round((top - 1 - n) * Math.Log(2), type))];
        var width = entries.Max(entry => (int)BigInteger.Abs(entry).GetBitLength()) + 1;
        return builder.Table(
            new("log_exponent", "log", new(stages, stages, Signed: false), new(width, width - fraction), BigInteger.Zero, BigInteger.One, FixedType.Bit, entries), shift);
    }
}
