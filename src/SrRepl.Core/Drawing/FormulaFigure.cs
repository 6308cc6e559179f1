using System.Collections.Immutable;
using System.Globalization;

namespace SrRepl.Core;

/// <summary>The figures of formulas: over a variable, against the truth, as a classifier.</summary>
public static class FormulaFigure
{
    private const int Samples = 513;
    private const int LongestName = 60;

    /// <summary>The figure that the options ask for.</summary>
    /// <exception cref="DiagnosticException">The formula has several variables, the range is empty, or the dataset lacks a target or a column.</exception>
    public static Figure Of(IFormula formula, PlotOptions options)
    {
        ImmutableArray<IFormula> formulas = [formula, .. options.With];
        var kind = options.Kind ?? KindFor(options.On);
        if (kind == PlotKind.Curve)
            return Curve(formulas, options.From, options.To);
        var data = options.On ?? throw new DiagnosticException(Errors.NoDataToPlot(kind));
        var target = data[data.Target ?? throw new DiagnosticException(Errors.NoTargetToPlot())];
        return kind == PlotKind.Roc ? RocCurve(formulas, data, target) : Prediction(formulas, data, target);
    }

    /// <summary>Each formula over its one variable.</summary>
    public static Figure Curve(ImmutableArray<IFormula> formulas, double from, double to)
    {
        if (!(from < to) || !double.IsFinite(to - from))
            throw new DiagnosticException(Errors.EmptyRange(from, to));
        var names = formulas.SelectMany(formula => formula.Parameters).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length > 1)
            throw new DiagnosticException(Errors.TooManyVariables(names));
        var name = names.FirstOrDefault() ?? "x";
        var x = new double[Samples];
        for (var i = 0; i < Samples; i++)
            x[i] = from + (to - from) * i / (Samples - 1);
        var points = new Dataset([new Column(name, x)]);
        return formulas.Aggregate(
            new Figure { XLabel = name },
            (figure, formula) => figure.Line(NameOf(formula), x, formula.Formula.Evaluate(points).ToArray()));
    }

    /// <summary>The prediction of each formula against the truth, with the line on which they are equal.</summary>
    public static Figure Prediction(ImmutableArray<IFormula> formulas, Dataset data, Column target)
    {
        var truth = target.ToArray();
        var figure = formulas.Aggregate(
            new Figure { XLabel = target.Name, YLabel = "predicted" },
            (figure, formula) => figure.Points(NameOf(formula), truth, formula.Formula.Evaluate(data).ToArray()));
        return figure.Line("equal", [target.Summary.Min, target.Summary.Max], [target.Summary.Min, target.Summary.Max]);
    }

    /// <summary>The receiver operating characteristic of each formula, its area in the legend.</summary>
    public static Figure RocCurve(ImmutableArray<IFormula> formulas, Dataset data, Column target)
    {
        var truth = target.ToArray();
        if (target.Summary.Min == target.Summary.Max)
            throw new DiagnosticException(Errors.OneClass(target.Name));
        var figure = formulas.Aggregate(
            new Figure { XLabel = "false positive rate", YLabel = "true positive rate" },
            (figure, formula) =>
            {
                var scores = formula.Formula.Evaluate(data).ToArray();
                var curve = Roc.Of(scores, truth);
                var name = string.Create(CultureInfo.InvariantCulture, $"{NameOf(formula)} (AUC {Roc.Auc(scores, truth):F3})");
                return figure.Line(name, curve.FalsePositiveRate, curve.TruePositiveRate);
            });
        return figure.Line("chance", [0, 1], [0, 1]);
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

    private static string NameOf(IFormula formula)
    {
        var text = formula.Formula.ToString();
        return text.Length <= LongestName ? text : $"{text[..LongestName]}...";
    }
}
