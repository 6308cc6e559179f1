using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Finds the smallest table within an error: half of the function where it is odd or even, entries sampled in the middle
/// of their steps, straight lines between entries where plain steps would need a large table.
/// </summary>
internal static class TableDesign
{
    // A quarter of the error goes to the entries' rounding, the rest to the steps.
    private const double StepShare = 0.75;

    // A block of memory holds as many 18-bit entries; beyond, a multiplier is cheaper than more memory.
    private const int LargestPlain = 1024;
    private const int ProbesPerStep = 4;
    private const int SymmetryProbes = 64;

    /// <summary>The table.</summary>
    /// <exception cref="DiagnosticException">The range is empty, the function has no value in it, or no table reaches the error (SR4013).</exception>
    public static TableOperator Find(string name, Operator function, double from, double to, double maxError, LutOptions options)
    {
        if (!(from < to) || !double.IsFinite(to - from))
            throw new DiagnosticException(Errors.TableRange(function.Name, InfixPrinter.Number(from), InfixPrinter.Number(to)));
        var symmetry = SymmetryOf(function, from, to);
        if (symmetry != Symmetry.None)
            (from, to) = (0, Math.Max(-from, to));
        var type = options.Type ?? EntryType(function, from, to, maxError, symmetry);
        var plain = options.Interpolate == true ? null : Smallest(Shape(interpolate: false), maxError, options.Size);
        if (plain is { Size: <= LargestPlain } || (plain is not null && options.Interpolate == false))
            return plain;
        return (options.Interpolate == false ? null : Smallest(Shape(interpolate: true), maxError, options.Size)) ?? plain
            ?? throw new DiagnosticException(Errors.TableErrorOutOfReach(function.Name, maxError));

        TableOperator Shape(bool interpolate) => new(name, function, from, to, 2)
        {
            EntryType = type,
            Symmetry = symmetry,
            Interpolate = interpolate,
            Sampling = interpolate ? Sampling.LeftEdge : options.Sampling ?? Sampling.Midpoint,
        };
    }

    // Doubling until it reaches, then halving the gap: the error falls with the size but for small ripples.
    private static TableOperator? Smallest(TableOperator shape, double maxError, int? size)
    {
        if (size is { } given)
            return Reaches(shape.Resized(given), maxError) ? shape.Resized(given) : null;
        var enough = 2;
        while (!Reaches(shape.Resized(enough), maxError))
        {
            if (enough == TableOperator.LargestSize)
                return null;
            enough = Math.Min(enough * 2, TableOperator.LargestSize);
        }
        var few = enough / 2;
        while (enough - few > 1)
        {
            var middle = (few + enough) / 2;
            if (Reaches(shape.Resized(middle), maxError))
                enough = middle;
            else
                few = middle;
        }
        return shape.Resized(Math.Max(2, enough));
    }

    private static bool Reaches(TableOperator table, double maxError)
    {
        for (var i = 0; i < table.Size; i++)
            for (var k = 0; k <= ProbesPerStep; k++)
            {
                var x = table.From + (i + (double)k / ProbesPerStep) * table.Step;
                // The entry of this very step, its right end included: just below the end it is the one that counts.
                var value = table.Interpolate || k < ProbesPerStep ? table.Evaluate([x]) : table.Entries[i];
                if (!(Math.Abs(value - Value(table.Function, x)) <= StepShare * maxError))
                    return false;
            }
        return true;
    }

    private static FixedType EntryType(Operator function, double from, double to, double maxError, Symmetry symmetry)
    {
        var range = Interval.Empty;
        for (var i = 0; i <= LargestPlain; i++)
            range = range.Union(Interval.Point(Value(function, from + i * (to - from) / LargestPlain)));
        if (symmetry == Symmetry.Odd)
            range = range.Union(-range);
        // Half of the last bit is the entries' share of the error.
        var fraction = Math.Max(0, (int)Math.Ceiling(-Math.Log2(2 * (1 - StepShare) * maxError)));
        var integer = RangeBits.Integer(new(range.Low - maxError, range.High + maxError), range.Low < 0, fraction);
        return new(integer + fraction, integer, range.Low < 0, Rounding.Rnd, Overflow.Sat);
    }

    private static Symmetry SymmetryOf(Operator function, double from, double to)
    {
        if (!(from < 0 && to > 0))
            return Symmetry.None;
        var (odd, even) = (true, true);
        for (var i = 1; i <= SymmetryProbes; i++)
        {
            var x = Math.Min(-from, to) * i / SymmetryProbes;
            var (right, left) = (Value(function, x), Value(function, -x));
            var near = 1e-12 * Math.Abs(right);
            odd &= Math.Abs(right + left) <= near;
            even &= Math.Abs(right - left) <= near;
        }
        return odd ? Symmetry.Odd : even ? Symmetry.Even : Symmetry.None;
    }

    private static double Value(Operator function, double x)
    {
        var value = function.Evaluate([x]);
        return double.IsFinite(value)
            ? value
            : throw new DiagnosticException(Errors.TableEntry(function.Name, x.ToString("G6", CultureInfo.InvariantCulture)));
    }
}
