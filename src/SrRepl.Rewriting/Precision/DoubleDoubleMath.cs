namespace SrRepl.Rewriting;

/// <summary>Elementary functions of <see cref="DoubleDouble"/>: reduced arguments, Taylor series, and Newton's method for the inverses.</summary>
internal static class DoubleDoubleMath
{
    private const double SmallestTerm = 1e-34;

    /// <summary>From here on an angle is too large to be reduced.</summary>
    public const double LargestAngle = 1e6;

    public static DoubleDouble Sqrt(DoubleDouble x)
    {
        if (x.High <= 0)
            return x.High == 0 ? 0 : DoubleDouble.NaN;
        DoubleDouble y = Math.Sqrt(x.High);
        return y + (x - y * y) / (y + y);
    }

    public static DoubleDouble Cbrt(DoubleDouble x)
    {
        if (x.High == 0)
            return 0;
        DoubleDouble y = Math.Cbrt(x.High);
        return y - (y * y * y - x) / (3 * (y * y));
    }

    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (!(Math.Abs(x.High) < 700))
            return Math.Exp(x.High);
        const int halvings = 9;
        var k = (int)Math.Round(x.High / DoubleDouble.Log2.High);
        var r = (x - k * DoubleDouble.Log2).Scale(-halvings);
        // exp - 1, so that the doublings lose nothing.
        var (sum, term) = (r, r);
        for (var n = 2; Math.Abs(term.High) > SmallestTerm * Math.Abs(sum.High); n++)
        {
            term = term * r / n;
            sum += term;
        }
        for (var i = 0; i < halvings; i++)
            sum = sum + sum + sum * sum;
        return (sum + 1).Scale(k);
    }

    public static DoubleDouble Log(DoubleDouble x)
    {
        if (!(x.High > 0) || !x.IsFinite)
            return x.High == 0 ? double.NegativeInfinity : double.IsPositiveInfinity(x.High) ? x : DoubleDouble.NaN;
        DoubleDouble y = Math.Log(x.High);
        for (var i = 0; i < 2; i++)
            y = y + x * Exp(-y) - 1;
        return y;
    }

    public static (DoubleDouble Sin, DoubleDouble Cos) SinCos(DoubleDouble x)
    {
        if (!(Math.Abs(x.High) < LargestAngle))
            return (DoubleDouble.NaN, DoubleDouble.NaN);
        var k = Math.Round(x.High / DoubleDouble.HalfPi.High);
        var r = x - DoubleDouble.HalfPi * k;
        var square = r * r;
        var (sin, cos) = (Series(r, square, 1), Series(1, square, 0));
        return ((((int)k % 4) + 4) % 4) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    public static DoubleDouble Atan(DoubleDouble x)
    {
        if (!x.IsFinite)
            return Math.Atan(x.High);
        DoubleDouble y = Math.Atan(x.High);
        for (var i = 0; i < 2; i++)
        {
            var (sin, cos) = SinCos(y);
            y += (x * cos - sin) / (cos + x * sin);
        }
        return y;
    }

    public static DoubleDouble Sinh(DoubleDouble x)
    {
        if (Math.Abs(x.High) < 0.5)
        {
            var (sum, term, square) = (x, x, x * x);
            for (var n = 2; Math.Abs(term.High) > SmallestTerm * Math.Abs(sum.High); n += 2)
            {
                term = term * square / ((double)n * (n + 1));
                sum += term;
            }
            return sum;
        }
        var e = Exp(x);
        return (e - 1 / e) / 2;
    }

    public static DoubleDouble Cosh(DoubleDouble x)
    {
        var e = Exp(x);
        return (e + 1 / e) / 2;
    }

    /// <summary>exp(-x*x) * 2x/sqrt(pi) * sum of (2x*x)**n/(1*3*...*(2n+1)): all terms of one sign (DLMF 7.6.2).</summary>
    public static DoubleDouble Erf(DoubleDouble x)
    {
        if (Math.Abs(x.High) > 9)
            return Math.Sign(x.High);
        var square = x * x;
        var (sum, term) = (x, x);
        for (var n = 1; Math.Abs(term.High) > SmallestTerm * Math.Abs(sum.High); n++)
        {
            term = term * square * 2 / (2.0 * n + 1);
            sum += term;
        }
        return sum * 2 / Sqrt(DoubleDouble.Pi) * Exp(-square);
    }

    // first/0! - ... in steps of two from an exponent of 0 or 1.
    private static DoubleDouble Series(DoubleDouble first, DoubleDouble square, int exponent)
    {
        var (sum, term) = (first, first);
        for (var n = exponent + 1; Math.Abs(term.High) > SmallestTerm; n += 2)
        {
            term = -(term * square) / ((double)n * (n + 1));
            sum += term;
        }
        return sum;
    }
}
