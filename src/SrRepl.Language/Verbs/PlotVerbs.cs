using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verb that draws.</summary>
public static class PlotVerbs
{
    /// <summary>Draws a formula over its one or two variables, against the target of a dataset, or as a tree.</summary>
    /// <exception cref="DiagnosticException">The formula has more than two variables, or the dataset no target.</exception>
    [Verb("search", "draws a formula over its variable, against a dataset's target, as a classifier or as a tree, a kernel beside it, a front, two columns, or lists of numbers; in the terminal or as .svg",
        Example = "best |> plot { on = test; file = \"build/roc.svg\" }")]
    public static Picture Plot(this IFormula formula, PlotOptions? options = null)
    {
        options ??= new();
        Picture picture = options.Kind == PlotKind.Tree ? TreePicture.Of(formula.Formula) : FormulaFigure.Of(formula, options);
        return picture.SavedAs(options.File);
    }

    /// <summary>Draws what the chip computes, bit for bit, beside the formulas it was made of; or its operations as a tree with what each costs.</summary>
    /// <exception cref="DiagnosticException">The kernel has more than two inputs, or cannot run on the range or the dataset.</exception>
    [Verb("search", "draws what the chip computes beside the formula it was made of", Example = "kernel |> plot { from = -4; to = 4 }")]
    public static Picture Plot(this Kernel kernel, PlotOptions? options = null)
    {
        options ??= new();
        if (options.Kind == PlotKind.Tree)
            return CostTree.Of(CostModel.Estimate(kernel)).SavedAs(options.File);
        var outputs = kernel.Outputs.Select(output => new Predictor(
            $"{output.Name}: {kernel.Operations[output.Operation].Type}",
            Mark.Steps,
            data => Emulator.Run(kernel, data, RunContext.Current.Cancellation)[output.Name]));
        return FormulaFigure.Of([.. kernel.Formulas.Select(Predictor.Of), .. outputs], kernel.InputNames, options).SavedAs(options.File);
    }

    /// <summary>Draws the operations of a kernel as a tree with what each costs on the device and at the clock of the report.</summary>
    [Verb("search", "draws the operations of a kernel as a tree with what each costs", Example = "kernel |> cost { clock = 10<ns> } |> plot \"build/tree.svg\"")]
    public static Picture Plot(this CostReport cost, PictureOptions? options = null) => CostTree.Of(cost).SavedAs(options?.File);

    /// <summary>Draws two columns of a dataset against each other.</summary>
    /// <exception cref="DiagnosticException">A column is missing.</exception>
    [Verb("search", "draws two columns of a dataset against each other", Example = "data |> plot { x = \"pt1\"; y = \"M\" }")]
    public static Picture Plot(this Dataset data, ScatterOptions? options = null)
    {
        var x = options?.X ?? data.Features.FirstOrDefault();
        var y = options?.Y ?? data.Target ?? data.Features.Skip(1).FirstOrDefault();
        if (x is null || y is null)
            throw new DiagnosticException(Errors.NoColumnsToPlot());
        return new Figure { XLabel = x, YLabel = y }.Points("", data[x].ToArray(), data[y].ToArray()).SavedAs(options?.File);
    }

    /// <summary>Draws a front: the loss against the complexity, or against what each formula costs on a chip.</summary>
    /// <exception cref="DiagnosticException">A formula has no hardware form, where its cost is asked for.</exception>
    [Verb("search", "draws a front: the loss against the complexity or a cost", Example = "front |> plot { against = \"lut\"; file = \"build/front.svg\" }")]
    public static Picture Plot(this ParetoFront front, FrontPlotOptions? options = null)
    {
        options ??= new();
        return FrontFigure.Of(front, options).SavedAs(options.File);
    }

    /// <summary>Draws series of numbers: each a name, abscissas and as many ordinates.</summary>
    /// <exception cref="DiagnosticException">A series has more of the one than of the other (SR1068).</exception>
    [Verb("search", "draws series of numbers, each a name, abscissas and ordinates", Example = "[(\"LUT\", [12; 14; 16], [310; 402; 540])] |> plot { xLabel = \"bits\" }")]
    public static Picture Plot(this IEnumerable<(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)> series, ChartOptions? options = null)
    {
        options ??= new();
        var figure = new Figure { Title = options.Title, XLabel = options.XLabel, YLabel = options.YLabel, LogX = options.LogX, LogY = options.LogY };
        foreach (var (name, x, y) in series)
            figure = x.Count == y.Count ? figure.With(name, options.Mark, x, y) : throw new DiagnosticException(Errors.UnevenSeries(name, x.Count, y.Count));
        return figure.Series.IsEmpty ? throw new DiagnosticException(Errors.NothingToDraw()) : figure.SavedAs(options.File);
    }

    /// <summary>Puts several figures on one sheet, row by row; names that all of them share are told once.</summary>
    /// <exception cref="DiagnosticException">There is no figure, or one of the pictures is a tree or a sheet itself (SR1069).</exception>
    [Verb("search", "puts several plots on one sheet", Example = "[accuracy; area] |> plot { across = 2; file = \"build/sheet.svg\" }")]
    public static Picture Plot(this IEnumerable<Picture> pictures, SheetOptions? options = null)
    {
        options ??= new();
        Figure[] figures = [.. pictures.Select(picture => picture as Figure ?? throw new DiagnosticException(Errors.NotForSheet()))];
        return figures.Length == 0
            ? throw new DiagnosticException(Errors.NothingToDraw())
            : new Sheet([.. figures]) { Across = options.Across, Title = options.Title }.SavedAs(options.File);
    }
}
