using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A formula of a front.</summary>
/// <param name="Complexity">Its complexity.</param>
/// <param name="Loss">Its mean loss on the data it was searched on.</param>
/// <param name="Equation">The formula.</param>
public sealed record Candidate(int Complexity, double Loss, Expr Equation) : IFormula
{
    /// <summary>How much the logarithm of the loss falls for each unit of complexity since the next simpler one.</summary>
    public double Score { get; init; }

    /// <summary>The mean loss on other data, where it was scored there.</summary>
    public double? TestLoss { get; init; }

    /// <summary>The area under the receiver operating characteristic, for a target of two values: where it was scored, or with a loss of two classes where it was searched.</summary>
    public double? Auc { get; init; }

    /// <summary>The share of rows put into the right class, where <see cref="Auc"/> is given.</summary>
    public double? Accuracy { get; init; }

    /// <summary>What it costs on the chip it was searched for; null where none was named.</summary>
    public ChipCost? Cost { get; init; }

    /// <summary>What a template's unknowns were found to be, by name; null without a template.</summary>
    public IReadOnlyDictionary<string, Expr>? Parts { get; init; }

    /// <summary>What was added to <see cref="Loss"/> because units do not go together.</summary>
    internal double Penalty { get; init; }

    Expr IFormula.Formula => Equation;

    /// <summary>The formula, wherever one is wanted in C#.</summary>
    public static implicit operator Expr(Candidate candidate) => candidate.Equation;

    /// <summary>The formula.</summary>
    public override string ToString() => Equation.ToString();
}
