using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// A piecewise smooth function as short polynomials on equal segments: a block number and the top bits of the argument
/// choose the coefficients, the rest is where in the segment. Each polynomial interpolates at the segment's Chebyshev points, which
/// is within a small factor of the best (J.-M. Muller, Elementary Functions, chapters 3 and 4). Degree and number of segments
/// are the cheapest that reach the precision.
/// </summary>
internal sealed class SegmentedPolynomial
{
    private const int HighestDegree = 3;
    private const int MostSegmentBits = 12;
    private const int MostSegments = 1 << 15;
    private const int Probes = 9;

    // A look-up table keeps 64 bits a LUT; a multiplier of the widths met here is one DSP block, worth about as many LUTs.
    private const double BitsPerLut = 64;
    private const double LutsPerMultiplier = 120;

    private static readonly ConcurrentDictionary<PiecewiseFunction, SegmentedPolynomial?> Known = new();

    private readonly string _name;
    private readonly int _precision;
    private readonly int _segmentBits;
    private readonly ImmutableArray<double[]> _coefficients;
    private readonly Lazy<(ImmutableArray<BigInteger> Entries, FixedType Type)>[] _tables;
    private readonly Lazy<double> _cost;

    private SegmentedPolynomial(string name, int precision, int segmentBits, ImmutableArray<double[]> coefficients)
    {
        _name = name;
        _precision = precision;
        _segmentBits = segmentBits;
        _coefficients = coefficients;
        _tables = [.. Enumerable.Range(0, Degree + 1).Select(power => new Lazy<(ImmutableArray<BigInteger>, FixedType)>(() => Table(power)))];
        _cost = new(Priced);
    }

    /// <summary>What it takes on the chip, in look-up tables; worked out once.</summary>
    public double Cost => _cost.Value;

    private double Priced() => Enumerable.Range(0, Degree + 1).Sum(power => _tables[power].Value.Type.Width * (double)_coefficients.Length / BitsPerLut)
        + Degree * LutsPerMultiplier;

    private int Degree => _coefficients[0].Length - 1;

    /// <summary>Finds the cheapest polynomial on the range 0 to 1, or null when no allowed one reaches the precision.</summary>
    /// <param name="name">The function's name, for its tables; it stands for the function, so equal names mean equal functions.</param>
    /// <param name="f">The function.</param>
    /// <param name="argumentBits">Fraction bits of the argument; with few, a table of every value may be cheapest.</param>
    /// <param name="precision">The error stays below about 2^-precision.</param>
    /// <param name="from">Where accuracy begins to matter; below it the function may be singular.</param>
    public static SegmentedPolynomial? Design(string name, Func<double, double> f, int argumentBits, int precision, double from = 0) =>
        Design(new(name, (_, u) => f(u), argumentBits, precision) { From = from });

    /// <summary>Finds the cheapest polynomial, or null when no allowed one reaches the precision. What was found is kept.</summary>
    public static SegmentedPolynomial? Design(PiecewiseFunction function) => Known.GetOrAdd(function, Find);

    private static SegmentedPolynomial? Find(PiecewiseFunction function)
    {
        // High degrees need few segments and are found at once; lower ones then stop where their tables alone cost more.
        SegmentedPolynomial? best = null;
        for (var degree = HighestDegree; degree >= 0; degree--)
            for (var bits = 0; bits <= Math.Min(MostSegmentBits, function.ArgumentBits) && function.Blocks << bits <= MostSegments; bits++)
            {
                if (best is not null && degree * LutsPerMultiplier + (function.Blocks << bits) * (function.Precision / 2) / BitsPerLut > best.Cost)
                    break;
                var coefficients = Fit(function, degree, bits);
                if (coefficients is null || !Reaches(function, coefficients.Value, bits))
                    continue;
                var candidate = new SegmentedPolynomial(function.Name, function.Precision, bits, coefficients.Value);
                if (best is null || candidate.Cost <= best.Cost)
                    best = candidate;
                break;
            }
        return best;
    }

    /// <summary>Builds it.</summary>
    /// <param name="builder">Where to build.</param>
    /// <param name="u">The argument: an unsigned operation with values from 0 to below 1.</param>
    /// <param name="block">The block's number: an unsigned whole operation; none where there is but one block.</param>
    public int Build(KernelBuilder builder, int u, int? block = null)
    {
        var fraction = builder.Type(u).Fraction;
        var index = _segmentBits == 0 ? block : Index(builder, builder.Bits(u, 0, -_segmentBits), block);
        var place = fraction > _segmentBits ? builder.Bits(u, -_segmentBits, -fraction) : -1;
        var value = Coefficient(builder, index, Degree);
        for (var power = Degree - 1; power >= 0 && place >= 0; power--)
            value = builder.Add(Coefficient(builder, index, power), builder.Truncate(builder.Multiply(value, place), Fraction(power)));
        return place >= 0 ? value : Coefficient(builder, index, 0);
    }

    // The block's number before the point, the segment's behind it.
    private static int Index(KernelBuilder builder, int segment, int? block)
    {
        if (block is not { } whole)
            return segment;
        var (blocks, segments) = (builder.Type(whole).Width, builder.Type(segment).Width);
        return builder.Cast(builder.Add(whole, segment), new(blocks + segments, blocks, Signed: false));
    }

    // A coefficient is multiplied by the place as often as its power says, so it needs that many segments' bits less.
    private int Fraction(int power) => _precision + 2 - power * _segmentBits;

    // The coefficients of a power as the entries of a table: kept, since a search builds the same functions again and again.
    private (ImmutableArray<BigInteger> Entries, FixedType Type) Table(int power)
    {
        var rounded = new FixedType(1, 1 - Fraction(power), Rounding: Rounding.Rnd);
        ImmutableArray<BigInteger> entries = [.. _coefficients.Select(segment => FixedCast.Round(segment[power], rounded))];
        var signed = entries.Any(entry => entry.Sign < 0);
        var bits = entries.Max(entry => (int)(entry.Sign < 0 ? (-entry - 1).GetBitLength() : entry.GetBitLength()));
        var width = Math.Max(1, bits + (signed ? 1 : 0));
        return (entries, new(width, width - Fraction(power), signed));
    }

    private int Coefficient(KernelBuilder builder, int? index, int power)
    {
        var (entries, type) = _tables[power].Value;
        if (index is not { } argument)
            return builder.Literal(new FixedValue(entries[0], type));
        // The scale 2^F of the index makes it whole.
        var own = builder.Type(argument);
        var scale = new FixedType(1, own.Fraction + 1, Signed: false);
        return builder.Table(
            new(FormattableString.Invariant($"{_name}_c{power}"), _name, own, type, BigInteger.Zero, BigInteger.One, scale, entries), argument);
    }

    // Interpolation at the Chebyshev points of each segment, as a polynomial in the distance from its lower end. Where
    // the segment is a single argument its own value is all that counts; where all of it is beyond the limit, so is a constant.
    private static ImmutableArray<double[]>? Fit(PiecewiseFunction function, int degree, int bits)
    {
        var single = bits == function.ArgumentBits;
        if (single && degree > 0)
            return null;
        var (count, width) = (function.Blocks << bits, Math.ScaleB(1, -bits));
        var fitted = ImmutableArray.CreateBuilder<double[]>(count);
        var points = new double[degree + 1];
        var values = new double[degree + 1];
        for (var k = 0; k <= degree; k++)
            points[k] = single ? 0 : width * 0.5 * (1 - Math.Cos(Math.PI * (2 * k + 1) / (2 * degree + 2)));
        for (var i = 0; i < count; i++)
        {
            var (block, start) = (i >> bits, (i & ((1 << bits) - 1)) * width);
            if (function.IsFlat(block, start, start + width) is { } level)
            {
                var constant = new double[degree + 1];
                constant[0] = level;
                fitted.Add(constant);
                continue;
            }
            for (var k = 0; k <= degree; k++)
                values[k] = function.Value(block, start + points[k]);
            if (!values.All(double.IsFinite))
                return null;
            fitted.Add(Monomials(points, values));
        }
        return fitted.MoveToImmutable();
    }

    // Newton's divided differences, multiplied out.
    private static double[] Monomials(double[] points, double[] values)
    {
        var n = points.Length;
        var differences = (double[])values.Clone();
        for (var order = 1; order < n; order++)
            for (var k = n - 1; k >= order; k--)
                differences[k] = (differences[k] - differences[k - 1]) / (points[k] - points[k - order]);
        var polynomial = new double[n];
        for (var k = n - 1; k >= 0; k--)
        {
            for (var power = n - 1; power > 0; power--)
                polynomial[power] = polynomial[power - 1] - points[k] * polynomial[power];
            polynomial[0] = differences[k] - points[k] * polynomial[0];
        }
        return polynomial;
    }

    private static bool Reaches(PiecewiseFunction function, ImmutableArray<double[]> coefficients, int bits)
    {
        var width = Math.ScaleB(1, -bits);
        var probes = bits == function.ArgumentBits ? 1 : Probes;
        var allowed = Math.ScaleB(1, -function.Precision - 1);
        for (var i = (int)Math.Floor(function.From / width); i < coefficients.Length; i++)
            for (var k = 0; k < probes; k++)
            {
                var place = probes == 1 ? 0 : width * k / (probes - 1);
                var at = (i & ((1 << bits) - 1)) * width + place;
                if (i >> bits == 0 && at < function.From)
                    continue;
                var value = 0.0;
                for (var power = coefficients[i].Length - 1; power >= 0; power--)
                    value = value * place + coefficients[i][power];
                if (!(Math.Abs(function.Limited(value) - function.Limited(function.Value(i >> bits, at))) <= allowed))
                    return false;
            }
        return true;
    }
}
