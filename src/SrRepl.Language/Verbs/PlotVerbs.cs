using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verb that draws.</summary>
public static class PlotVerbs
{
    /// <summary>Draws a formula over its one or two variables, or against the target of a dataset.</summary>
    /// <exception cref="DiagnosticException">The formula has more than two variables, or the dataset no target.</exception>
    [Verb("search", "draws a formula over its variable, against a dataset's target or as a classifier, a kernel beside it, a front, or two columns; in the terminal or as .svg",
        Example = "best |> plot { on = test; file = \"build/roc.svg\" }")]
    public static Figure Plot(this IFormula formula, PlotOptions? options = null)
    {
        options ??= new();
        return FormulaFigure.Of(formula, options).SavedAs(options.File);
    }

    /// <summary>Draws what the chip computes, bit for bit, beside the formulas it was made of.</summary>
    /// <exception cref="DiagnosticException">The kernel has more than two inputs, or cannot run on the range or the dataset.</exception>
    [Verb("search", "draws what the chip computes beside the formula it was made of", Example = "kernel |> plot { from = -4; to = 4 }")]
    public static Figure Plot(this Kernel kernel, PlotOptions? options = null)
    {
        options ??= new();
        var outputs = kernel.Outputs.Select(output => new Predictor(
            $"{output.Name}: {kernel.Operations[output.Operation].Type}",
            Mark.Steps,
            data => Emulator.Run(kernel, data, RunContext.Current.Cancellation)[output.Name]));
        return FormulaFigure.Of([.. kernel.Formulas.Select(Predictor.Of), .. outputs], kernel.InputNames, options).SavedAs(options.File);
    }

    /// <summary>Draws two columns of a dataset against each other.</summary>
    /// <exception cref="DiagnosticException">A column is missing.</exception>
    [Verb("search", "draws two columns of a dataset against each other", Example = "data |> plot { x = \"pt1\"; y = \"M\" }")]
    public static Figure Plot(this Dataset data, ScatterOptions? options = null)
    {
        var x = options?.X ?? data.Features.FirstOrDefault();
        var y = options?.Y ?? data.Target ?? data.Features.Skip(1).FirstOrDefault();
        if (x is null || y is null)
            throw new DiagnosticException(Errors.NoColumnsToPlot());
        return new Figure { XLabel = x, YLabel = y }.Points("", data[x].ToArray(), data[y].ToArray()).SavedAs(options?.File);
    }

    /// <summary>Draws a front: the loss against the complexity.</summary>
    [Verb("search", "draws a front: the loss against the complexity", Example = "front |> plot \"build/front.svg\"")]
    public static Figure Plot(this ParetoFront front, PictureOptions? options = null)
    {
        double[] complexities = [.. front.Candidates.Select(candidate => (double)candidate.Complexity)];
        double[] losses = [.. front.Candidates.Select(candidate => candidate.Loss)];
        return new Figure { XLabel = "complexity", YLabel = front.Loss, LogY = losses.All(loss => loss > 0) }
            .Steps("", complexities, losses)
            .Points("", complexities, losses)
            .SavedAs(options?.File);
    }
}
