using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A shape checked on the rows of the data: values in their bounds, exact derivatives of the right sign. Owns scratch memory.</summary>
internal sealed unsafe class DataShapeConstraint : IProgramConstraint
{
    private const int TileRows = Evaluator<float>.TileRows;

    // Of the bound, or of the largest derivative: rounding in single precision.
    private const float Slack = 1e-5f;

    private readonly SearchProblem _problem;
    private readonly ShapeRequest _shape;
    private readonly OperatorSet _operators;
    private readonly Evaluator<float> _evaluator = new();
    private readonly Program _shifted = new();
    private readonly float[] _values = new float[TileRows];

    /// <summary>The constraint of a problem.</summary>
    /// <exception cref="DiagnosticException">A range is empty, or a name is no feature.</exception>
    public DataShapeConstraint(SearchProblem problem)
    {
        _problem = problem;
        _shape = new ShapeRequest(problem);
        // The same codes, and a sum whether or not formulas have sums.
        _operators = new OperatorSet([.. problem.Operators.Operators, Operators.Add]);
    }

    /// <inheritdoc/>
    public double Penalty(Program program)
    {
        if (_shape.Bounds != Interval.Everything && !InBounds(program))
            return double.PositiveInfinity;
        foreach (var (feature, sign) in _shape.Slopes)
            if (!Slopes(program, feature, sign))
                return double.PositiveInfinity;
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose() => _evaluator.Dispose();

    private bool InBounds(Program program)
    {
        var data = _problem.Data;
        var (low, high) = ((float)_shape.Bounds.Low, (float)_shape.Bounds.High);
        (low, high) = (low - Slack * Math.Abs(low), high + Slack * Math.Abs(high));
        fixed (float* values = _values)
            for (var start = 0; start < data.PaddedRows; start += TileRows)
            {
                var count = Math.Min(TileRows, data.PaddedRows - start);
                _evaluator.RunTile(program, _operators, data, start, count, values);
                for (var row = 0; row < count; row++)
                    if (!(values[row] >= low && values[row] <= high))
                        return false;
            }
        return true;
    }

    // With every x written as x + 0, the derivative by x is the sum of those by the zeros.
    private bool Slopes(Program program, int feature, int sign)
    {
        _shifted.Clear();
        var zeros = new List<int>();
        var constants = 0;
        foreach (ref readonly var node in program.Nodes)
        {
            _shifted.Add(node);
            constants += node.IsConstant ? 1 : 0;
            if (!node.IsFeature || node.Feature != feature)
                continue;
            zeros.Add(constants++);
            _shifted.Add(Node.Number(0));
            _shifted.Add(Node.Apply(_operators.Add));
        }
        if (zeros.Count == 0)
            return true;
        _shifted.Measure(_operators);
        var data = _problem.Data;
        var columns = stackalloc float*[constants];
        for (var start = 0; start < data.PaddedRows; start += TileRows)
        {
            var count = Math.Min(TileRows, data.PaddedRows - start);
            _evaluator.RunGradient(_shifted, _operators, data, start, count, columns);
            var (least, most) = (float.PositiveInfinity, 0f);
            for (var row = 0; row < count; row++)
            {
                var slope = 0f;
                foreach (var zero in zeros)
                    slope += columns[zero][row];
                least = Math.Min(least, sign * slope);
                most = Math.Max(most, Math.Abs(slope));
            }
            if (!(least >= -Slack * most))
                return false;
        }
        return true;
    }
}
