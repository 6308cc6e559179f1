using System.Collections.Frozen;
using SrRepl.Core;
using SrRepl.Rewriting;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verbs of formulas.</summary>
public static class FormulaVerbs
{
    /// <summary>The formula made smaller by rules that keep value and domain.</summary>
    [Verb("formula", "rewrites a formula to a smaller one of the same value and says by which rules", Example = "best |> simplify")]
    public static Derivation Simplify(this IFormula formula, SimplifyOptions? options = null) =>
        Simplifier.Simplify(formula, options, RunContext.Current.Cancellation);

    /// <summary>The chain of rules from the formula given to the formula returned, each step with the formula after it.</summary>
    [Verb("formula", "shows rule by rule how a formula was simplified", Example = "best |> simplify |> explain")]
    public static TextTable Explain(this Derivation derivation) => derivation.Explain();

    /// <summary>Constants near whole numbers, small fractions, pi, e and their like replaced by these.</summary>
    [Verb("formula", "replaces constants near simple numbers by these", Example = "best |> snap { tol = 1e-4 }")]
    public static Derivation Snap(this IFormula formula, SnapOptions? options = null) => Simplifier.Snap(formula, options);

    /// <summary>Products and powers of sums multiplied out, like terms collected.</summary>
    [Verb("formula", "multiplies products and powers of sums out", Example = "expr \"(x + 1)**2\" |> expand")]
    public static Derivation Expand(this IFormula formula) => Expander.Expand(formula, RunContext.Current.Cancellation);

    /// <summary>The derivative by a variable, simplified.</summary>
    /// <exception cref="DiagnosticException">The variable is none of the formula's (SR2004), none is named where there are several (SR2005), or an operator has no derivative (SR2003).</exception>
    [Verb("formula", "derives a formula by a variable", Example = "expr \"x*sin(y)\" |> derivative \"x\"")]
    public static Expr Derivative(this IFormula formula, DerivativeOptions? options = null)
    {
        var parameters = formula.Parameters;
        var variable = options?.By
            ?? (parameters.Length == 1 ? parameters[0] : throw new DiagnosticException(Errors.VariableNeeded("derivative", parameters)));
        if (!parameters.Contains(variable))
            throw new DiagnosticException(Errors.UnknownVariable(variable, parameters));
        var derivative = formula.Formula.Derivative(variable);
        return options?.Simplify == false ? derivative : Simplifier.Simplify(derivative, cancellation: RunContext.Current.Cancellation).Formula;
    }

    /// <summary>The formula with formulas or numbers in the place of variables, all at once.</summary>
    /// <exception cref="DiagnosticException">A name is no variable of the formula (SR2004).</exception>
    [Verb("formula", "puts formulas or numbers in the place of variables", Example = "expr \"x*y\" |> substitute { y = 2 }")]
    public static Expr Substitute(this IFormula formula, IReadOnlyDictionary<string, IFormula> values)
    {
        RequireVariables(formula, values.Keys);
        return formula.Formula.Substitute(values.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Formula, StringComparer.Ordinal));
    }

    /// <summary>The value of the formula in every row of a dataset, as a dataset of one column, y.</summary>
    /// <exception cref="DiagnosticException">A variable is no column (SR1001).</exception>
    [Verb("formula", "evaluates a formula on the rows of a dataset, or at one point", Example = "best |> eval test")]
    public static Dataset Eval(this IFormula formula, Dataset data) => new([formula.Formula.Evaluate(data)]);

    /// <summary>The value of the formula at one point.</summary>
    /// <exception cref="DiagnosticException">A variable has no value (SR2001), or a name is no variable (SR2004).</exception>
    [Verb("formula", "evaluates a formula on the rows of a dataset, or at one point", Example = "expr \"x*y\" |> eval { x = 2; y = 3 }")]
    public static double Eval(this IFormula formula, IReadOnlyDictionary<string, double> values)
    {
        RequireVariables(formula, values.Keys);
        return formula.Formula.Evaluate(values);
    }

    /// <summary>The formula with its constants fitted to the dataset's target.</summary>
    /// <exception cref="DiagnosticException">No dataset or no target, a variable that is no column, an unknown loss.</exception>
    [Verb("formula", "fits the constants of a formula to the target of a dataset", Example = "best |> fit train")]
    public static Expr Fit(this IFormula formula, FitOptions? options = null) => options is { Fixed: true }
        ? throw new DiagnosticException(Errors.FixedFitWantsKernel())
        : ConstantFit.Fit(formula.Formula, options?.On ?? throw new DiagnosticException(Errors.FitWantsData()), options);

    /// <summary>The number of nodes.</summary>
    [Verb("formula", "counts the nodes of a formula", Example = "complexity (expr \"x*x + 1\")")]
    public static int Complexity(this IFormula formula) => formula.Formula.Nodes;

    /// <summary>The formula drawn as a tree, a node a line.</summary>
    [Verb("formula", "draws a formula as a tree", Example = "best |> tree")]
    public static FormulaText Tree(this IFormula formula) => new(TreePrinter.Print(formula.Formula));

    /// <summary>The formula in LaTeX, for a paper.</summary>
    [Verb("formula", "writes a formula in LaTeX", Example = "best |> latex")]
    public static FormulaText Latex(this IFormula formula) => new(LatexPrinter.Print(formula.Formula));

    /// <summary>The formula as SymPy reads it.</summary>
    [Verb("formula", "writes a formula for SymPy", Example = "best |> sympy")]
    public static FormulaText Sympy(this IFormula formula) => new(SymPyPrinter.Print(formula.Formula));

    /// <summary>Whether two formulas are equal wherever both are defined, and how that is known.</summary>
    [Verb("formula", "tells whether two formulas are equal, by rules or by points, and which", Example = "equivalent (expr \"sin(x)**2 + cos(x)**2\") (expr \"1\")")]
    public static EquivalenceResult Equivalent(this IFormula formula, EquivalentOptions options) =>
        Equivalence.Compare(formula, options.With, options, RunContext.Current.Cancellation);

    private static void RequireVariables(IFormula formula, IEnumerable<string> names)
    {
        foreach (var name in names)
            if (!formula.Parameters.Contains(name))
                throw new DiagnosticException(Errors.UnknownVariable(name, formula.Parameters));
    }
}
