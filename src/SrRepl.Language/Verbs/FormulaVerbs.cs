using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Language;

/// <summary>The verbs of formulas.</summary>
public static class FormulaVerbs
{
    /// <summary>The formula made smaller by rules that keep value and domain.</summary>
    [Verb("formula", "rewrites a formula to a smaller one of the same value and says by which rules", Example = "best |> simplify")]
    public static Derivation Simplify(this IFormula formula, SimplifyOptions? options = null) => Simplifier.Simplify(formula, options);

    /// <summary>The number of nodes.</summary>
    [Verb("formula", "counts the nodes of a formula", Example = "complexity (expr \"x*x + 1\")")]
    public static int Complexity(this IFormula formula) => formula.Formula.Nodes;
}
