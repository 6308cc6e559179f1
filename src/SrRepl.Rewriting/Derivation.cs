using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>One step of a derivation.</summary>
/// <param name="Rule">The rule that was applied.</param>
/// <param name="Formula">The whole formula after it.</param>
public sealed record Step(string Rule, Expr Formula)
{
    /// <summary>The rule and what it led to, on one line.</summary>
    public override string ToString() => $"{Rule}: {Formula}";
}

/// <summary>
/// What a rewriting gives: a formula, and the chain of named rules that leads to it from the formula given, each step
/// following from the one before by one rule. Prints as the formula alone, so that it can be pasted back.
/// </summary>
public sealed class Derivation : IFormula
{
    private readonly ImmutableArray<string> _parameters;

    internal Derivation(IFormula given, Expr formula, ImmutableArray<Step> steps, StopReason stop)
    {
        Stop = stop;
        Given = given.Formula;
        _parameters = given.Parameters;
        Formula = formula;
        Steps = steps;
        Rules = [.. steps.Select(step => step.Rule).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The formula that was to be rewritten.</summary>
    public Expr Given { get; }

    /// <summary>The formula it became.</summary>
    public Expr Formula { get; }

    /// <summary>The inputs of the formula given, in its order, whether or not they are still used.</summary>
    public ImmutableArray<string> Parameters => _parameters;

    /// <summary>How one became the other; empty when nothing changed.</summary>
    public ImmutableArray<Step> Steps { get; }

    /// <summary>The names of the rules used, each once, in the order of their first use.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>Why the search for a better form ended.</summary>
    public StopReason Stop { get; }

    /// <summary>The formula it became, wherever a formula is wanted in C#.</summary>
    public static implicit operator Expr(Derivation derivation) => derivation.Formula;

    /// <summary>The chain as a table: what was given, then each rule and what it led to.</summary>
    public TextTable Explain()
    {
        var table = new TextTable("rule", ">nodes", "formula").Add("given", Given.Nodes.ToString(CultureInfo.InvariantCulture), Given.ToString());
        foreach (var (rule, formula) in Steps)
            table.Add(rule, formula.Nodes.ToString(CultureInfo.InvariantCulture), formula.ToString());
        return table;
    }

    /// <summary>The formula as text.</summary>
    public override string ToString() => Formula.ToString();
}
