using System.Globalization;

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
public readonly record struct FixedType(
    int Width, int Integer, bool Signed = true, Rounding Rounding = Rounding.Trn, Overflow Overflow = Overflow.Wrap)
{
    private static readonly string[] RoundingNames =
        ["AP_TRN", "AP_TRN_ZERO", "AP_RND", "AP_RND_ZERO", "AP_RND_MIN_INF", "AP_RND_INF", "AP_RND_CONV"];

    private static readonly string[] OverflowNames = ["AP_WRAP", "AP_SAT", "AP_SAT_ZERO", "AP_SAT_SYM"];

    /// <summary>F, the bits behind the binary point.</summary>
    public int Fraction => Width - Integer;

    /// <summary>The type as C++ and this language write it; Q and O only where they are not the defaults.</summary>
    public override string ToString()
    {
        var name = Signed ? "ap_fixed" : "ap_ufixed";
        return Rounding == Rounding.Trn && Overflow == Overflow.Wrap
            ? string.Create(CultureInfo.InvariantCulture, $"{name}<{Width},{Integer}>")
            : string.Create(CultureInfo.InvariantCulture,
                $"{name}<{Width},{Integer},{RoundingNames[(int)Rounding]},{OverflowNames[(int)Overflow]}>");
    }
}
