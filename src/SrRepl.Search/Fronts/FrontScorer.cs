using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Scores a front: on other data than it was searched on by its loss, and a classifier's by how well it tells two classes apart.</summary>
public static class FrontScorer
{
    // Enough rows for four digits of an AUC.
    private const int ClassRows = 200_000;

    private const int TileRows = Evaluator<double>.TileRows;

    /// <summary>The same front, each candidate with its mean loss on a dataset; for a target of two values with AUC and accuracy too.</summary>
    /// <param name="front">The front.</param>
    /// <param name="dataset">Columns for every variable, and the target.</param>
    /// <exception cref="DiagnosticException">A column is missing, or the dataset has no target.</exception>
    public static ParetoFront On(ParetoFront front, Dataset dataset)
    {
        DatasetChecks.Check(dataset);
        using var data = SearchData<double>.From(dataset, dataset.Features, dataset.Target!, Enumerable.Range(0, dataset.Rows).ToArray());
        var loss = LossOf(front);
        var labels = Labels.Of(dataset, loss);
        return front.With(front.Select(candidate =>
        {
            var values = Predict(candidate.Equation, dataset, data);
            var scored = candidate with { TestLoss = MeanLoss(values, data, loss) };
            return labels is null ? scored : labels.Score(scored, values);
        }));
    }

    /// <summary>The same front; where its loss is one of two classes, each candidate with its AUC and accuracy on the data it was searched on, at most 200,000 rows of them.</summary>
    internal static ParetoFront Classes(ParetoFront front, Dataset dataset)
    {
        var loss = LossOf(front);
        if (!loss.IsMargin && !loss.IsLogit)
            return front;
        var rows = dataset.Rows <= ClassRows ? dataset : dataset.TakeRows([.. Enumerable.Range(0, ClassRows).Select(row => (int)((long)row * dataset.Rows / ClassRows))]);
        if (Labels.Of(rows, loss) is not { } labels)
            return front;
        using var data = SearchData<double>.From(rows, rows.Features, rows.Target!, Enumerable.Range(0, rows.Rows).ToArray());
        return front.With(front.Select(candidate => labels.Score(candidate, Predict(candidate.Equation, rows, data))));
    }

    private static Loss LossOf(ParetoFront front) => front.ElementwiseLoss is { } formula ? FormulaLoss.Of(formula) : Losses.Find(front.Loss, 1);

    // A target of two values, and what parts them.
    private sealed record Labels(double[] Values, double Upper, double Middle)
    {
        public static Labels? Of(Dataset dataset, Loss loss)
        {
            var values = dataset[dataset.Target!].ToArray();
            return values.Distinct().Take(3).Order().ToArray() is [var lower, var upper] ? new(values, upper, loss.IsLogit ? 0 : (lower + upper) / 2) : null;
        }

        public Candidate Score(Candidate candidate, double[] predicted)
        {
            var predictions = predicted.AsSpan(0, Values.Length);
            return candidate with { Auc = Roc.Auc(predictions, Values), Accuracy = Agreement(predictions, Values, Middle, Upper) };
        }
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
