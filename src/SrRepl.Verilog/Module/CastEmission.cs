using System.Globalization;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>The cast in hardware: the dropped bits decide an increment, a comparison with the type's ends what overflow does.</summary>
internal static class CastEmission
{
    /// <summary>Writes the steps of a cast and gives the expression of its value, which the result's own width cuts.</summary>
    /// <param name="site">The operation it belongs to.</param>
    /// <param name="prefix">What the names of its steps begin with.</param>
    /// <param name="value">A signed expression.</param>
    /// <param name="width">Its bits.</param>
    /// <param name="fraction">How many of them are behind the point.</param>
    /// <param name="type">What it is cast to.</param>
    /// <param name="stage">The stage; the operation's first one unless given.</param>
    public static string Of(Site site, string prefix, string value, int width, int fraction, FixedType type, int? stage = null)
    {
        var (rounded, bits) = Round(site, prefix, value, width, fraction - type.Fraction, type.Rounding, stage);
        return type.Overflow == Overflow.Wrap ? rounded : Fit(site, prefix, rounded, bits, type, stage);
    }

    private static (string Value, int Width) Round(Site site, string prefix, string value, int width, int dropped, Rounding rounding, int? stage)
    {
        if (dropped <= 0)
            return (VerilogText.Shifted(value, -dropped), width - dropped);
        // One bit above the dropped ones at least, so that there is a rest.
        var wide = Math.Max(width, dropped + 1);
        var whole = site.Wire(prefix + "whole", wide, signed: true, value, stage);
        if (rounding == Rounding.Trn)
            return ($"$signed({Bits(whole, wide - 1, dropped)})", wide - dropped);
        var half = Bit(whole, dropped - 1);
        var rest = dropped > 1 ? $"(|{Bits(whole, dropped - 2, 0)})" : "1'b0";
        var negative = Bit(whole, wide - 1);
        var up = site.Wire(prefix + "up", 1, signed: false, rounding switch
        {
            Rounding.TrnZero => $"{negative} & ({half} | {rest})",
            Rounding.Rnd => half,
            Rounding.RndZero => $"{half} & ({rest} | {negative})",
            Rounding.RndMinInf => $"{half} & {rest}",
            Rounding.RndInf => $"{half} & ({rest} | ~{negative})",
            _ => $"{half} & ({rest} | {Bit(whole, dropped)})",
        }, stage);
        return ($"($signed({Bits(whole, wide - 1, dropped)}) + $signed({{1'b0, {up}}}))", wide - dropped + 1);
    }

    private static string Fit(Site site, string prefix, string value, int width, FixedType type, int? stage)
    {
        var wide = Math.Max(width, type.Width + 1) + 1;
        var rounded = site.Wire(prefix + "rounded", wide, signed: true, value, stage);
        var (low, high) = (type is { Overflow: Overflow.SatSym, Signed: true } ? -type.MaxRaw : type.MinRaw, type.MaxRaw);
        var (below, above) = type.Overflow == Overflow.SatZero ? (0, 0) : (low, high);
        return $"{rounded} > {VerilogText.Signed(high, wide)} ? {VerilogText.Signed(above, wide)} : {rounded} < {VerilogText.Signed(low, wide)} ? {VerilogText.Signed(below, wide)} : {rounded}";
    }

    private static string Bit(string name, int bit) => string.Create(CultureInfo.InvariantCulture, $"{name}[{bit}]");

    private static string Bits(string name, int high, int low) => string.Create(CultureInfo.InvariantCulture, $"{name}[{high}:{low}]");
}
