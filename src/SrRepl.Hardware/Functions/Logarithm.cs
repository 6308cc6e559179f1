using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// A logarithm: x is shifted until its top bit is used; the shift counts for its multiple of the logarithm of 2 from a small table, the
/// rest goes through a polynomial. At 0 and below it gives the type's lowest value.
/// </summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">The logarithm.</param>
internal sealed record Logarithm(string Name, Func<double, double> Of)
{
    /// <summary>ln.</summary>
    public static readonly Logarithm Natural = new("log", Math.Log);

    /// <summary>To base 2.</summary>
    public static readonly Logarithm Base2 = new("log2", Math.Log2);

    /// <summary>To base 10.</summary>
    public static readonly Logarithm Base10 = new("log10", Math.Log10);

    /// <summary>Builds it, or gives null where the precision is out of reach.</summary>
    public int? Build(FunctionRequest request)
    {
        var builder = request.Builder;
        if (Value(builder, Mantissa.WithoutSign(request), request.Precision) is not { } log)
            return null;
        var lowest = builder.Literal(new FixedValue(request.Type.MinRaw, request.Type));
        return Mantissa.WherePositive(request, request.Finish(log), lowest);
    }

    /// <summary>The logarithm of an unsigned operation above 0, not rounded yet: within 2^-precision.</summary>
    public int? Value(KernelBuilder builder, int x, int precision)
    {
        var top = builder.Type(x).Integer;
        x = builder.Scale(x, -top);
        var bits = builder.Type(x).Width;
        var (normal, amount) = builder.Normalise(x, unit: 1);
        // normal = (1 + u) / 2, its top bit taken for granted.
        var u = bits == 1 ? -1 : builder.Scale(builder.Bits(normal, -1, -bits), 1);
        if (u >= 0)
            u = builder.Truncate(u, precision + 2);
        var exponent = Exponents(builder, amount, top, precision + 2);
        if (u < 0)
            return exponent;
        return SegmentedPolynomial.Design(Name + "1p", v => Of(1 + v), builder.Type(u).Fraction, precision) is { } polynomial
            ? builder.Add(exponent, polynomial.Build(builder, u))
            : null;
    }

    // x = (1 + u) 2^(top - 1 - n) after a shift by n: entry n is (top - 1 - n) times the logarithm of 2.
    private int Exponents(KernelBuilder builder, List<(int Bit, int Shift)> amount, int top, int fraction)
    {
        if (amount.Count == 0)
            return builder.Real((top - 1) * Of(2), fraction);
        var shift = builder.Number(amount);
        var type = new FixedType(1, 1 - fraction, Rounding: Rounding.Rnd);
        ImmutableArray<BigInteger> entries = [.. Enumerable.Range(0, 1 << amount.Count).Select(n => FixedCast.Round((top - 1 - n) * Of(2), type))];
        var width = entries.Max(entry => (int)BigInteger.Abs(entry).GetBitLength()) + 1;
        return builder.Table(
            new(Name + "_exponent", Name, builder.Type(shift), new(width, width - fraction), BigInteger.Zero, BigInteger.One, FixedType.Bit, entries), shift);
    }
}
