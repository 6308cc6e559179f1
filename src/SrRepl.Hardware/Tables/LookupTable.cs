using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// A function as a table of entries already quantized, with the rule that turns an argument into an index:
/// index = trunc((argument - From) * IndexScale), clamped to the table; no interpolation.
/// </summary>
/// <param name="Name">What it is called in the exported code.</param>
/// <param name="Function">The tabulated function's name (sin, exp, or the user's).</param>
/// <param name="ArgumentType">The type the argument is cast to before indexing.</param>
/// <param name="EntryType">The type of every entry.</param>
/// <param name="From">Where the table begins, as a raw integer of <paramref name="ArgumentType"/>.</param>
/// <param name="IndexScale">Entries per unit of the argument, as a raw integer of <paramref name="ScaleType"/>.</param>
/// <param name="ScaleType">The type of the scale.</param>
/// <param name="Entries">Raw integers of <paramref name="EntryType"/>.</param>
public sealed record LookupTable(
    string Name,
    string Function,
    FixedType ArgumentType,
    FixedType EntryType,
    BigInteger From,
    BigInteger IndexScale,
    FixedType ScaleType,
    ImmutableArray<BigInteger> Entries)
{
    /// <summary>The index of an argument, given as a raw integer of <see cref="ArgumentType"/>.</summary>
    public int Index(BigInteger argument)
    {
        var scaled = FixedCast.Round((argument - From) * IndexScale, ArgumentType.Fraction + ScaleType.Fraction, Rounding.Trn);
        return scaled.Sign < 0 ? 0 : scaled >= Entries.Length ? Entries.Length - 1 : (int)scaled;
    }

    /// <summary>Equal when every part and every entry is.</summary>
    public bool Equals(LookupTable? other) =>
        other is not null && Name == other.Name && Function == other.Function && ArgumentType == other.ArgumentType
        && EntryType == other.EntryType && From == other.From && IndexScale == other.IndexScale
        && ScaleType == other.ScaleType && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Function, ArgumentType, EntryType, From, IndexScale, Entries.Length);
}
