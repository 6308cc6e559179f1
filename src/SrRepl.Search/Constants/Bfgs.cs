namespace SrRepl.Search;

/// <summary>
/// Minimises a function of a few variables by its gradient: the method of Broyden, Fletcher, Goldfarb and Shanno (1970) with the
/// inverse of the curvature as a full matrix, and the bisecting line search for the weak conditions of Wolfe, with which it also
/// goes down functions with corners (Lewis and Overton, Mathematical Programming 141, 2013).
/// </summary>
internal static class Bfgs
{
    private const double Decrease = 1e-4;
    private const double Flattening = 0.9;
    private const int Bisections = 30;

    /// <summary>The value at a point, and the gradient there; the value may be infinite or not a number, where the search does not go.</summary>
    public delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);

    /// <summary>Moves a point to lower values; it never gets to a higher one.</summary>
    /// <param name="point">Where to start, and where it ended.</param>
    /// <param name="objective">What to minimise.</param>
    /// <param name="iterations">At most so many line searches.</param>
    /// <param name="tolerance">Stops when one lowers the value by less than this fraction.</param>
    /// <returns>The value at the end.</returns>
    public static double Minimise(Span<double> point, Objective objective, int iterations, double tolerance)
    {
        var n = point.Length;
        var inverse = new double[n * n];
        double[] gradient = new double[n], direction = new double[n], next = new double[n], nextGradient = new double[n], change = new double[n];
        var value = objective(point, gradient);
        if (!double.IsFinite(value))
            return value;
        Reset(inverse, n);
        var fresh = true;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var slope = Multiply(inverse, gradient, direction, n);
            if (!(slope < 0))
            {
                if (fresh)
                    break;
                Reset(inverse, n);
                fresh = true;
                slope = Multiply(inverse, gradient, direction, n);
                if (!(slope < 0))
                    break;
            }
            // Without a matrix yet, the first step is of the point's own size.
            var first = fresh ? Math.Min(1, (0.1 + Norm(point)) / Norm(direction)) : 1;
            var reached = Search(point, value, slope, direction, first, objective, next, nextGradient, out var step);
            if (!(reached < value))
            {
                if (fresh)
                    break;
                Reset(inverse, n);
                fresh = true;
                continue;
            }
            for (var i = 0; i < n; i++)
                change[i] = nextGradient[i] - gradient[i];
            Update(inverse, direction, step, change, fresh, n);
            fresh = false;
            var gain = (value - reached) / Math.Max(Math.Abs(value), double.Epsilon);
            next.CopyTo(point);
            nextGradient.CopyTo(gradient, 0);
            value = reached;
            if (gain < tolerance)
                break;
        }
        return value;
    }

    private static double Search(ReadOnlySpan<double> point, double value, double slope, double[] direction, double first, Objective objective, double[] next, double[] nextGradient, out double step)
    {
        double low = 0, high = double.PositiveInfinity, best = value, bestStep = 0;
        step = first;
        for (var i = 0; i < Bisections; i++)
        {
            for (var j = 0; j < next.Length; j++)
                next[j] = point[j] + step * direction[j];
            var reached = objective(next, nextGradient);
            if (reached < best)
                (best, bestStep) = (reached, step);
            if (!(reached <= value + Decrease * step * slope))
                high = step;
            else if (Dot(nextGradient, direction) < Flattening * slope)
                low = step;
            else
                return reached;
            step = double.IsFinite(high) ? (low + high) / 2 : 2 * low;
        }
        // The best that was met, where no step meets both conditions.
        step = bestStep;
        for (var j = 0; j < next.Length; j++)
            next[j] = point[j] + step * direction[j];
        return bestStep == 0 ? value : objective(next, nextGradient);
    }

    // H := (I - r s y') H (I - r y s') + r s s' with r = 1 / s'y.
    private static void Update(double[] inverse, double[] direction, double step, double[] change, bool fresh, int n)
    {
        var curvature = step * Dot(direction, change);
        var square = Dot(change, change);
        if (!(curvature > 1e-14 * square) || !double.IsFinite(square))
            return;
        if (fresh)
            for (var i = 0; i < n; i++)
                inverse[i * n + i] = curvature / square;
        var product = new double[n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                product[i] += inverse[i * n + j] * change[j];
        var scale = 1 / curvature;
        var outer = scale * (1 + scale * Dot(change, product));
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                inverse[i * n + j] += step * (outer * step * direction[i] * direction[j] - scale * (product[i] * direction[j] + direction[i] * product[j]));
    }

    private static void Reset(double[] inverse, int n)
    {
        Array.Clear(inverse);
        for (var i = 0; i < n; i++)
            inverse[i * n + i] = 1;
    }

    // The direction of descent, and the slope along it.
    private static double Multiply(double[] inverse, double[] gradient, double[] direction, int n)
    {
        for (var i = 0; i < n; i++)
        {
            direction[i] = 0;
            for (var j = 0; j < n; j++)
                direction[i] -= inverse[i * n + j] * gradient[j];
        }
        return Dot(direction, gradient);
    }

    private static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(Dot(vector, vector));

    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
