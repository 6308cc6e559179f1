using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What a search starts from beside chance: a formula or, where it has a template, what the template's unknowns may be.</summary>
public sealed class Guess
{
    /// <summary>A formula over the columns.</summary>
    public Guess(IFormula formula) => Formula = formula;

    /// <summary>
    /// The unknowns of a template by name: functions of as many arguments, or formulas of the variables that the unknown is
    /// applied to, as <see cref="Candidate.Parts"/> gives them.
    /// </summary>
    public Guess(IReadOnlyDictionary<string, IFormula> parts) => Parts = parts;

    /// <summary>The formula; null where parts are given.</summary>
    public IFormula? Formula { get; }

    /// <summary>A template's unknowns by name; null where a formula is given.</summary>
    public IReadOnlyDictionary<string, IFormula>? Parts { get; }

    /// <summary>A formula as a guess.</summary>
    public static implicit operator Guess(Expr formula) => new(formula);

    /// <summary>The formula, or the parts as a record of the language.</summary>
    public override string ToString() =>
        Formula is { } formula
            ? formula.Formula.ToString()
            : "{ " + string.Join("; ", Parts!.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => $"{part.Key} = {Text(part.Value)}")) + " }";

    private static string Text(IFormula part) => part is { IsFunction: true, Parameters: not [] } ? $"fun {string.Join(" ", part.Parameters)} -> {part.Formula}" : part.Formula.ToString();
}
