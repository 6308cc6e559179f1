using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// What reading a <see cref="LookupTable"/> takes: an adder to its beginning, the scale, an increment where dropped bits
/// round a negative index toward zero, the clamps, and the memory. With hls4ml's 1024 entries over -8 to 8 this gives the 69, 115
/// and 117 LUTs that synthesis reports at 12, 14 and 16 bits.
/// </summary>
internal sealed class TableModule
{
    /// <summary>The name by which a call asks for this module.</summary>
    public const string Name = "table";

    /// <summary>Look-up tables that find the address.</summary>
    public int Lut { get; private init; }

    /// <summary>Operators that find the address.</summary>
    public int Operations { get; private init; }

    /// <summary>The multiplier of a scale that is no power of two.</summary>
    public int Dsp { get; private init; }

    /// <summary>18-kilobit blocks of the memory.</summary>
    public int Bram { get; private init; }

    /// <summary>Look-up tables of the memory, where it is too small for a block.</summary>
    public int MemoryLut { get; private init; }

    /// <summary>From the argument to the memory's address register, in ns.</summary>
    public double EntryNs { get; private init; }

    /// <summary>The module of a table on a family of devices.</summary>
    public static TableModule Of(LookupTable table, int entryBits, DeviceFamily family)
    {
        var argument = table.ArgumentType;
        var words = table.Entries.Length;
        var (lut, dsp, operations, ns) = (0, 0, 0, family.Memory.Ns);
        if (!table.From.IsZero)
            Take(family.Adder, argument.Width + 1);
        if (!table.IndexScale.IsPowerOfTwo)
        {
            dsp = 1;
            operations++;
            ns += family.MacroNs;
        }
        var places = (int)table.IndexScale.GetBitLength() - 1 - table.ScaleType.Fraction;
        if (!Covers(table))
            Clamp(argument.Integer + places + 2, argument.Fraction > places);
        var distributed = words * entryBits <= family.Memory.DistributedBits;
        return new()
        {
            Lut = lut,
            Operations = operations,
            Dsp = dsp,
            Bram = distributed ? 0 : Blocks(words, entryBits),
            MemoryLut = distributed ? (words + 63) / 64 * entryBits : 0,
            EntryNs = ns,
        };

        void Take(DeviceFamily.LutOperator figures, int width)
        {
            lut += figures.Lut.Count(width);
            ns += figures.Ns.At(width);
            operations++;
        }

        // Below the first entry, above the last one; and one more where bits behind the index are dropped from a negative one.
        void Clamp(int indexBits, bool drops)
        {
            var bits = Math.Min(argument.Width, indexBits);
            lut += family.Adder.Lut.Count(bits);
            Take(family.Compare, 4);
            ns += family.Select.Ns.At(bits);
            lut += drops ? 5 * family.Logic.Lut : 4 * family.Logic.Lut;
            operations += drops ? 11 : 6;
            if (!drops)
            {
                lut += family.Select.Lut.Count(argument.Width + 1);
                return;
            }
            ns += family.Adder.Ns.At(bits) + family.Select.Ns.At(bits);
            lut += family.Compare.Lut.Count(argument.Width - 2);
            lut += 2 * family.Select.Lut.Count(bits) + family.Select.Lut.Count(BitOperations.Log2((uint)words)) + 2;
        }
    }

    // Whether every argument of its type has an entry, so that nothing need be clamped.
    private static bool Covers(LookupTable table)
    {
        var shift = table.ArgumentType.Fraction + table.ScaleType.Fraction;
        var low = (table.ArgumentType.MinRaw - table.From) * table.IndexScale;
        var high = (table.ArgumentType.MaxRaw - table.From) * table.IndexScale;
        return low.Sign >= 0 && FixedCast.Round(high, shift, Rounding.Trn) < table.Entries.Length;
    }

    // A block is 1024 x 18 bits, or deeper and narrower, or 512 x 36.
    private static int Blocks(int words, int bits)
    {
        var fewest = int.MaxValue;
        foreach (var (depth, width) in new[] { (512, 36), (1024, 18), (2048, 9), (4096, 4), (8192, 2), (16384, 1) })
            fewest = Math.Min(fewest, ((words + depth - 1) / depth) * ((bits + width - 1) / width));
        return fewest;
    }
}
