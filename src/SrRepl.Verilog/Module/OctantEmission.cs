using System.Globalization;
using System.Numerics;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>hls4ml's built-in sine and cosine in hardware: the walk of <see cref="OctantTable.Value"/>, its two memories read at the clock's edge.</summary>
internal static class OctantEmission
{
    private const int IndexBits = 9;

    /// <summary>Writes a sine or cosine.</summary>
    public static void Of(Site site)
    {
        var type = site.Operation.Type;
        var table = OctantTable.Of(type);
        var sine = site.Operation.Function == "sin";
        var turns = table.Turns;
        var width = VerilogText.SignedWidth(site.OperandType(0)) + turns.Type.Width + 1;
        var product = site.Wire("product", width, signed: true, $"{site.Signed(0)} * {VerilogText.Signed(turns.Raw, turns.Type.Width + 1)}");
        var turned = site.Wire("turns", type.Width, type.Signed, CastEmission.Of(site, "turns_", product, width, site.OperandType(0).Fraction + turns.Type.Fraction, type));
        var turn = site.Wire("turn", Math.Max(1, type.Fraction), signed: false, type.Fraction == 0 ? "1'b0" : turned);
        var rest = type.Fraction - 3;
        var octant = site.Wire("octant", 3, signed: false, rest < 0 ? $"{turn} << {Text(-rest)}" : $"{turn}[{Text(type.Fraction - 1)}:{Text(rest)}]");
        var within = site.Wire("within", Math.Max(1, rest), signed: false, rest > 0 ? $"{turn}[{Text(rest - 1)}:0]" : "1'b0");
        var step = Step(site, within, Math.Max(1, rest));
        var index = site.Wire("index", IndexBits, signed: false, $"{octant}[0] ? {IndexBits}'d0 - {step} : {step}");
        var atHalf = site.Wire("at_half", 1, signed: false, $"{octant}[0] & ({within} == 0)");

        var ranks = Math.Min(site.Ranks, 1);
        var stage = site.Start + ranks;
        var entries = (Sine: Read("sine_", true), Cosine: Read("cosine_", false));
        (octant, atHalf) = (site.Later(octant, 3, ranks), site.Later(atHalf, 1, ranks));
        var entry = site.Wire("entry", type.Width, signed: false, $"{Of(octant => OctantTable.Entry(octant, sine).Cosine)} ? {entries.Cosine} : {entries.Sine}", stage);
        var signed = site.Wire("signed", type.Width + 2, signed: true,
            $"{Of(octant => OctantTable.Entry(octant, sine).Negative)} ? -$signed({{1'b0, {entry}}}) : $signed({{1'b0, {entry}}})", stage);
        var inner = site.Wire("inner", type.Width, type.Signed, CastEmission.Of(site, "inner_", signed, type.Width + 2, table.EntryType.Fraction, type, stage), stage);
        var half = $"{Of(octant => OctantTable.IsNegativeHalfRoot(octant, sine))} ? {Half(-1)} : {Half(1)}";
        site.Result($"{atHalf} ? ({half}) : {inner}", ranks);

        string Read(string prefix, bool ofSine) => TableEmission.Read(site, prefix, site.Memory(table, ofSine), index, type.Width, ranks);

        // One bit an octant, looked up by the octant's number.
        string Of(Func<int, bool> rule)
        {
            var mask = Enumerable.Range(0, 8).Where(rule).Aggregate(0, (bits, octant) => bits | 1 << octant);
            return $"((8'd{Text(mask)} >> {octant}) & 8'd1) != 0";
        }

        string Half(int sign)
        {
            var raw = FixedCast.Cast(sign * OctantTable.HalfRoot, type);
            return type.Signed ? VerilogText.Signed(raw, type.Width) : VerilogText.Unsigned(raw, type.Width);
        }
    }

    // More bits than the index has are rounded, halves down; a rest that rounds to 0 still counts as 1.
    private static string Step(Site site, string within, int bits)
    {
        var dropped = bits - IndexBits;
        if (dropped <= 0)
            return site.Wire("step", IndexBits, signed: false, $"{within} << {Text(-dropped)}");
        var rest = dropped > 1 ? $"(|{within}[{Text(dropped - 2)}:0])" : "1'b0";
        var rounded = site.Wire("rounded_step", IndexBits + 1, signed: false, $"{within}[{Text(bits - 1)}:{Text(dropped)}] + ({within}[{Text(dropped - 1)}] & {rest})");
        var last = BigInteger.Pow(2, IndexBits) - 1;
        return site.Wire("step", IndexBits, signed: false, $"({rounded} == 0 && {within} != 0) ? 1 : {rounded} > {last} ? {last} : {rounded}");
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
