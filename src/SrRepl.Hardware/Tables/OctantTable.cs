using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// hls4ml's built-in sine and cosine (nnet::sin_lut, nnet::cos_lut) in one type T: the argument as a fraction of a turn,
/// the turn's octant from its top three bits, 512 entries for the eighth of a turn from 0 to pi/4. Measured on hls4ml
/// 1.3.0's compiled projects, whose results it gives bit for bit.
/// </summary>
public sealed class OctantTable
{
    /// <summary>Entries for an eighth of a turn.</summary>
    public const int Size = 512;

    // 1/(2 pi) as the library writes it.
    private const double TurnsPerRadian = 0.15915494309;

    private const int IndexBits = 9;
    private const int OctantBits = 3;

    /// <summary>sqrt(1/2) as the standard library gives it: the value, up to its sign, at odd eighths of the turn.</summary>
    public const double HalfRoot = 0.7071067811865475;

    // Which table each octant reads, and with which sign: sine and cosine are the same walk, a quarter turn apart.
    private static readonly (bool Cosine, bool Negative)[] SineOctants =
        [(false, false), (true, false), (true, false), (false, false), (false, true), (true, true), (true, true), (false, true)];

    private static readonly (bool Cosine, bool Negative)[] CosineOctants =
        [(true, false), (false, false), (false, true), (true, true), (true, true), (false, true), (false, false), (true, false)];

    private static readonly ConcurrentDictionary<FixedType, OctantTable> Known = new();

    private readonly FixedType _type;
    private readonly FixedType _turns;

    private OctantTable(FixedType type)
    {
        _type = type;
        _turns = new(16, 0, Signed: false);
        EntryType = new(type.Width, type.Integer, Signed: false, Rounding.Rnd);
        SineEntries = Entries(Math.Sin);
        CosineEntries = Entries(Math.Cos);
    }

    /// <summary>The type of the entries: unsigned, rounded to nearest.</summary>
    public FixedType EntryType { get; }

    /// <summary>sin(i pi / 2048), raw integers of <see cref="EntryType"/>.</summary>
    public ImmutableArray<BigInteger> SineEntries { get; }

    /// <summary>cos(i pi / 2048), raw integers of <see cref="EntryType"/>.</summary>
    public ImmutableArray<BigInteger> CosineEntries { get; }

    /// <summary>1/(2 pi), as the argument is multiplied by it.</summary>
    public FixedValue Turns => FixedValue.From(TurnsPerRadian, _turns);

    /// <summary>The tables for a type, made once.</summary>
    public static OctantTable Of(FixedType type) => Known.GetOrAdd(type, wanted => new(wanted));

    /// <summary>Whether a type has a fraction, of which octants are the first three bits.</summary>
    public static bool Supports(FixedType type) => type.Fraction >= 0;

    /// <summary>Whether a type tells only the eighths of a turn apart, so that no entry between them is ever read.</summary>
    public static bool IsCoarse(FixedType type) => type.Fraction <= OctantBits;

    /// <summary>sin or cos of an argument of the type, as a raw integer of the type.</summary>
    public BigInteger Value(BigInteger argument, bool sine)
    {
        var fraction = _type.Fraction;
        var turn = (new FixedValue(argument, _type) * Turns).Cast(_type).Raw & ((BigInteger.One << fraction) - 1);
        var beyond = Math.Max(0, fraction - OctantBits);
        var octant = (int)(turn << Math.Max(0, OctantBits - fraction) >> beyond);
        var within = turn & ((BigInteger.One << beyond) - 1);
        if (within.IsZero && octant % 2 == 1)
            return FixedCast.Cast(IsNegativeHalfRoot(octant, sine) ? -HalfRoot : HalfRoot, _type);
        var index = Index(within, fraction);
        if (octant % 2 == 1)
            index = (Size - index) % Size;
        var (cosine, negative) = Entry(octant, sine);
        var entry = (cosine ? CosineEntries : SineEntries)[index];
        return FixedCast.Cast(negative ? -entry : entry, EntryType.Fraction, _type);
    }

    /// <summary>Which of the two tables an octant reads, and whether with a minus sign.</summary>
    public static (bool Cosine, bool Negative) Entry(int octant, bool sine) => (sine ? SineOctants : CosineOctants)[octant];

    /// <summary>The sign of the value where an odd octant begins: at 1/8, 3/8, 5/8 and 7/8 of the turn.</summary>
    public static bool IsNegativeHalfRoot(int octant, bool sine) => sine ? octant >= 5 : octant is 3 or 5;

    // More fraction bits than the index has are rounded, halves down; a rest that rounds to 0 still counts as 1.
    private static int Index(BigInteger within, int fraction)
    {
        var shift = fraction - OctantBits - IndexBits;
        if (shift <= 0)
            return (int)(within << -shift) % Size;
        var rounded = FixedCast.Round(within, shift, Rounding.RndMinInf);
        return rounded.IsZero && !within.IsZero ? 1 : (int)BigInteger.Min(rounded, Size - 1);
    }

    private ImmutableArray<BigInteger> Entries(Func<double, double> f) =>
        [.. Enumerable.Range(0, Size).Select(i => FixedCast.Cast(f(i * Math.PI / (4 * Size)), EntryType))];
}
