using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verb that writes a page to look at.</summary>
public static class ReportVerbs
{
    /// <summary>The whole session as a page: fronts and formulas with their costs, datasets, pictures, in the order of their names.</summary>
    /// <exception cref="DiagnosticException">The session has nothing to show, or the file cannot be written.</exception>
    [Verb("session", "writes a page to look at, of the session or of a front, a formula or a kernel: one file, no network", Example = "front |> report \"build/front.html\"")]
    public static Report Report(this Session session, ReportOptions? options = null) =>
        ReportPage.Write(session.Bindings.OrderBy(binding => binding.Key, StringComparer.Ordinal).Select(binding => (binding.Key, binding.Value)), options ?? new());

    /// <summary>A front as a page: a table to sort, with what each formula costs and what it becomes on a chip.</summary>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    [Verb("session", "writes a front as a page", Example = "front |> report { file = \"build/front.html\"; on = test }")]
    public static Report Report(this ParetoFront front, ReportOptions? options = null) => ReportPage.Write([("front", front)], options ?? new());

    /// <summary>Every target's front as a page.</summary>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    [Verb("session", "writes every target's front as a page", Example = "fronts |> report \"build/fronts.html\"")]
    public static Report Report(this FrontSet fronts, ReportOptions? options = null) => ReportPage.Write([("front", fronts)], options ?? new());

    /// <summary>Several fronts as a page, as of a file that holds one an output.</summary>
    /// <exception cref="DiagnosticException">There is none, or the file cannot be written.</exception>
    [Verb("session", "writes several fronts as a page", Example = "load \"pareto.csv\" |> report \"build/fronts.html\"")]
    public static Report Report(this IEnumerable<ParetoFront> fronts, ReportOptions? options = null) =>
        ReportPage.Write(fronts.Select((front, i) => ($"front {i + 1}", (object)front)), options ?? new());

    /// <summary>Several formulas as a page: a table of them.</summary>
    /// <exception cref="DiagnosticException">There is none, or the file cannot be written.</exception>
    [Verb("session", "writes several formulas as a page", Example = "[top; w; z] |> report \"build/taggers.html\"")]
    public static Report Report(this IEnumerable<IFormula> formulas, ReportOptions? options = null) => ReportPage.Write([("formulas", new ListValue([.. formulas]))], options ?? new());

    /// <summary>A formula as a page.</summary>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    [Verb("session", "writes a formula as a page", Example = "best |> report \"build/best.html\"")]
    public static Report Report(this IFormula formula, ReportOptions? options = null) => ReportPage.Write([("formula", formula)], options ?? new());

    /// <summary>A kernel as a page.</summary>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    [Verb("session", "writes a kernel as a page", Example = "kernel |> report \"build/kernel.html\"")]
    public static Report Report(this Kernel kernel, ReportOptions? options = null) => ReportPage.Write([(kernel.Name, kernel)], options ?? new());
}
