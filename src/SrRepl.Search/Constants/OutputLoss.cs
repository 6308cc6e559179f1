using System.Collections.Immutable;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The loss of predictions that come from elsewhere, such as a Kernel: against the dataset's target, or, where it has none, against
/// formulas, one for each column of predictions.
/// </summary>
public sealed class OutputLoss
{
    private readonly Loss _loss;
    private readonly double[][] _targets;
    private readonly double[][] _weights;
    private readonly double _total;

    /// <summary>Prepares targets and weights.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="formulas">What each column of predictions should be where the dataset has no target.</param>
    /// <param name="name">The loss, as evolve names them.</param>
    /// <exception cref="DiagnosticException">An unknown loss, targets it cannot have, or one target for several columns (SR4032).</exception>
    public OutputLoss(Dataset data, ImmutableArray<Expr> formulas, string name)
    {
        _loss = Losses.Find(name, 1);
        if (data.Target is not null && formulas.Length != 1)
            throw new DiagnosticException(Errors.OneTargetForOutputs(formulas.Length));
        if (data.Target is not null)
            DatasetChecks.Check(data);
        if (data.Target is not null && _loss.IsMargin)
            DatasetChecks.CheckMargin(data, _loss.Name);
        _targets = [.. formulas.Select(formula => Padded(data.Target is { } target ? data[target] : formula.Evaluate(data)))];
        var weights = data.Weights is { } column ? Padded(data[column]) : [.. Enumerable.Repeat(1.0, data.Rows), .. new double[Padding(data.Rows)]];
        _weights = [.. _targets.Select(target => (double[])[.. weights.Select((weight, row) => double.IsFinite(target[row]) ? weight : 0)])];
        foreach (var target in _targets)
            for (var row = 0; row < target.Length; row++)
                target[row] = double.IsFinite(target[row]) ? target[row] : 0;
        _total = _weights.Sum(column => column.Sum());
    }

    /// <summary>The weighted mean over all rows and columns.</summary>
    public unsafe double Of(ImmutableArray<Column> predictions)
    {
        var sum = 0.0;
        for (var i = 0; i < _targets.Length; i++)
            fixed (double* prediction = Padded(predictions[i]), target = _targets[i], weight = _weights[i])
                sum += _loss.Double.Sum(prediction, target, weight, _targets[i].Length, 1, 0);
        return sum / _total;
    }

    private static int Padding(int rows) => (Vector256<double>.Count - rows % Vector256<double>.Count) % Vector256<double>.Count;

    // A loss runs over whole vectors; what fills the last one has weight 0.
    private static double[] Padded(Column column)
    {
        var values = new double[column.Length + Padding(column.Length)];
        column.CopyTo(0, values.AsSpan(0, column.Length));
        return values;
    }
}
