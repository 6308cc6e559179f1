using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// A smooth function on the range 0 to 1 as short polynomials on equal segments: the top bits of the argument choose the
/// coefficients, the rest is where in the segment. Each polynomial interpolates at the segment's Chebyshev points, which
/// is within a small factor of the best (J.-M. Muller, Elementary Functions, chapters 3 and 4). Degree and number of segments
/// are the cheapest that reach the precision.
/// </summary>
internal sealed class SegmentedPolynomial
{
    private const int HighestDegree = 3;
    private const int MostSegmentBits = 12;
    private const int Probes = 9;

    // A look-up table keeps 64 bits a LUT; a multiplier of the widths met here is one DSP block, worth about as many LUTs.
    private const double BitsPerLut = 64;
    private const double LutsPerMultiplier = 120;

    private static readonly ConcurrentDictionary<(string, int, int), SegmentedPolynomial?> Known = new();

    private readonly string _name;
    private readonly int _precision;
    private readonly int _segmentBits;
    private readonly ImmutableArray<double[]> _coefficients;

    private SegmentedPolynomial(string name, int precision, int segmentBits, ImmutableArray<double[]> coefficients)
    {
        _name = name;
        _precision = precision;
        _segmentBits = segmentBits;
        _coefficients = coefficients;
    }

    private int Degree => _coefficients[0].Length - 1;

    /// <summary>Finds the cheapest polynomial, or null when no allowed one reaches the precision. What was found is kept.</summary>
    /// <param name="name">The function's name, for its tables; it stands for the function, so equal names mean equal functions.</param>
    /// <param name="f">The function.</param>
    /// <param name="argumentBits">Fraction bits of the argument; with few, a table of every value may be cheapest.</param>
    /// <param name="precision">The error stays below about 2^-precision.</param>
    /// <param name="from">Where accuracy begins to matter; below it the function may be singular.</param>
    public static SegmentedPolynomial? Design(string name, Func<double, double> f, int argumentBits, int precision, double from = 0) =>
        Known.GetOrAdd((name, argumentBits, precision), _ => Find(name, f, argumentBits, precision, from));

    private static SegmentedPolynomial? Find(string name, Func<double, double> f, int argumentBits, int precision, double from)
    {
        SegmentedPolynomial? best = null;
        for (var degree = 0; degree <= HighestDegree; degree++)
            for (var bits = 0; bits <= Math.Min(MostSegmentBits, argumentBits); bits++)
            {
                var coefficients = Fit(f, degree, bits, argumentBits);
                if (coefficients is null || Error(f, coefficients.Value, bits, argumentBits, from) > Math.ScaleB(1, -precision - 1))
                    continue;
                var candidate = new SegmentedPolynomial(name, precision, bits, coefficients.Value);
                if (best is null || candidate.Cost < best.Cost)
                    best = candidate;
                break;
            }
        return best;
    }

    /// <summary>Builds it.</summary>
    /// <param name="builder">Where to build.</param>
    /// <param name="u">The argument: an unsigned operation with values from 0 to below 1.</param>
    public int Build(KernelBuilder builder, int u)
    {
        var fraction = builder.Type(u).Fraction;
        var index = _segmentBits == 0 ? -1 : builder.Bits(u, 0, -_segmentBits);
        var place = fraction > _segmentBits ? builder.Bits(u, -_segmentBits, -fraction) : -1;
        var value = Coefficient(builder, index, Degree);
        for (var power = Degree - 1; power >= 0 && place >= 0; power--)
            value = builder.Add(Coefficient(builder, index, power), builder.Truncate(builder.Multiply(value, place), Fraction(power)));
        return place >= 0 ? value : Coefficient(builder, index, 0);
    }

    // A coefficient is multiplied by the place as often as its power says, so it needs that many segments' bits less.
    private int Fraction(int power) => _precision + 2 - power * _segmentBits;

    private double Cost => Enumerable.Range(0, Degree + 1).Sum(power => EntryType(power).Width * (double)_coefficients.Length / BitsPerLut)
        + Degree * LutsPerMultiplier;

    private ImmutableArray<BigInteger> Entries(int power)
    {
        var type = new FixedType(1, 1 - Fraction(power), Rounding: Rounding.Rnd);
        return [.. _coefficients.Select(segment => FixedCast.Round(segment[power], type))];
    }

    private FixedType EntryType(int power)
    {
        var entries = Entries(power);
        var signed = entries.Any(entry => entry.Sign < 0);
        var bits = entries.Max(entry => (int)(entry.Sign < 0 ? (-entry - 1).GetBitLength() : entry.GetBitLength()));
        var width = Math.Max(1, bits + (signed ? 1 : 0));
        return new(width, width - Fraction(power), signed);
    }

    private int Coefficient(KernelBuilder builder, int index, int power)
    {
        var (entries, type) = (Entries(power), EntryType(power));
        if (index < 0)
            return builder.Literal(new FixedValue(entries[0], type));
        var argument = new FixedType(_segmentBits, 0, Signed: false);
        var scale = new FixedType(1, _segmentBits + 1, Signed: false);
        return builder.Table(
            new(FormattableString.Invariant($"{_name}_c{power}"), _name, argument, type, BigInteger.Zero, BigInteger.One, scale, entries), index);
    }

    // Interpolation at the Chebyshev points of each segment, as a polynomial in the distance from its lower end. Where
    // the segment is a single argument its own value is all that counts.
    private static ImmutableArray<double[]>? Fit(Func<double, double> f, int degree, int bits, int argumentBits)
    {
        var (count, width) = (1 << bits, Math.ScaleB(1, -bits));
        var fitted = ImmutableArray.CreateBuilder<double[]>(count);
        var points = new double[degree + 1];
        for (var k = 0; k <= degree; k++)
            points[k] = bits == argumentBits ? 0 : width * 0.5 * (1 - Math.Cos(Math.PI * (2 * k + 1) / (2 * degree + 2)));
        if (bits == argumentBits && degree > 0)
            return null;
        for (var i = 0; i < count; i++)
        {
            var values = points.Select(point => f(i * width + point)).ToArray();
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

    private static double Error(Func<double, double> f, ImmutableArray<double[]> coefficients, int bits, int argumentBits, double from)
    {
        var width = Math.ScaleB(1, -bits);
        var probes = bits == argumentBits ? 1 : Probes;
        var worst = 0.0;
        for (var i = (int)Math.Floor(from / width); i < coefficients.Length; i++)
            for (var k = 0; k < probes; k++)
            {
                var place = probes == 1 ? 0 : width * k / (probes - 1);
                var value = 0.0;
                for (var power = coefficients[i].Length - 1; power >= 0; power--)
                    value = value * place + coefficients[i][power];
                var error = Math.Abs(value - f(Math.Max(from, i * width + place)));
                if (i * width + place >= from)
                    worst = double.IsNaN(error) ? double.PositiveInfinity : Math.Max(worst, error);
            }
        return worst;
    }
}
