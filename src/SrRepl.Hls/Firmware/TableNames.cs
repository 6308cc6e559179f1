using System.Globalization;
using System.Text;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>The tables of a project under names that are identifiers and differ, and their text: arrays of literals.</summary>
internal sealed class TableNames
{
    private const int PerLine = 8;
    private readonly Dictionary<LookupTable, string> _names = [];
    private readonly List<LookupTable> _order = [];

    /// <summary>Names the tables of a kernel.</summary>
    /// <param name="kernel">Where the tables are.</param>
    /// <param name="project">A name that is taken.</param>
    public TableNames(Kernel kernel, string project)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { project };
        foreach (var table in kernel.Tables)
        {
            // The ending keeps a user's name apart from every name of our own.
            var stem = Identifier.From(table.Name + "_table", "user");
            var name = stem;
            for (var i = 2; !taken.Add(name); i++)
                name = string.Create(CultureInfo.InvariantCulture, $"{stem}_{i}");
            _names[table] = name;
            _order.Add(table);
        }
    }

    /// <summary>The array's name; its beginning and its scale are this with _from and _scale.</summary>
    public string Of(LookupTable table) => _names[table];

    /// <summary>Every table as constants. No constructor computes an entry, because synthesis tools have got such tables wrong.</summary>
    public string Definitions(TypeNames types)
    {
        var text = new StringBuilder();
        foreach (var table in _order)
        {
            var name = _names[table];
            var entryType = types.Of(table.EntryType, name);
            text.Append(CultureInfo.InvariantCulture, $"\n// {table.Function}: entry trunc((argument - {name}_from) * {name}_scale), clamped to 0..{table.Entries.Length - 1}\n");
            text.Append(CultureInfo.InvariantCulture, $"static const {types.Of(table.ArgumentType, name + "_from")} {name}_from = {Literal(table.From, table.ArgumentType)};\n");
            text.Append(CultureInfo.InvariantCulture, $"static const {types.Of(table.ScaleType, name + "_scale")} {name}_scale = {Literal(table.IndexScale, table.ScaleType)};\n");
            text.Append(CultureInfo.InvariantCulture, $"static const {entryType} {name}[{table.Entries.Length}] = {{\n");
            foreach (var line in table.Entries.Chunk(PerLine))
                text.Append("    ").AppendJoin(", ", line.Select(entry => Literal(entry, table.EntryType))).Append(",\n");
            text.Append("};\n");
        }
        return text.ToString();
    }

    private static string Literal(System.Numerics.BigInteger raw, FixedType type) => ExactDecimal.Literal(ExactDecimal.Parts(raw, type.Fraction).Single());
}
