using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Scores programs by what a chip computes: the mean loss of its outputs on the search's rows, which must be within the bounds. One a thread.</summary>
internal sealed unsafe class ChipScorer
{
    private const int TileRows = Evaluator<float>.TileRows;

    private readonly SearchProblem _problem;
    private readonly IChipRun _run;
    private readonly double[] _outputs;
    private readonly float[] _values;
    private readonly Predicate<double> _isInBounds;

    public ChipScorer(SearchProblem problem, IChip chip)
    {
        _problem = problem;
        _run = chip.Over(problem.ChipRows);
        _outputs = new double[problem.Data.Rows];
        _values = new float[problem.Data.PaddedRows];
        _isInBounds = (problem.Options.Bounds ?? Interval.Everything).Contains;
    }

    /// <summary>The mean loss; infinite where the chip has no value for some row, or one out of bounds.</summary>
    public double Loss(Program program)
    {
        if (!_run.TryRun(_problem.FormulaOf(program), _outputs) || !Array.TrueForAll(_outputs, _isInBounds))
            return double.PositiveInfinity;
        for (var row = 0; row < _outputs.Length; row++)
            _values[row] = (float)_outputs[row];
        var data = _problem.Data;
        var sum = 0.0;
        fixed (float* values = _values)
            for (var start = 0; start < data.PaddedRows; start += TileRows)
                sum += _problem.Loss.Single.Sum(values + start, data.Target + start, data.Weights + start, Math.Min(TileRows, data.PaddedRows - start), 1, 0);
        return double.IsFinite(sum) ? sum / data.TotalWeight : double.PositiveInfinity;
    }
}
