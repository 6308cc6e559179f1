namespace SrRepl.Core;

/// <summary>Whatever gives a number for every row of a dataset: a formula, or the chip that computes it.</summary>
/// <param name="Name">What a legend calls it.</param>
/// <param name="Mark">How it is drawn over a variable.</param>
/// <param name="Values">A value for every row.</param>
public sealed record Predictor(string Name, Mark Mark, Func<Dataset, Column> Values)
{
    private const int LongestName = 60;

    /// <summary>A formula, named by itself.</summary>
    public static Predictor Of(IFormula formula)
    {
        var text = formula.Formula.ToString();
        return new(text.Length <= LongestName ? text : $"{text[..LongestName]}...", Mark.Line, data => formula.Formula.Evaluate(data));
    }
}
