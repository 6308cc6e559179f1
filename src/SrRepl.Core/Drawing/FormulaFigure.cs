using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>The figures of formulas: over a variable, against the truth, as a classifier.</summary>
public static class FormulaFigure
{
    private const int Samples = 513;
    private const int Levels = 5;

    /// <summary>The figure of a formula that the options ask for.</summary>
    /// <exception cref="DiagnosticException">The formula has more than two variables, the range is empty, or the dataset lacks a target or a column.</exception>
    public static Figure Of(IFormula formula, PlotOptions options) => Of([Predictor.Of(formula)], formula.Parameters, options);

    /// <summary>The figure of several predictors, with those that the options add.</summary>
    /// <param name="predictors">What is drawn first.</param>
    /// <param name="variables">The variables they are of.</param>
    /// <param name="options">What is asked for.</param>
    /// <exception cref="ArgumentException">A tree is asked for, which is no figure of numbers.</exception>
    /// <exception cref="DiagnosticException">There are more than two variables, the range is empty, or the dataset lacks a target or a column.</exception>
    public static Figure Of(ImmutableArray<Predictor> predictors, IEnumerable<string> variables, PlotOptions options)
    {
        ImmutableArray<Predictor> drawn = [.. predictors, .. options.With.Select(Predictor.Of)];
        var kind = options.Kind ?? KindFor(options.On);
        if (kind == PlotKind.Tree)
            throw new ArgumentException("a tree is drawn by TreePicture", nameof(options));
        if (kind == PlotKind.Curve)
            return Curve(drawn, variables.Concat(options.With.SelectMany(formula => formula.Parameters)), options.From, options.To);
        var data = options.On ?? throw new DiagnosticException(Errors.NoDataToPlot(kind));
        var target = data[data.Target ?? throw new DiagnosticException(Errors.NoTargetToPlot())];
        return kind == PlotKind.Roc ? RocCurve(drawn, data, target) : Prediction(drawn, data, target);
    }

    // A second variable gives a curve for each of some of its values, in one colour for all predictors.
    private static Figure Curve(ImmutableArray<Predictor> predictors, IEnumerable<string> variables, double from, double to)
    {
        if (!(from < to) || !double.IsFinite(to - from))
            throw new DiagnosticException(Errors.EmptyRange(from, to));
        var names = variables.Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length > 2)
            throw new DiagnosticException(Errors.TooManyVariables(names));
        var across = names.FirstOrDefault() ?? "x";
        var x = Between(from, to, Samples);
        var figure = new Figure { XLabel = across };
        foreach (var (round, predictor) in predictors.Index())
            if (names.Length < 2)
                figure = Drawn(figure, predictor, predictor.Name, x, [new Column(across, x)]);
            else
                foreach (var (colour, level) in Between(from, to, Levels).Index())
                {
                    var name = string.Create(CultureInfo.InvariantCulture, $"{predictor.Name}, {names[1]} = {level:G4}");
                    figure = Drawn(figure, predictor, name, x, [new Column(across, x), new Column(names[1], Enumerable.Repeat(level, Samples).ToArray())])
                        .LastDrawn(Stroke.Of(colour, round));
                }
        return figure;
    }

    private static Figure Drawn(Figure figure, Predictor predictor, string name, double[] x, ImmutableArray<Column> points) =>
        figure.With(name, predictor.Mark, x, predictor.Values(new Dataset(points)).ToArray());

    private static double[] Between(double from, double to, int count) =>
        [.. Enumerable.Range(0, count).Select(i => from + (to - from) * i / (count - 1))];

    // With the line on which prediction and truth are equal.
    private static Figure Prediction(ImmutableArray<Predictor> predictors, Dataset data, Column target)
    {
        var truth = target.ToArray();
        double[] ends = [target.Summary.Min, target.Summary.Max];
        return predictors.Aggregate(
            new Figure { XLabel = target.Name, YLabel = "predicted" },
            (figure, predictor) => figure.Points(predictor.Name, truth, predictor.Values(data).ToArray()))
            .Guide("equal", ends, ends);
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
            .Guide("chance", [0, 1], [0, 1]);
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
