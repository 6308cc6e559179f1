using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>A part of a report: a table of formulas, or figures and texts. The page reads these properties by name.</summary>
internal sealed record ReportSection(string Title)
{
    /// <summary>A line below the title; empty for none.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The name of the loss.</summary>
    public string Loss { get; init; } = "";

    /// <summary>The formulas of its table.</summary>
    public ImmutableArray<ReportFormula> Formulas { get; init; } = [];

    /// <summary>Pictures, as SVG.</summary>
    public ImmutableArray<string> Pictures { get; init; } = [];

    /// <summary>A text as the prompt prints it; empty for none.</summary>
    public string Text { get; init; } = "";

    /// <summary>The sections of one value: one for most, one for each item of a list and each front of several, none for what a report does not show.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">What formulas are costed for.</param>
    public static IEnumerable<ReportSection> Of(string name, object value, ReportOptions options) => value switch
    {
        ParetoFront front => [OfFront(name, front, options)],
        FrontSet fronts => fronts.Targets.Zip(fronts, (target, front) => OfFront($"{name} of {target}", front, options)),
        Kernel kernel => [new(name) { Remark = $"kernel in {kernel.Type}", Formulas = [ReportFormula.Of(kernel, options)] }],
        IFormula formula when IsFormula(formula) => [new(name) { Remark = "formula", Formulas = [ReportFormula.Of(formula, options)] }],
        ListValue { Items: [IFormula, ..] } list when list.Items.All(item => item is IFormula) =>
        [
            new(name) { Remark = "formulas", Formulas = [.. list.Items.Cast<IFormula>().Select(formula => ReportFormula.Of(formula, options))] },
        ],
        ListValue list => list.Items.Index().SelectMany(item => Of($"{name}.[{item.Index}]", item.Item, options)),
        Dataset data => [new(name) { Remark = "dataset", Text = data.ToString() }],
        Picture picture => [new(name) { Pictures = [picture.ToSvg()] }],
        CostReport or RangeReport or TextTable or Classification or Explanation => [new(name) { Text = value.ToString()! }],
        _ => [],
    };

    private static ReportSection OfFront(string name, ParetoFront front, ReportOptions options)
    {
        ImmutableArray<ReportFormula> formulas = [.. front.Select(candidate => ReportFormula.Of(candidate, options))];
        var figures = new List<string> { FrontFigure.Of(front, new()).ToSvg() };
        // Against a cost only where every formula has one.
        if (formulas.All(formula => formula.Cost is not null))
            figures.Add(FrontFigure.Of(front, new() { Against = FrontMeasure.Lut, Type = options.Type, Device = options.Device, Clock = options.Clock }).ToSvg());
        return new(name) { Remark = "front", Loss = front.Loss, Formulas = formulas, Pictures = [.. figures] };
    }

    // A function that is no arithmetic has no formula.
    private static bool IsFormula(IFormula formula)
    {
        try
        {
            return formula.Formula is not Constant;
        }
        catch (DiagnosticException)
        {
            return false;
        }
    }
}
