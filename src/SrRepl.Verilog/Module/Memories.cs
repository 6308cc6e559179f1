using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>The read-only memories of a module, each a module of its own with its entries as literals.</summary>
/// <param name="module">The top module, which their names begin with.</param>
internal sealed class Memories(string module)
{
    private readonly Dictionary<(string Stem, FixedType Type, LookupTable? Table), string> _names = [];
    private readonly StringBuilder _text = new();

    /// <summary>How many bits address so many entries.</summary>
    public static int AddressBits(int entries) => (int)Math.Max(1, new BigInteger(entries - 1).GetBitLength());

    /// <summary>The memory of a table.</summary>
    public string Of(LookupTable table) => Of(table.Name, table.EntryType, table.Entries, table, table.Function);

    /// <summary>hls4ml's sine or cosine over an eighth of a turn.</summary>
    public string Of(OctantTable table, bool sine) =>
        Of(sine ? "octant_sin" : "octant_cos", table.EntryType, sine ? table.SineEntries : table.CosineEntries, null, $"{(sine ? "sin" : "cos")}(i pi / {4 * OctantTable.Size})");

    /// <summary>All of them.</summary>
    public string Text() => _text.ToString();

    private string Of(string stem, FixedType type, ImmutableArray<BigInteger> entries, LookupTable? table, string what)
    {
        if (_names.TryGetValue((stem, type, table), out var known))
            return known;
        var name = string.Create(CultureInfo.InvariantCulture, $"{module}_{Identifier.From(stem, "user")}_rom{_names.Count}");
        var values = new Dictionary<string, string>
        {
            ["name"] = name,
            ["what"] = CommentText.Of(what, 100),
            ["type"] = type.ToString(),
            ["address"] = VerilogText.Range(AddressBits(entries.Length), signed: false),
            ["width"] = VerilogText.Range(type.Width, signed: false),
            ["last"] = (entries.Length - 1).ToString(CultureInfo.InvariantCulture),
            ["entries"] = string.Concat(entries.Select((entry, i) =>
                string.Create(CultureInfo.InvariantCulture, $"        entries[{i}] = {VerilogText.Unsigned(entry, type.Width)};\n"))),
        };
        _text.Append(Built.In.Fill("memory.v", values));
        return _names[(stem, type, table)] = name;
    }
}
