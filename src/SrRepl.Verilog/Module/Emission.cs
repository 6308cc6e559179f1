using System.Collections.Frozen;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>What the module writes for an operation: one row a kind. All arithmetic is signed and of explicit width, so no rule of Verilog's own about either can matter.</summary>
internal static class Emission
{
    private static readonly FrozenDictionary<OperationKind, Action<Site>> Rows = new Dictionary<OperationKind, Action<Site>>
    {
        // Both are written before the stages: they have no operands.
        [OperationKind.Input] = _ => { },
        [OperationKind.Literal] = _ => { },
        [OperationKind.Add] = site => site.Result($"{Aligned(site, 0)} + {Aligned(site, 1)}"),
        [OperationKind.Subtract] = site => site.Result($"{Aligned(site, 0)} - {Aligned(site, 1)}"),
        [OperationKind.Multiply] = site => site.Result($"{site.Signed(0)} * {site.Signed(1)}"),
        [OperationKind.Divide] = DividerEmission.Of,
        [OperationKind.Negate] = site => site.Result($"-{site.Signed(0)}"),
        [OperationKind.Cast] = site => site.Result(CastEmission.Of(site, "", site.Signed(0), VerilogText.SignedWidth(site.OperandType(0)), site.OperandType(0).Fraction, site.Operation.Type)),
        [OperationKind.Table] = TableEmission.Of,
        [OperationKind.OctantTable] = OctantEmission.Of,
        [OperationKind.Abs] = Abs,
        [OperationKind.Min] = site => Choice(site, "<"),
        [OperationKind.Max] = site => Choice(site, ">"),
        [OperationKind.Compare] = Compare,
        [OperationKind.Select] = site => site.Result($"{site.Operand(0)} != 0 ? {site.Operand(1)} : {site.Operand(2)}"),
    }.ToFrozenDictionary();

    /// <summary>Whether a kind has a row.</summary>
    public static bool Knows(OperationKind kind) => Rows.ContainsKey(kind);

    /// <summary>Writes an operation.</summary>
    public static void Write(Site site) => Rows[site.Operation.Kind](site);

    private static string Aligned(Site site, int i) => site.Aligned(i, site.Operation.Type.Fraction);

    private static void Abs(Site site)
    {
        var negative = $"{site.Operand(0)} < 0";
        site.Result($"{negative} ? -{site.Operand(0)} : {site.Operand(0)}");
    }

    private static void Choice(Site site, string comparison)
    {
        var first = site.Wire("first", 1, signed: false, $"{site.Signed(0)} {comparison} {site.Signed(1)}");
        site.Result($"{first} ? {site.Operand(0)} : {site.Operand(1)}");
    }

    // A comparison's operands are as wide as the wider one, where a shift could lose bits: they get wires of their own.
    private static void Compare(Site site)
    {
        var (a, b) = (site.OperandType(0), site.OperandType(1));
        var fraction = Math.Max(a.Fraction, b.Fraction);
        var width = Math.Max(a.Integer, b.Integer) + 1 + fraction;
        var left = site.Wire("left", width, signed: true, site.Aligned(0, fraction));
        var right = site.Wire("right", width, signed: true, site.Aligned(1, fraction));
        site.Result($"{left} {ComparisonSigns.Of(site.Operation)} {right}");
    }
}
