using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>The verb that judges several scores together, one a class.</summary>
public static class ClassifyVerbs
{
    private const string ClassPrefix = "is_";

    /// <summary>How well formulas, one a class, tell the classes apart: a row counts as of the class whose formula is highest.</summary>
    /// <exception cref="DiagnosticException">No dataset, a column is missing, or formulas and classes differ in number.</exception>
    [Verb("search", "judges formulas or a kernel's outputs, one a class: the share of rows put into the right class, and the AUC of each", Example = "[top; w; z] |> classify { on = test; classes = [\"is_t\"; \"is_w\"; \"is_z\"] }")]
    public static Classification Classify(this IEnumerable<IFormula> formulas, ClassifyOptions options)
    {
        var data = DataOf(options);
        return Classification.Of([.. formulas.Select(formula => formula.Formula.Evaluate(data))], data, ClassesOf(options, data));
    }

    /// <summary>The same of a kernel's outputs, as the chip computes them.</summary>
    /// <exception cref="DiagnosticException">No dataset, a column is missing, or outputs and classes differ in number.</exception>
    [Verb("search", "judges a kernel's outputs, one a class", Example = "kernel |> classify test")]
    public static Classification Classify(this Kernel kernel, ClassifyOptions options)
    {
        var data = DataOf(options);
        return Classification.Of(Emulator.Run(kernel, data, RunContext.Current.Cancellation).Columns, data, ClassesOf(options, data));
    }

    private static Dataset DataOf(ClassifyOptions options) => options.On ?? throw new DiagnosticException(Errors.DatasetWanted("classify"));

    private static IReadOnlyList<string> ClassesOf(ClassifyOptions options, Dataset data) =>
        options.Classes ?? [.. data.Columns.Select(column => column.Name).Where(name => name.StartsWith(ClassPrefix, StringComparison.Ordinal))];
}
