using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Scores a front on other data than it was searched on.</summary>
public static class FrontScorer
{
    private const int TileRows = Evaluator<double>.TileRows;

    /// <summary>The same front, each candidate with its mean loss on a dataset.</summary>
    /// <param name="front">The front.</param>
    /// <param name="dataset">Columns for every variable, and the target.</param>
    /// <exception cref="DiagnosticException">A column is missing, or the dataset has no target.</exception>
    public static ParetoFront On(ParetoFront front, Dataset dataset)
    {
        DatasetChecks.Check(dataset);
        using var data = SearchData<double>.From(dataset, dataset.Features, dataset.Target!, Enumerable.Range(0, dataset.Rows).ToArray());
        var loss = Losses.Find(front.Loss, 1);
        return front.With(front.Select(candidate =>
        {
            var values = Predict(candidate.Equation, dataset, data);
            return candidate with { TestLoss = MeanLoss(values, data, loss) };
        }));
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
