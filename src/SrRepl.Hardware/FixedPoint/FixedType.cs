using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// ap_fixed or ap_ufixed: W bits, I of them before the binary point (the sign included), F = W - I behind it. A value
/// is a W-bit integer times 2^-F. I may exceed W or be negative, as in the vendor's headers.
/// </summary>
/// <param name="Width">W, at least 1.</param>
/// <param name="Integer">I.</param>
/// <param name="Signed">ap_fixed when true, ap_ufixed when false.</param>
/// <param name="Rounding">Q.</param>
/// <param name="Overflow">O.</param>
public readonly partial record struct FixedType(
    int Width, int Integer, bool Signed = true, Rounding Rounding = Rounding.Trn, Overflow Overflow = Overflow.Wrap) : INumberFormat
{
    /// <summary>The widest type, and the widest intermediate result: the vendor's headers stop at the same 1024 bits (AP_INT_MAX_W).</summary>
    public const int WidestWidth = 1024;

    /// <summary>One unsigned bit: what a comparison gives.</summary>
    public static readonly FixedType Bit = new(1, 1, Signed: false);

    IChip INumberFormat.On(ChipChoice choice) => FixedChip.Of(this, choice);

    /// <summary>F, the bits behind the binary point.</summary>
    public int Fraction => Width - Integer;

    /// <summary>The smallest raw integer the W bits can hold.</summary>
    public BigInteger MinRaw => Signed ? -(BigInteger.One << (Width - 1)) : BigInteger.Zero;

    /// <summary>The largest raw integer the W bits can hold.</summary>
    public BigInteger MaxRaw => (BigInteger.One << (Signed ? Width - 1 : Width)) - 1;

    /// <summary>The value of the last bit, 2^-F.</summary>
    public double Step => Math.ScaleB(1, -Fraction);

    /// <summary>Every value of the type, the ends moved outward where a double cannot hold them.</summary>
    public Interval Range => new FixedValue(MinRaw, this).Bounds.Union(new FixedValue(MaxRaw, this).Bounds);

    /// <summary>The same bits with the default modes: what the exact operations give.</summary>
    public FixedType Plain => new(Width, Integer, Signed);

    /// <summary>Whether every value of <paramref name="other"/> is a value of this type.</summary>
    public bool Holds(FixedType other) =>
        Fraction >= other.Fraction
        && (Signed == other.Signed ? Integer >= other.Integer : Signed && Integer > other.Integer);

    /// <summary>The smallest type that holds every value of both: what the two arms of a choice are brought to.</summary>
    public static FixedType Join(FixedType a, FixedType b)
    {
        var signed = a.Signed || b.Signed;
        var integer = Math.Max(a.Integer + Extra(a, signed), b.Integer + Extra(b, signed));
        return new(integer + Math.Max(a.Fraction, b.Fraction), integer, signed);
    }

    /// <summary>The type of <c>a + b</c>.</summary>
    public static FixedType Sum(FixedType a, FixedType b)
    {
        var joined = Join(a, b);
        return joined with { Width = joined.Width + 1, Integer = joined.Integer + 1 };
    }

    /// <summary>The type of <c>a - b</c>: always signed.</summary>
    public static FixedType Difference(FixedType a, FixedType b) => Sum(a, b) with { Signed = true };

    /// <summary>The type of <c>a * b</c>.</summary>
    public static FixedType Product(FixedType a, FixedType b) =>
        new(a.Width + b.Width, a.Integer + b.Integer, a.Signed || b.Signed);

    /// <summary>The type of <c>a / b</c>: as many fraction bits as <paramref name="a"/>, the quotient truncated toward zero.</summary>
    public static FixedType Quotient(FixedType a, FixedType b)
    {
        var sign = b.Signed ? 1 : 0;
        return new(sign + a.Width + Math.Max(b.Fraction, 0), sign + a.Integer + b.Fraction, a.Signed || b.Signed);
    }

    /// <summary>The type of <c>-a</c>: one bit wider, signed.</summary>
    public static FixedType Negative(FixedType a) => new(a.Width + 1, a.Integer + 1);

    /// <summary>Reads a type as C++ and this language write it; see <see cref="FixedTypeText"/>.</summary>
    /// <exception cref="DiagnosticException">The text is no such type, or one that is refused.</exception>
    public static FixedType Parse(string text) => FixedTypeText.Parse(text);

    /// <summary>The type as C++ and this language write it; Q and O only where they are not the defaults.</summary>
    public override string ToString() => FixedTypeText.Print(this);

    private static int Extra(FixedType type, bool signed) => signed && !type.Signed ? 1 : 0;
}
