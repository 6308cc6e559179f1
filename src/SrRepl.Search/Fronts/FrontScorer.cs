using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Scores a front on other data than it was searched on.</summary>
public static class FrontScorer
{
    private const int TileRows = Evaluator<double>.TileRows;

    /// <summary>The same front, each candidate with its mean loss on a dataset; for a target of two values with AUC and accuracy too.</summary>
    /// <param name="front">The front.</param>
    /// <param name="dataset">Columns for every variable, and the target.</param>
    /// <exception cref="DiagnosticException">A column is missing, or the dataset has no target.</exception>
    public static ParetoFront On(ParetoFront front, Dataset dataset)
    {
        DatasetChecks.Check(dataset);
        using var data = SearchData<double>.From(dataset, dataset.Features, dataset.Target!, Enumerable.Range(0, dataset.Rows).ToArray());
        var loss = front.ElementwiseLoss is { } formula ? FormulaLoss.Of(formula) : Losses.Find(front.Loss, 1);
        var labels = dataset[dataset.Target!].ToArray();
        var classes = labels.Distinct().Take(3).Order().ToArray();
        return front.With(front.Select(candidate =>
        {
            var values = Predict(candidate.Equation, dataset, data);
            var scored = candidate with { TestLoss = MeanLoss(values, data, loss) };
            if (classes.Length != 2)
                return scored;
            var middle = loss.IsLogit ? 0 : (classes[0] + classes[1]) / 2;
            var predictions = values.AsSpan(0, labels.Length);
            return scored with { Auc = Roc.Auc(predictions, labels), Accuracy = Agreement(predictions, labels, middle, classes[1]) };
        }));
    }

    private static double Agreement(ReadOnlySpan<double> predictions, ReadOnlySpan<double> labels, double middle, double upper)
    {
        var right = 0;
        for (var row = 0; row < labels.Length; row++)
            right += predictions[row] > middle == (labels[row] == upper) ? 1 : 0;
        return (double)right / labels.Length;
    }

    /// <summary>The values of a formula at every row.</summary>
    public static unsafe double[] Predict(Expr formula, Dataset dataset, SearchData<double> data)
    {
        var operators = new OperatorSet(Compiler.OperatorsOf(formula));
        var program = Compiler.ToProgram(formula, operators, dataset.Features);
        using var evaluator = new Evaluator<double>();
        var values = new double[data.PaddedRows];
        fixed (double* output = values)
            for (var start = 0; start < data.PaddedRows; start += TileRows)
                evaluator.RunTile(program, operators, data, start, Math.Min(TileRows, data.PaddedRows - start), output + start);
        return values;
    }

    private static unsafe double MeanLoss(double[] values, SearchData<double> data, Loss loss)
    {
        fixed (double* prediction = values)
            return loss.Double.Sum(prediction, data.Target, data.Weights, data.PaddedRows, 1, 0) / data.TotalWeight;
    }
}
