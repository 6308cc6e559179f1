using System.Globalization;
using System.Numerics;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>A look-up: the index as <see cref="LookupTable.Index"/> computes it, then a memory read at the clock's edge.</summary>
internal static class TableEmission
{
    /// <summary>Writes a look-up.</summary>
    public static void Of(Site site)
    {
        var table = site.Operation.Table!;
        var argument = VerilogText.SignedWidth(table.ArgumentType) + 1;
        var offset = site.Wire("offset", argument, signed: true, $"{site.Signed(0)} - {VerilogText.Signed(table.From, argument)}");
        var scale = VerilogText.WidthOf(table.IndexScale);
        var places = table.ArgumentType.Fraction + table.ScaleType.Fraction;
        var position = site.Wire("position", argument + scale, signed: true, $"{offset} * {VerilogText.Signed(table.IndexScale, scale)}");
        var address = Memories.AddressBits(table.Entries.Length);
        var wide = Math.Max(argument + scale - Math.Min(places, 0), address + 2);
        var index = site.Wire("index", wide, signed: true, VerilogText.Shifted(position, -places));
        var last = VerilogText.Signed(table.Entries.Length - 1, wide);
        var at = site.Wire("address", address, signed: false, $"{index} < 0 ? {VerilogText.Signed(BigInteger.Zero, wide)} : {index} > {last} ? {last} : {index}");
        var ranks = Math.Min(site.Ranks, 1);
        site.Result(Read(site, "", site.Memory(table), at, table.EntryType.Width, ranks), ranks);
    }

    /// <summary>Writes a memory read and gives the name of what is read.</summary>
    public static string Read(Site site, string prefix, string memory, string address, int width, int ranks)
    {
        var entry = site.Driven(prefix + "entry", width);
        site.Line(string.Create(CultureInfo.InvariantCulture,
            $"{memory} #(.CLOCKED({ranks})) {site.Part(prefix + "memory")} (.clk(clk), .address({address}), .entry({entry}));"));
        return entry;
    }
}
