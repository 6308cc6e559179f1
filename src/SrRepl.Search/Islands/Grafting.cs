using System.Runtime.InteropServices;

using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The guided mutation: at a random node n of a formula, n becomes n + c * t, or c * t, or n * t, or n / t, where t is the
/// term of the library that to first order lowers the loss most. It is a step of gradient boosting taken inside the tree:
/// the derivative of the whole formula by n carries the residual to where the term is put.
/// </summary>
internal sealed unsafe class Grafting(SearchProblem problem) : IDisposable
{
    private const int TileRows = Evaluator<float>.TileRows;
    private const double NearOne = 0.03;

    // A factor's exponent below this explains too little of the residual to be worth a node.
    private const double LeastExponent = 0.2;

    private readonly OperatorSet _operators = problem.Operators;
    private readonly Program _probe = new();
    private readonly Program _subtree = new();
    private readonly float* _buffer = (float*)NativeMemory.AlignedAlloc(4 * TileRows * sizeof(float), 64);

    /// <summary>Gives the memory back.</summary>
    ~Grafting() => NativeMemory.AlignedFree(_buffer);

    /// <summary>Grafts in place.</summary>
    /// <param name="child">The formula f.</param>
    /// <param name="scale">What f is multiplied by to predict.</param>
    /// <param name="offset">What is then added.</param>
    /// <param name="worker">The thread's tools, the library filled.</param>
    /// <param name="rng">Chance.</param>
    public bool Graft(Program child, double scale, double offset, Worker worker, Xoshiro256 rng)
    {
        if (!problem.CanScale)
            return false;
        var end = rng.Chance(0.3) ? child.Count - 1 : rng.NextInt(child.Count);
        var mode = rng.NextDouble() switch { < 0.4 => Mode.Add, < 0.65 => Mode.Replace, _ => Mode.Multiply };
        Probe(child, end);
        var count = Math.Min(TileRows, problem.Data.PaddedRows);
        var data = problem.Data;
        var columns = stackalloc float*[_probe.Count];
        var values = worker.Scorer.Evaluator.RunGradient(_probe, _operators, data, 0, count, columns);
        float* adjoint = _buffer, slope = _buffer + TileRows, curvature = _buffer + 2 * TileRows, prediction = _buffer + 3 * TileRows;
        var derivative = columns[Probed(child, end)];
        for (var row = 0; row < count; row++)
        {
            adjoint[row] = derivative[row] * (float)scale;
            prediction[row] = values[row] * (float)scale + (float)offset;
        }
        if (mode != Mode.Add)
        {
            _subtree.Clear();
            _subtree.Add(child.Subtree(end));
            worker.Scorer.Evaluator.RunTile(_subtree, _operators, data, 0, count, slope);
            // To first order, the prediction without the subtree; or the prediction's derivative by a factor on it.
            for (var row = 0; row < count; row++)
            {
                if (mode == Mode.Replace)
                    prediction[row] -= adjoint[row] * slope[row];
                else
                    adjoint[row] *= slope[row];
            }
        }
        problem.Loss.Single.Derivatives(prediction, data.Target, data.Weights, slope, curvature, count);
        var (term, multiple) = worker.Library.Best(adjoint, slope, curvature, count, mode == Mode.Multiply, rng);
        if (term < 0 || (mode == Mode.Multiply && !(Math.Abs(multiple) > LeastExponent)))
            return false;
        Write(child, end, mode, worker.Library[term], multiple, rng);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NativeMemory.AlignedFree(_buffer);
        GC.SuppressFinalize(this);
    }

    private enum Mode
    {
        Add,
        Replace,
        Multiply,
    }

    // The formula with 0 added at the node: the derivative by that 0 is the derivative by the node.
    private void Probe(Program child, int end)
    {
        _probe.CopyFrom(child);
        _probe.Replace(end + 1, 0, [Node.Number(0), Node.Apply(_operators.Add)]);
        _probe.Measure(_operators);
    }

    private static int Probed(Program child, int end)
    {
        var constants = 0;
        for (var i = 0; i <= end; i++)
            constants += child[i].IsConstant ? 1 : 0;
        return constants;
    }

    private void Write(Program child, int end, Mode mode, Program term, double multiple, Xoshiro256 rng)
    {
        _probe.Clear();
        _probe.Add(term.Nodes);
        if (mode == Mode.Multiply)
        {
            _probe.Add(Node.Apply(multiple < 0 && _operators.Divide >= 0 ? _operators.Divide : _operators.Multiply));
        }
        else
        {
            var size = Math.Abs(multiple);
            var bare = Math.Abs(size - 1) < NearOne || (size is > 0.3 and < 3 && rng.Chance(0.5));
            var subtract = mode == Mode.Add && bare && multiple < 0 && _operators.Subtract >= 0;
            if (!subtract && !(bare && multiple > 0))
            {
                _probe.Add(Node.Number(multiple));
                _probe.Add(Node.Apply(_operators.Multiply));
            }
            if (mode == Mode.Add)
                _probe.Add(Node.Apply(subtract ? _operators.Subtract : _operators.Add));
        }
        var replaces = mode == Mode.Replace;
        child.Replace(replaces ? child.Start(end) : end + 1, replaces ? child[end].Length : 0, _probe.Nodes);
        child.Measure(_operators);
    }
}
