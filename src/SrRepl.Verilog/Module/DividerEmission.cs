using System.Globalization;

namespace SrRepl.Verilog;

/// <summary>Division of magnitudes by the restoring method, a quotient bit a step, the steps spread over the stages; the sign goes around it.</summary>
internal static class DividerEmission
{
    /// <summary>Writes a division.</summary>
    public static void Of(Site site)
    {
        var (a, b) = (site.OperandType(0), site.OperandType(1));
        var shift = Math.Max(b.Fraction, 0);
        var bits = a.Width + shift;
        var dividend = site.Wire("dividend", bits, signed: false, VerilogText.Shifted(Magnitude(site, 0), shift));
        var divisor = site.Wire("divisor", b.Width, signed: false, Magnitude(site, 1));
        var negative = site.Wire("negative", 1, signed: false, $"{Negative(site, 0)} ^ {Negative(site, 1)}");
        var ranks = Math.Min(site.Ranks, bits);
        var quotient = site.Driven("quotient", bits);
        site.Line(string.Create(CultureInfo.InvariantCulture,
            $"{site.Module}_divider #(.N({bits}), .D({b.Width}), .RANKS({ranks})) {site.Part("divider")} (.clk(clk), .dividend({dividend}), .divisor({divisor}), .quotient({quotient}));"));
        site.Result($"{site.Later(negative, 1, ranks)} ? -$signed({{1'b0, {quotient}}}) : $signed({{1'b0, {quotient}}})", ranks);
    }

    // The lowest value's magnitude needs all bits of the type and no more.
    private static string Magnitude(Site site, int i) =>
        site.OperandType(i).Signed ? $"({site.Signed(i)} < 0 ? -{site.Operand(i)} : {site.Operand(i)})" : site.Operand(i);

    private static string Negative(Site site, int i) => site.OperandType(i).Signed ? $"({site.Signed(i)} < 0)" : "1'b0";
}
