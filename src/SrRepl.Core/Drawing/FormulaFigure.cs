using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>The figures of formulas: over a variable, against the truth, as a classifier.</summary>
public static class FormulaFigure
{
    private const int Samples = 513;

    /// <summary>The figure of a formula that the options ask for.</summary>
    /// <exception cref="DiagnosticException">The formula has several variables, the range is empty, or the dataset lacks a target or a column.</exception>
    public static Figure Of(IFormula formula, PlotOptions options) => Of([Predictor.Of(formula)], formula.Parameters, options);

    /// <summary>The figure of several predictors, with those that the options add.</summary>
    /// <param name="predictors">What is drawn first.</param>
    /// <param name="variables">The variables they are of.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="DiagnosticException">There are several variables, the range is empty, or the dataset lacks a target or a column.</exception>
    public static Figure Of(ImmutableArray<Predictor> predictors, IEnumerable<string> variables, PlotOptions options)
    {
        ImmutableArray<Predictor> drawn = [.. predictors, .. options.With.Select(Predictor.Of)];
        var kind = options.Kind ?? KindFor(options.On);
        if (kind == PlotKind.Curve)
            return Curve(drawn, variables.Concat(options.With.SelectMany(formula => formula.Parameters)), options.From, options.To);
        var data = options.On ?? throw new DiagnosticException(Errors.NoDataToPlot(kind));
        var target = data[data.Target ?? throw new DiagnosticException(Errors.NoTargetToPlot())];
        return kind == PlotKind.Roc ? RocCurve(drawn, data, target) : Prediction(drawn, data, target);
    }

    private static Figure Curve(ImmutableArray<Predictor> predictors, IEnumerable<string> variables, double from, double to)
    {
        if (!(from < to) || !double.IsFinite(to - from))
            throw new DiagnosticException(Errors.EmptyRange(from, to));
        var names = variables.Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length > 1)
            throw new DiagnosticException(Errors.TooManyVariables(names));
        var name = names.FirstOrDefault() ?? "x";
        var x = new double[Samples];
        for (var i = 0; i < Samples; i++)
            x[i] = from + (to - from) * i / (Samples - 1);
        var points = new Dataset([new Column(name, x)]);
        return predictors.Aggregate(
            new Figure { XLabel = name },
            (figure, predictor) => figure.With(predictor.Name, predictor.Mark, x, predictor.Values(points).ToArray()));
    }

    // With the line on which prediction and truth are equal.
    private static Figure Prediction(ImmutableArray<Predictor> predictors, Dataset data, Column target)
    {
        var truth = target.ToArray();
        double[] ends = [target.Summary.Min, target.Summary.Max];
        return predictors.Aggregate(
            new Figure { XLabel = target.Name, YLabel = "predicted" },
            (figure, predictor) => figure.Points(predictor.Name, truth, predictor.Values(data).ToArray()))
            .Line("equal", ends, ends);
    }

    private static Figure RocCurve(ImmutableArray<Predictor> predictors, Dataset data, Column target)
    {
        if (target.Summary.Min == target.Summary.Max)
            throw new DiagnosticException(Errors.OneClass(target.Name));
        var truth = target.ToArray();
        return predictors.Aggregate(
            new Figure { XLabel = "false positive rate", YLabel = "true positive rate" },
            (figure, predictor) =>
            {
                var scores = predictor.Values(data).ToArray();
                var curve = Roc.Of(scores, truth);
                var name = string.Create(CultureInfo.InvariantCulture, $"{predictor.Name} (AUC {Roc.Auc(scores, truth):F3})");
                return figure.Line(name, curve.FalsePositiveRate, curve.TruePositiveRate);
            })
            .Line("chance", [0, 1], [0, 1]);
    }

    private static PlotKind KindFor(Dataset? data) =>
        data is null ? PlotKind.Curve
        : data.Target is { } target && HasTwoValues(data[target]) ? PlotKind.Roc
        : PlotKind.Prediction;

    private static bool HasTwoValues(Column column)
    {
        var (min, max, _, _) = column.Summary;
        return min < max && column.ToArray().All(value => value == min || value == max);
    }
}
