using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SrRepl.Search;

/// <summary>Scores programs on the search's table. Each thread has its own; nothing in it outlives a call but scratch memory.</summary>
public sealed unsafe class Scorer : IDisposable
{
    private const int TileRows = Evaluator<float>.TileRows;

    private const double LeastClosed = 3e-3;

    private readonly SearchProblem _problem;
    private readonly float* _values;
    private long _evaluations;

    /// <summary>A scorer for a problem.</summary>
    public Scorer(SearchProblem problem)
    {
        _problem = problem;
        _values = (float*)NativeMemory.AlignedAlloc((nuint)problem.Data.PaddedRows * sizeof(float), 64);
    }

    /// <summary>Gives the memory back.</summary>
    ~Scorer() => NativeMemory.AlignedFree(_values);

    /// <summary>Runs programs.</summary>
    public Evaluator<float> Evaluator { get; } = new();

    /// <summary>How many programs were scored since this was last asked.</summary>
    public long TakeEvaluations() => Interlocked.Exchange(ref _evaluations, 0);

    /// <summary>The mean loss, or infinity where a value is not finite; gives up once it must exceed <paramref name="bound"/>.</summary>
    public double Loss(Program program, double bound = double.PositiveInfinity)
    {
        _evaluations++;
        var data = _problem.Data;
        var limit = bound * data.TotalWeight;
        var sum = 0.0;
        for (var start = 0; start < data.PaddedRows; start += TileRows)
        {
            var count = Math.Min(TileRows, data.PaddedRows - start);
            Evaluator.RunTile(program, _problem.Operators, data, start, count, _values);
            sum += _problem.Loss.Single.Sum(_values, data.Target + start, data.Weights + start, count, 1, 0);
            if (!double.IsFinite(sum) || sum > limit)
                return double.PositiveInfinity;
        }
        return sum / data.TotalWeight;
    }

    /// <summary>The program's losses with and without the best offset and scale.</summary>
    public Fit Fit(Program program)
    {
        if (!_problem.Loss.IsSquare || !_problem.CanScale)
            return new(Loss(program));
        _evaluations++;
        var data = _problem.Data;
        var moments = new Moments();
        var raw = 0.0;
        for (var start = 0; start < data.PaddedRows; start += TileRows)
        {
            var count = Math.Min(TileRows, data.PaddedRows - start);
            Evaluator.RunTile(program, _problem.Operators, data, start, count, _values + start);
            if (start == 0)
                moments = new Moments { Shift = _values[0] };
            raw += _problem.Loss.Single.Sum(_values + start, data.Target + start, data.Weights + start, count, 1, 0);
            moments.Add(_values + start, data.Target + start, data.Weights + start, count, (float)_problem.Centre);
            if (!double.IsFinite(raw + moments.FF))
                return Search.Fit.Failed;
        }
        return Solve(raw / data.TotalWeight, moments);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Evaluator.Dispose();
        NativeMemory.AlignedFree(_values);
        GC.SuppressFinalize(this);
    }

    /// <summary>The constant of least loss and its mean loss: the mean for a square, otherwise by golden section over the target's range.</summary>
    internal static double BestConstant(SearchProblem problem, out double loss)
    {
        var data = problem.Data;
        if (problem.Loss.IsSquare)
        {
            var sum = 0.0;
            for (var row = 0; row < data.Rows; row++)
                sum += (double)data.Target[row] * data.Weights[row];
            var mean = sum / data.TotalWeight;
            loss = LossOf(mean);
            return mean;
        }
        double low = data.Target[0], high = low;
        for (var row = 1; row < data.Rows; row++)
            (low, high) = (Math.Min(low, data.Target[row]), Math.Max(high, data.Target[row]));
        (low, high) = (Math.Min(low, -4), Math.Max(high, 4));
        var ratio = (Math.Sqrt(5) - 1) / 2;
        for (var step = 0; step < 60; step++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (LossOf(left) <= LossOf(right))
                high = right;
            else
                low = left;
        }
        loss = LossOf((low + high) / 2);
        return (low + high) / 2;

        double LossOf(double constant)
        {
            var values = stackalloc float[TileRows];
            new Span<float>(values, TileRows).Fill((float)constant);
            var total = 0.0;
            for (var start = 0; start < data.PaddedRows; start += TileRows)
                total += problem.Loss.Single.Sum(values, data.Target + start, data.Weights + start, Math.Min(TileRows, data.PaddedRows - start), 1, 0);
            return total / data.TotalWeight;
        }
    }

    // With f' = f - shift and y' = y - centre, sums of which are well conditioned.
    private Fit Solve(double raw, in Moments m)
    {
        var (w, centre) = (_problem.Data.TotalWeight, _problem.Centre);
        var (meanF, meanY) = (m.F / w, m.Y / w);
        var varianceF = m.FF / w - meanF * meanF;
        var covariance = m.FY / w - meanF * meanY;
        if (!(varianceF > 1e-12 * (m.Shift + meanF) * (m.Shift + meanF)) || !(varianceF > 0))
            return new(raw);
        var slope = covariance / varianceF;
        var f = m.Shift + meanF;
        var y = centre + meanY;
        var through = (covariance + f * y) / (varianceF + f * f);
        var varianceY = m.YY / w - meanY * meanY;
        var unit = _problem.Loss.Unit;
        return new(raw)
        {
            LinearScale = slope,
            LinearOffset = y - slope * f,
            Linear = Precise((varianceY - slope * covariance) / unit, slope, y - slope * f),
            Scale = through,
            Scaled = Precise((varianceY + y * y - through * (covariance + f * y)) / unit, through, 0),
            Offset = y - f,
            Shifted = Precise((varianceY + varianceF - 2 * covariance) / unit, 1, y - f),
        };
    }

    // The closed forms lose their digits by cancellation where the fit is good; the residuals themselves do not.
    private double Precise(double closed, double scale, double offset) =>
        closed > LeastClosed * _problem.Baseline ? closed : Measure(scale, offset);

    private double Measure(double scale, double offset)
    {
        var data = _problem.Data;
        var sum = 0.0;
        for (var start = 0; start < data.PaddedRows; start += TileRows)
            sum += _problem.Loss.Single.Sum(_values + start, data.Target + start, data.Weights + start, Math.Min(TileRows, data.PaddedRows - start), (float)scale, (float)offset);
        return double.IsFinite(sum) ? sum / data.TotalWeight : double.PositiveInfinity;
    }

    // Weighted sums of f', f'^2, f' y', y' and y'^2.
    private struct Moments
    {
        public float Shift;
        public double F, FF, FY, Y, YY;

        public void Add(float* f, float* y, float* w, int count, float centre)
        {
            var (sumF, sumFF, sumFY) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
            var (sumY, sumYY) = (Vector256<float>.Zero, Vector256<float>.Zero);
            var (shiftF, shiftY) = (Vector256.Create(Shift), Vector256.Create(centre));
            for (var i = 0; i < count; i += Vector256<float>.Count)
            {
                var value = Vector256.Load(f + i) - shiftF;
                var target = Vector256.Load(y + i) - shiftY;
                var weight = Vector256.Load(w + i);
                var weighted = value * weight;
                sumF += weighted;
                sumFF += weighted * value;
                sumFY += weighted * target;
                sumY += target * weight;
                sumYY += target * target * weight;
            }
            F += Vector256.Sum(sumF);
            FF += Vector256.Sum(sumFF);
            FY += Vector256.Sum(sumFY);
            Y += Vector256.Sum(sumY);
            YY += Vector256.Sum(sumYY);
        }
    }
}
