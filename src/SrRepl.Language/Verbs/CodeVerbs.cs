using SrRepl.Core;
using SrRepl.Export;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>What <c>code</c> can be told.</summary>
public sealed record CodeOptions
{
    /// <summary>The language.</summary>
    [Option("c, csharp, numpy, julia, json or graphviz", Bare = true)]
    public string Language { get; init; } = CodeLanguages.C.Name;

    /// <summary>The function's name.</summary>
    [Option("name of the function, an identifier")]
    public string Name { get; init; } = "formula";
}

/// <summary>The verb that writes formulas in other languages.</summary>
public static class CodeVerbs
{
    private static readonly Dictionary<string, Func<IFormula, string>> Notations = new(StringComparer.OrdinalIgnoreCase)
    {
        ["json"] = JsonPrinter.Print,
        ["graphviz"] = formula => GraphvizPrinter.Print(formula.Formula),
        ["dot"] = formula => GraphvizPrinter.Print(formula.Formula),
    };

    /// <summary>The formula as a function of a programming language, as JSON, or as a graph for Graphviz.</summary>
    /// <exception cref="DiagnosticException">The language is unknown, the name is no identifier, or an operator has no form in it.</exception>
    [Verb("formula", "writes a formula as a function in C, C#, NumPy or Julia, as JSON, or as a graph", Example = "best |> code \"numpy\"")]
    public static string Code(this IFormula formula, CodeOptions? options = null)
    {
        options ??= new();
        if (Notations.TryGetValue(options.Language, out var print))
            return print(formula);
        var language = CodeLanguages.Find(options.Language)
            ?? throw new DiagnosticException(Errors.UnknownCodeLanguage(options.Language, [.. CodeLanguages.All.Select(one => one.Name), .. Notations.Keys]));
        return CodePrinter.Print(formula, language, Identifier.Check(options.Name));
    }

    /// <summary>The front as a LaTeX table; needs the packages amsmath and booktabs.</summary>
    [Verb("formula", "writes a front as a LaTeX table", Example = "front |> latex")]
    public static string Latex(this ParetoFront front) => FrontLatex.Print(front);
}
