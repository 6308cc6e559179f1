using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A table without hls4ml's defects: bounds and scale as exact as the argument can tell, entries rounded to nearest and
/// saturated, sampled where the table says, half of a symmetric function kept, straight lines between entries if wanted.
/// </summary>
internal static class OwnTable
{
    // Fraction bits of the index beyond the argument's own: the index then errs only within 2^-6 of a step's end.
    private const int ScaleGuard = 6;

    /// <summary>Builds the look-up.</summary>
    /// <exception cref="DiagnosticException">The function has no value somewhere in the table.</exception>
    public static int Build(KernelBuilder builder, TableOperator table, int argument, FixedType entryType)
    {
        var type = entryType with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
        var size = table.Symmetry == Symmetry.None ? argument : builder.Abs(argument);
        var value = table.Interpolate ? Interpolated(builder, table, size, type) : Plain(builder, table, size, type);
        if (table.Symmetry != Symmetry.Odd || builder.Range(argument).Low >= 0)
            return value;
        var negative = builder.Compare("less", argument, builder.Whole(0));
        return builder.Select(negative, builder.Negate(value), value);
    }

    private static int Plain(KernelBuilder builder, TableOperator table, int argument, FixedType type)
    {
        var from = Bound(table.From, builder.Type(argument));
        var own = FixedType.Join(builder.Type(argument), from.Type);
        var scale = Scale(table, builder.Range(argument));
        ImmutableArray<BigInteger> entries = [.. Enumerable.Range(0, table.Size).Select(i => FixedCast.Cast(Value(table, table.At(i)), type))];
        return builder.Table(
            new(table.Name, table.Function.Name, own, type.Plain, from.Cast(own).Raw, scale.Raw, scale.Type, entries), argument);
    }

    // The index counts steps; what is left of it says where between two entries the argument lies.
    private static int Interpolated(KernelBuilder builder, TableOperator table, int argument, FixedType type)
    {
        var bits = BitOperations.Log2((uint)(table.Size - 1)) + 1;
        var place = Math.Max(1, type.Fraction + Math.Max(0, Math.ILogB(Slope(table)) + 2));
        var offset = builder.Subtract(argument, builder.Literal(Bound(table.From, builder.Type(argument))));
        var steps = builder.Multiply(offset, builder.Literal(Scale(table, builder.Range(argument), place)));
        var inside = builder.Cast(builder.Max(steps, builder.Whole(0)), new(bits + place, bits, Signed: false, Overflow: Overflow.Sat));
        var end = builder.Literal(new FixedValue(((BigInteger)table.Size << place) - 1, new(bits + place, bits, Signed: false)));
        var limited = builder.Cast(builder.Min(inside, end), new(bits + place, bits, Signed: false));
        var index = builder.Cast(limited, new(bits, bits, Signed: false));
        var between = builder.Bits(limited, 0, -place);

        var wide = type with { Width = type.Width + 3, Integer = type.Integer + 1 };
        var knots = Enumerable.Range(0, table.Size + 1).Select(i => FixedCast.Cast(Value(table, table.From + i * table.Step), wide)).ToArray();
        ImmutableArray<BigInteger> rises = [.. knots.Zip(knots.Skip(1), (low, high) => high - low)];
        var low = builder.Table(Steps(table, "", index, builder, wide.Plain, [.. knots.Take(table.Size)]), index);
        var rise = builder.Table(Steps(table, "_rise", index, builder, Smallest(rises, wide.Fraction), rises), index);
        return builder.Cast(builder.Add(low, builder.Truncate(builder.Multiply(rise, between), wide.Fraction)), type);
    }

    private static LookupTable Steps(
        TableOperator table, string suffix, int index, KernelBuilder builder, FixedType type, ImmutableArray<BigInteger> entries) =>
        new(table.Name + suffix, table.Function.Name, builder.Type(index), type, BigInteger.Zero, BigInteger.One, FixedType.Bit, entries);

    private static FixedType Smallest(ImmutableArray<BigInteger> entries, int fraction)
    {
        var width = 1 + entries.Max(entry => (int)(entry.Sign < 0 ? (-entry - 1).GetBitLength() : entry.GetBitLength()));
        return new(width, width - fraction);
    }

    private static double Slope(TableOperator table)
    {
        var steepest = 1.0;
        for (var i = 0; i < table.Size; i++)
            steepest = Math.Max(steepest, Math.Abs(Value(table, table.From + (i + 1) * table.Step) - Value(table, table.From + i * table.Step)));
        return steepest;
    }

    // The lower bound with the argument's fraction bits, or as many more as it needs to be exact, up to a sane number.
    private static FixedValue Bound(double value, FixedType argument)
    {
        var fraction = Math.Max(argument.Fraction, Math.Min(argument.Fraction + ScaleGuard, FractionOf(value)));
        var raw = FixedCast.Round(value, new FixedType(1, 1 - fraction, Rounding: Rounding.Rnd));
        var width = Math.Max(1, (int)BigInteger.Abs(raw).GetBitLength() + 1);
        return new(raw, new(width, width - fraction));
    }

    // Steps a unit, so precise that the largest argument's index errs by less than 2^-guard.
    private static FixedValue Scale(TableOperator table, Interval argument, int guard = ScaleGuard)
    {
        var scale = table.Size / (table.To - table.From);
        var reach = Math.Max(Math.Abs(argument.Low - table.From), Math.Abs(argument.High - table.From));
        var fraction = Math.Min(FractionOf(scale), guard + 1 + Math.Max(0, Math.ILogB(Math.Max(1, double.IsFinite(reach) ? reach : table.To - table.From))));
        var raw = FixedCast.Round(scale, new FixedType(1, 1 - fraction, Rounding: Rounding.Rnd));
        var width = Math.Max(1, (int)raw.GetBitLength());
        return new(raw, new(width, width - fraction, Signed: false));
    }

    private static int FractionOf(double value)
    {
        var fraction = 0;
        while (fraction < 1074 && Math.ScaleB(value, fraction) != Math.Floor(Math.ScaleB(value, fraction)))
            fraction++;
        return fraction;
    }

    private static double Value(TableOperator table, double at)
    {
        var value = table.Function.Evaluate([at]);
        return double.IsFinite(value)
            ? value
            : throw new DiagnosticException(Errors.TableEntry(table.Function.Name, at.ToString("G6", CultureInfo.InvariantCulture)));
    }
}
