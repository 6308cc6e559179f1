using System.Globalization;
using System.Numerics;

namespace SrRepl.Hardware;

/// <summary>
/// A function of a number that is not negative, by polynomials: on equal segments, or on segments of equal ratio (an
/// argument shifted until its top bit is used), whichever is cheaper. The latter follow functions that are singular at 0, and those that
/// change long after they began.
/// </summary>
/// <param name="Name">The function's name; it stands for the function.</param>
/// <param name="Value">The function above 0.</param>
/// <param name="AtZero">Its value, or limit, at 0; infinite at a pole.</param>
internal sealed record HalfLine(string Name, Func<double, double> Value, double AtZero)
{
    private const int Probes = 64;
    private const int MostBlocks = 128;

    // A stage of a shifter is a comparison and a choice.
    private const double LutsPerShiftedBit = 1;

    /// <summary>Builds it, or gives null where the precision is out of reach. The value is not rounded yet, and its error is below an eighth of the result's last bit.</summary>
    /// <param name="request">The precision, and the limit beyond which results saturate.</param>
    /// <param name="size">The argument: an unsigned operation.</param>
    public int? Build(FunctionRequest request, int size)
    {
        var (builder, precision) = (request.Builder, request.Precision);
        var limit = Math.ScaleB(1, request.Ceiling);
        var tolerance = Math.ScaleB(1, -precision - 1);
        var largest = builder.Range(size).High;
        var top = Top(largest, builder.Type(size).Step, limit, tolerance);
        if (largest == 0 || IsConstant(0, largest, limit, tolerance))
            return builder.Real(Limited(0, limit), precision + 2);
        var uniform = Uniform(builder.Type(size).Fraction, top, precision, limit);
        var binades = Binades.Of(this, builder.Type(size).Fraction, top, precision, limit, tolerance);
        return (uniform, binades) switch
        {
            (null, null) => null,
            ({ } even, { } ratio) when even.Polynomial.Cost <= ratio.Cost => BuildUniform(builder, size, top, even),
            (_, { } ratio) => ratio.Build(builder, size),
            ({ } even, _) => BuildUniform(builder, size, top, even),
        };
    }

    private static int BuildUniform(KernelBuilder builder, int size, int top, (int Fraction, SegmentedPolynomial Polynomial) design)
    {
        var limited = builder.Cast(builder.Truncate(size, design.Fraction), new(top + design.Fraction, top, Signed: false, Overflow: Overflow.Sat));
        return design.Polynomial.Build(builder, builder.Scale(limited, -top));
    }

    private (int Fraction, SegmentedPolynomial Polynomial)? Uniform(int argumentFraction, int top, int precision, double limit)
    {
        var fraction = Math.Min(argumentFraction, precision + 2 + SlopeBits(top, limit));
        if (top + fraction < 1)
            return null;
        var function = new PiecewiseFunction(Named(top), (_, u) => u > 0 ? Value(Math.ScaleB(u, top)) : AtZero, top + fraction, precision) { Limit = limit };
        return SegmentedPolynomial.Design(function) is { } polynomial ? (fraction, polynomial) : null;
    }

    private string Named(int top) => string.Create(CultureInfo.InvariantCulture, $"{Name}_{(top < 0 ? "m" : "")}{Math.Abs(top)}");

    // How much steeper than 1 the function gets, in bits; enough that a cut-off argument does not show.
    private int SlopeBits(int top, double limit)
    {
        var steepest = 1.0;
        for (var i = 0; i < Probes; i++)
        {
            var (low, high) = (Math.ScaleB(i, top) / Probes, Math.ScaleB(i + 1, top) / Probes);
            steepest = Math.Max(steepest, Math.Abs(Limited(high, limit) - Limited(low, limit)) / (high - low));
        }
        return steepest == 1 ? 0 : Math.ILogB(steepest) + 2;
    }

    private double Limited(double x, double limit) => Math.Clamp(x > 0 ? Value(x) : AtZero, -limit, limit);

    // The least power of two beyond which the argument does not go or the result no longer changes. What lies beyond counts as the last
    // argument before it, a step lower.
    private int Top(double largest, double step, double limit, double tolerance)
    {
        var top = Math.ILogB(Math.Max(largest, double.Epsilon)) + 1;
        while (top > 0 && IsConstant(Math.ScaleB(1, top - 1) - step, largest, limit, tolerance))
            top--;
        return top;
    }

    private bool IsConstant(double from, double to, double limit, double tolerance)
    {
        var value = Limited(from, limit);
        for (var i = 1; i <= Probes; i++)
            if (!(Math.Abs(Limited(from + (to - from) * i / Probes, limit) - value) < tolerance))
                return false;
        return true;
    }

    /// <summary>The segments of equal ratio: a block of them between each power of two and the next.</summary>
    private sealed record Binades(int Low, int Top, int Stages, int PlaceBits, SegmentedPolynomial Polynomial)
    {
        /// <summary>What it takes on the chip, in look-up tables.</summary>
        public double Cost => Polynomial.Cost + 2 * Stages * (Top - Low + PlaceBits) * LutsPerShiftedBit;

        /// <summary>Finds them, or gives null where the precision is out of reach.</summary>
        public static Binades? Of(HalfLine function, int fraction, int top, int precision, double limit, double tolerance)
        {
            // Below 2^low the function is what it is at 0; where arguments are coarser, 0 is the block below all others.
            var low = top - 1;
            while (low > -fraction - 1 && !function.IsConstant(0, Math.ScaleB(1, low), limit, tolerance))
                low--;
            var blocks = top - low;
            if (blocks is < 1 or > MostBlocks)
                return null;
            var isZero = low == -fraction - 1;
            var stages = BitOperations.Log2((uint)blocks - 1) + 1;
            if (blocks == 1)
                return null;
            var steepest = 1.0;
            for (var n = 0; n < blocks; n++)
                steepest = Math.Max(steepest, Math.Abs(function.Limited(Math.ScaleB(1, top - n), limit) - function.Limited(Math.ScaleB(1, top - n - 1), limit)));
            var place = Math.Max(1, Math.Min(top + Math.Max(fraction, -low) - 1, precision + 3 + (steepest == 1 ? 0 : Math.ILogB(steepest) + 1)));
            double At(int block, double u)
            {
                var x = Math.ScaleB(1 + u, top - 1 - block);
                return block >= blocks ? 0
                    : isZero && block == blocks - 1 ? Math.Clamp(function.AtZero, -limit, limit)
                    : function.Value(x);
            }

            var name = string.Create(CultureInfo.InvariantCulture, $"{function.Named(top)}_{(low < 0 ? "m" : "")}{Math.Abs(low)}{(isZero ? "z" : "")}");
            var wanted = new PiecewiseFunction(name, At, place, precision) { Blocks = 1 << stages, Limit = limit };
            return SegmentedPolynomial.Design(wanted) is { } polynomial ? new(low, top, stages, place, polynomial) : null;
        }

        /// <summary>Builds them.</summary>
        public int Build(KernelBuilder builder, int size)
        {
            var fraction = Math.Max(builder.Type(size).Fraction, -Low);
            var type = new FixedType(Top + fraction, Top, Signed: false, Overflow: Overflow.Sat);
            var limited = builder.Cast(builder.Max(builder.Cast(size, type), builder.PowerOfTwo(Low)), type);
            var (normal, amount) = builder.Normalise(builder.Scale(limited, -Top), unit: 1, most: Top - Low - 1);
            var block = builder.Number(amount);
            var u = builder.Scale(builder.Bits(normal, -1, -type.Width), 1);
            return Polynomial.Build(builder, builder.Truncate(u, PlaceBits), block);
        }
    }
}
