using System.Globalization;
using System.Text;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>hls4ml's built-in sine and cosine in the firmware: the walk of <see cref="OctantTable"/> as named steps over literal tables.</summary>
internal static class OctantEmission
{
    private const int PerLine = 8;
    private const int IndexBits = 9;

    private static readonly FixedType Octant = new(3, 3, Signed: false);
    private static readonly FixedType Index = new(IndexBits, IndexBits, Signed: false);

    /// <summary>The lines of an operation.</summary>
    public static IEnumerable<Statement> Of(Emission.Site site)
    {
        var type = site.Operation.Type;
        var tables = OctantTable.Of(type);
        var (name, stem) = (site.Name, Stem(type));
        var turn = new FixedType(Math.Max(1, type.Fraction), 0, Signed: false);
        var within = new FixedType(Math.Max(1, type.Fraction - 3), -3, Signed: false);
        var eighth = new FixedType(IndexBits, -3, Signed: false, type.Fraction > 12 ? Rounding.RndMinInf : Rounding.Trn, Overflow.Sat);
        var entry = tables.EntryType;

        yield return site.Step(tables.Turns.Type, "scale", ExactDecimal.Literal(tables.Turns.Double));
        yield return site.Step(type, "turns", $"{site.Operand(0)} * {name}_scale");
        yield return site.Step(turn, "turn", $"{name}_turns");
        yield return site.Step(new(4, 4, Signed: false), "eight", "8.0");
        yield return site.Step(Octant, "octant", $"{name}_turn * {name}_eight");
        yield return site.Step(within, "within", $"{name}_turn");
        yield return site.Step(within, "start", "0.0");
        yield return site.Step(null, "at_start", $"{name}_within == {name}_start");
        yield return site.Step(eighth, "rounded", $"{name}_within");
        yield return site.Step(eighth, "none", "0.0");
        yield return site.Step(eighth, "step", ExactDecimal.Literal(Math.ScaleB(1, -12)));
        yield return site.Step(null, "lost", $"({name}_rounded == {name}_none) && !{name}_at_start");
        yield return site.Step(eighth, "place", $"{name}_lost ? {name}_step : {name}_rounded");
        yield return site.Step(new(13, 13, Signed: false), "size", "4096.0");
        yield return site.Step(Index, "up", $"{name}_place * {name}_size");
        yield return site.Step(new(IndexBits + 1, IndexBits + 1, Signed: false), "count", "512.0");
        yield return site.Step(Index, "down", $"{name}_count - {name}_up");
        yield return site.Step(null, "odd", $"octant_odd[{name}_octant.to_int()]");
        yield return site.Step(Index, "index", $"{name}_odd ? {name}_down : {name}_up");
        yield return site.Step(entry, "sine", $"{stem}_sin[{name}_index.to_int()]");
        yield return site.Step(entry, "cosine", $"{stem}_cos[{name}_index.to_int()]");
        yield return site.Step(null, "swap", $"octant_{site.Operation.Function}_swaps[{name}_octant.to_int()]");
        yield return site.Step(entry, "entry", $"{name}_swap ? {name}_cosine : {name}_sine");
        yield return site.Step(type, "plus", $"{name}_entry");
        yield return site.Step(type, "minus", $"-{name}_entry");
        yield return site.Step(type, "half_plus", ExactDecimal.Literal(OctantTable.HalfRoot));
        yield return site.Step(type, "half_minus", ExactDecimal.Literal(-OctantTable.HalfRoot));
        yield return site.Step(null, "negative", $"octant_{site.Operation.Function}_negative[{name}_octant.to_int()]");
        yield return site.Step(type, "inner", $"{name}_negative ? {name}_minus : {name}_plus");
        yield return site.Step(null, "half_negative", $"octant_{site.Operation.Function}_half_negative[{name}_octant.to_int()]");
        yield return site.Step(type, "half", $"{name}_half_negative ? {name}_half_minus : {name}_half_plus");
        yield return site.Step(null, "at_half", $"{name}_at_start && {name}_odd");
        yield return site.Result($"{name}_at_half ? {name}_half : {name}_inner");
    }

    /// <summary>The tables that the kernel's octant operations read.</summary>
    public static string Definitions(Kernel kernel, TypeNames types)
    {
        var text = new StringBuilder();
        var used = kernel.Operations.Where(operation => operation.Kind == OperationKind.OctantTable).Select(operation => operation.Type).Distinct().ToList();
        if (used.Count > 0)
            text.Append(Built.In.Text("Templates/octants.h"));
        foreach (var type in used)
        {
            var tables = OctantTable.Of(type);
            foreach (var (function, entries) in new[] { ("sin", tables.SineEntries), ("cos", tables.CosineEntries) })
            {
                var name = $"{Stem(type)}_{function}";
                text.Append(CultureInfo.InvariantCulture, $"\n// {function}(i pi / {4 * entries.Length})\n");
                text.Append(CultureInfo.InvariantCulture, $"static const {types.Of(tables.EntryType, name)} {name}[{entries.Length}] = {{\n");
                foreach (var line in entries.Chunk(PerLine))
                    text.Append("    ").AppendJoin(", ", line.Select(raw => ExactDecimal.Literal(ExactDecimal.Parts(raw, tables.EntryType.Fraction).Single()))).Append(",\n");
                text.Append("};\n");
            }
        }
        return text.ToString();
    }

    private static string Stem(FixedType type) => "octant_" + TypeNames.NameOf(type)[..^2];
}
