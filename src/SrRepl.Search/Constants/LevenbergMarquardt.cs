using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Search;

/// <summary>
/// Fits a program's constants by damped Gauss-Newton steps (Levenberg 1944, Marquardt 1963) with exact derivatives, for losses
/// that are sums of squares. Deterministic; one thread at a time.
/// </summary>
public sealed unsafe class LevenbergMarquardt<T> : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int TileRows = Evaluator<T>.TileRows;

    private readonly Evaluator<T> _evaluator = new();
    private readonly T* _values = (T*)NativeMemory.AlignedAlloc((nuint)(3 * TileRows * sizeof(T)), 64);
    private double[] _matrix = [];
    private double[] _factor = [];
    private double[] _gradient = [];
    private double[] _step = [];
    private double[] _start = [];
    private double[] _moved = [];

    /// <summary>Gives the memory back.</summary>
    ~LevenbergMarquardt() => NativeMemory.AlignedFree(_values);

    /// <summary>Improves the constants in place; never makes the loss worse.</summary>
    /// <param name="program">The program.</param>
    /// <param name="operators">Its operators.</param>
    /// <param name="data">The table.</param>
    /// <param name="rows">How many of its first rows, a multiple of the vector's width.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="iterations">At most so many accepted or rejected steps.</param>
    /// <param name="tolerance">Stops when a step improves the loss by less than this fraction.</param>
    /// <returns>The sum of the weighted loss over those rows, or infinity where no value is finite.</returns>
    public double Improve(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss, int iterations, double tolerance)
    {
        var k = program.Constants();
        var best = Sum(program, operators, data, rows, loss);
        if (k == 0 || !double.IsFinite(best))
            return best;
        Reserve(k);
        var damping = 1e-3;
        var stale = true;
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            if (stale && !Linearise(program, operators, data, rows, loss, k))
                return best;
            stale = false;
            if (!Solve(k, damping))
            {
                damping *= 10;
                continue;
            }
            Move(program);
            var moved = Sum(program, operators, data, rows, loss);
            if (moved < best)
            {
                var gain = (best - moved) / best;
                best = moved;
                damping = Math.Max(damping * 0.1, 1e-12);
                stale = true;
                if (gain < tolerance)
                    break;
            }
            else
            {
                program.WriteConstants(_start);
                damping *= 10;
                if (damping > 1e8)
                    break;
            }
        }
        return best;
    }

    /// <summary>The weighted loss summed over the first rows, infinity where it is not finite.</summary>
    public double Sum(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss)
    {
        var sum = 0.0;
        for (var start = 0; start < rows; start += TileRows)
        {
            var count = Math.Min(TileRows, rows - start);
            _evaluator.RunTile(program, operators, data, start, count, _values);
            sum += loss.Sum(_values, data.Target + start, data.Weights + start, count, T.One, T.Zero);
            if (!double.IsFinite(sum))
                return double.PositiveInfinity;
        }
        return sum;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _evaluator.Dispose();
        NativeMemory.AlignedFree(_values);
        GC.SuppressFinalize(this);
    }

    // The arrays are those of the largest program so far.
    private void Reserve(int k)
    {
        if (k <= _gradient.Length)
            return;
        (_matrix, _factor) = (new double[k * k], new double[k * k]);
        (_gradient, _step, _start, _moved) = (new double[k], new double[k], new double[k], new double[k]);
    }

    // Gradient and matrix at the present constants.
    private bool Linearise(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss, int k)
    {
        Array.Clear(_matrix);
        Array.Clear(_gradient);
        var columns = stackalloc T*[k];
        var slope = _values + TileRows;
        var curvature = _values + 2 * TileRows;
        for (var start = 0; start < rows; start += TileRows)
        {
            var count = Math.Min(TileRows, rows - start);
            var values = _evaluator.RunGradient(program, operators, data, start, count, columns);
            loss.Derivatives(values, data.Target + start, data.Weights + start, slope, curvature, count);
            for (var i = 0; i < k; i++)
            {
                _gradient[i] += Dot(columns[i], slope, count);
                for (var row = 0; row < count; row += Vector256<T>.Count)
                    (Vector256.Load(columns[i] + row) * Vector256.Load(curvature + row)).Store(_values + row);
                for (var j = 0; j <= i; j++)
                    _matrix[i * k + j] += Dot(_values, columns[j], count);
            }
        }
        for (var i = 0; i < k; i++)
            if (!double.IsFinite(_gradient[i]) || !double.IsFinite(_matrix[i * k + i]))
                return false;
        return true;
    }

    // Cholesky of the damped matrix; false where it is not positive definite.
    private bool Solve(int k, double damping)
    {
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _matrix[i * k + j];
                if (i == j)
                    sum += damping * Math.Max(sum, 1e-300);
                for (var m = 0; m < j; m++)
                    sum -= _factor[i * k + m] * _factor[j * k + m];
                if (i != j)
                    _factor[i * k + j] = sum / _factor[j * k + j];
                else if (sum > 0)
                    _factor[i * k + i] = Math.Sqrt(sum);
                else
                    return false;
            }
        }
        for (var i = 0; i < k; i++)
        {
            var sum = -_gradient[i];
            for (var m = 0; m < i; m++)
                sum -= _factor[i * k + m] * _step[m];
            _step[i] = sum / _factor[i * k + i];
        }
        for (var i = k - 1; i >= 0; i--)
        {
            var sum = _step[i];
            for (var m = i + 1; m < k; m++)
                sum -= _factor[m * k + i] * _step[m];
            _step[i] = sum / _factor[i * k + i];
        }
        return true;
    }

    private void Move(Program program)
    {
        program.ReadConstants(_start);
        for (var i = 0; i < _start.Length; i++)
            _moved[i] = _start[i] + _step[i];
        program.WriteConstants(_moved);
    }

    /// <summary>The inner product of two runs of whole vectors.</summary>
    internal static double Dot(T* a, T* b, int count)
    {
        var sum = Vector256<T>.Zero;
        for (var i = 0; i < count; i += Vector256<T>.Count)
            sum += Vector256.Load(a + i) * Vector256.Load(b + i);
        return double.CreateTruncating(Vector256.Sum(sum));
    }
}
