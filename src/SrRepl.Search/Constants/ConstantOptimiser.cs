using System.Numerics;
using System.Runtime.InteropServices;

namespace SrRepl.Search;

/// <summary>
/// Fits a program's constants with exact derivatives: by <see cref="LevenbergMarquardt{T}"/> where the loss is a sum of squares, by
/// <see cref="Bfgs"/> otherwise. Deterministic; one thread at a time.
/// </summary>
/// <param name="mostConstants">Programs with more constants than this are left as they are: a search has better uses for the time.</param>
public sealed unsafe class ConstantOptimiser<T>(int mostConstants = 40) : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int TileRows = Evaluator<T>.TileRows;

    private readonly LevenbergMarquardt<T> _squares = new();
    private readonly Evaluator<T> _evaluator = new();
    private readonly T* _slopes = (T*)NativeMemory.AlignedAlloc((nuint)(2 * TileRows * sizeof(T)), 64);

    /// <summary>Gives the memory back.</summary>
    ~ConstantOptimiser() => NativeMemory.AlignedFree(_slopes);

    /// <summary>Improves the constants in place; never makes the loss worse.</summary>
    /// <param name="program">The program.</param>
    /// <param name="operators">Its operators.</param>
    /// <param name="data">The table.</param>
    /// <param name="rows">How many of its first rows, a multiple of the vector's width.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="iterations">At most so many steps of either method.</param>
    /// <param name="tolerance">Stops when a step improves the loss by less than this fraction.</param>
    /// <returns>The sum of the weighted loss over those rows, or infinity where no value is finite.</returns>
    public double Improve(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss, int iterations, double tolerance)
    {
        var k = program.Constants();
        if (k == 0 || k > mostConstants)
            return _squares.Sum(program, operators, data, rows, loss);
        if (loss.IsSumOfSquares)
            return _squares.Improve(program, operators, data, rows, loss, iterations, tolerance);
        var point = new double[k];
        program.ReadConstants(point);
        var reached = Bfgs.Minimise(point, (at, gradient) => Gradient(program, operators, data, rows, loss, at, gradient), iterations, tolerance);
        program.WriteConstants(point);
        return double.IsFinite(reached) ? reached : double.PositiveInfinity;
    }

    /// <summary>The weighted loss summed over the first rows, infinity where it is not finite.</summary>
    public double Sum(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss) =>
        _squares.Sum(program, operators, data, rows, loss);

    /// <inheritdoc/>
    public void Dispose()
    {
        _squares.Dispose();
        _evaluator.Dispose();
        NativeMemory.AlignedFree(_slopes);
        GC.SuppressFinalize(this);
    }

    private double Gradient(Program program, OperatorSet operators, SearchData<T> data, int rows, LossTile<T> loss, ReadOnlySpan<double> at, Span<double> gradient)
    {
        program.WriteConstants(at);
        gradient.Clear();
        var sum = 0.0;
        var columns = stackalloc T*[at.Length];
        for (var start = 0; start < rows; start += TileRows)
        {
            var count = Math.Min(TileRows, rows - start);
            var values = _evaluator.RunGradient(program, operators, data, start, count, columns);
            sum += loss.Sum(values, data.Target + start, data.Weights + start, count, T.One, T.Zero);
            loss.Derivatives(values, data.Target + start, data.Weights + start, _slopes, _slopes + TileRows, count);
            for (var i = 0; i < gradient.Length; i++)
                gradient[i] += LevenbergMarquardt<T>.Dot(columns[i], _slopes, count);
        }
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }
}
