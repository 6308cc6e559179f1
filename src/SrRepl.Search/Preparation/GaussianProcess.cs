using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Smooths a target by a Gaussian process (Rasmussen and Williams, 2006, chapters 2 and 5), as PySR's denoise does: a squared
/// exponential kernel with a length for every feature, a constant, and white noise, all found by maximising the likelihood.
/// </summary>
internal static class GaussianProcess
{
    // Rows that decide the kernel, and rows that the prediction is made of: the work grows with their third power.
    private const int KernelRows = 200;
    private const int PredictionRows = 1_000;
    private const int Iterations = 40;
    private const double Jitter = 1e-10;

    /// <summary>The dataset with its target replaced by the process's mean at every row.</summary>
    public static Dataset Smooth(Dataset data, long seed)
    {
        var rng = new Xoshiro256((ulong)seed, ulong.MaxValue - 2);
        var order = Enumerable.Range(0, data.Rows).ToArray();
        rng.Shuffle<int>(order);
        var features = data.Features.Select(name => Standardized(data[name].ToArray(), out _, out _)).ToArray();
        var target = Standardized(data[data.Target!].ToArray(), out var mean, out var deviation);
        var kernel = Fit(features, target, order[..Math.Min(KernelRows, order.Length)]);
        var rows = order[..Math.Min(PredictionRows, order.Length)];
        var factor = Factor(Covariance(kernel, features, rows), rows.Length);
        var weights = Solve(factor, [.. rows.Select(row => target[row])], rows.Length);
        var smooth = new double[data.Rows];
        for (var row = 0; row < smooth.Length; row++)
        {
            var sum = 0.0;
            for (var i = 0; i < rows.Length; i++)
                sum += weights[i] * kernel.Signal(features, row, rows[i]);
            smooth[row] = mean + deviation * sum;
        }
        return data.With([.. data.Columns.Select(column => column.Name == data.Target ? new Column(column.Name, smooth) : column)]);
    }

    // Parameters are logarithms: of the lengths, then of the constant's and the noise's deviation.
    private readonly record struct Kernel(double[] Parameters)
    {
        public double Noise => Math.Exp(2 * Parameters[^1]);

        public double Signal(double[][] features, int a, int b)
        {
            var sum = 0.0;
            for (var i = 0; i < features.Length; i++)
            {
                var difference = (features[i][a] - features[i][b]) * Math.Exp(-Parameters[i]);
                sum += difference * difference;
            }
            return Math.Exp(2 * Parameters[^2] - sum / 2);
        }
    }

    private static Kernel Fit(double[][] features, double[] target, int[] rows)
    {
        var y = rows.Select(row => target[row]).ToArray();
        var parameters = new double[features.Length + 2];
        parameters[^1] = Math.Log(0.3);
        Bfgs.Minimise(parameters, (point, gradient) => Likelihood(features, y, rows, point, gradient), Iterations, 1e-7);
        return new(parameters);
    }

    // Minus the logarithm of the likelihood, and its gradient by the parameters.
    private static double Likelihood(double[][] features, double[] y, int[] rows, ReadOnlySpan<double> point, Span<double> gradient)
    {
        gradient.Clear();
        foreach (var parameter in point)
            if (Math.Abs(parameter) > 12)
                return double.PositiveInfinity;
        var n = rows.Length;
        var kernel = new Kernel(point.ToArray());
        var covariance = Covariance(kernel, features, rows);
        var factor = Factor((double[])covariance.Clone(), n);
        if (double.IsNaN(factor[^1]))
            return double.PositiveInfinity;
        var alpha = Solve(factor, y, n);
        var inverse = Inverse(factor, n);
        var value = 0.0;
        for (var i = 0; i < n; i++)
            value += y[i] * alpha[i] / 2 + Math.Log(factor[i * n + i]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                // (K^-1 - alpha alpha') is symmetric: off the diagonal each pair counts twice.
                var pull = (inverse[i * n + j] - alpha[i] * alpha[j]) * (i == j ? 0.5 : 1);
                if (i == j)
                    gradient[^1] += pull * 2 * kernel.Noise;
                var signal = i == j ? covariance[i * n + j] - kernel.Noise - Jitter : covariance[i * n + j];
                gradient[^2] += pull * 2 * signal;
                for (var k = 0; k < features.Length; k++)
                {
                    var difference = (features[k][rows[i]] - features[k][rows[j]]) * Math.Exp(-point[k]);
                    gradient[k] += pull * signal * difference * difference;
                }
            }
        return value;
    }

    private static double[] Covariance(Kernel kernel, double[][] features, int[] rows)
    {
        var n = rows.Length;
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
                matrix[i * n + j] = matrix[j * n + i] = kernel.Signal(features, rows[i], rows[j]);
            matrix[i * n + i] = kernel.Signal(features, rows[i], rows[i]) + kernel.Noise + Jitter;
        }
        return matrix;
    }

    // Cholesky's lower factor in place; not a number in the last entry where the matrix is not positive definite.
    private static double[] Factor(double[] matrix, int n)
    {
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * n + j];
                for (var k = 0; k < j; k++)
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                matrix[i * n + j] = i == j ? Math.Sqrt(sum) : sum / matrix[j * n + j];
            }
        return matrix;
    }

    private static double[] Solve(double[] factor, double[] right, int n)
    {
        var x = (double[])right.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
                x[i] -= factor[i * n + k] * x[k];
            x[i] /= factor[i * n + i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                x[i] -= factor[k * n + i] * x[k];
            x[i] /= factor[i * n + i];
        }
        return x;
    }

    private static double[] Inverse(double[] factor, int n)
    {
        var inverse = new double[n * n];
        var unit = new double[n];
        for (var column = 0; column < n; column++)
        {
            Array.Clear(unit);
            unit[column] = 1;
            Solve(factor, unit, n).CopyTo(inverse, column * n);
        }
        return inverse;
    }

    private static double[] Standardized(double[] values, out double mean, out double deviation)
    {
        var centre = mean = values.Average();
        deviation = Math.Sqrt(values.Average(value => (value - centre) * (value - centre)));
        var scale = deviation > 0 ? deviation : 1;
        return [.. values.Select(value => (value - centre) / scale)];
    }
}
