using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The table of losses by name, as PySR (LossFunctions.jl) names them. A loss with a parameter takes it in parentheses:
/// <c>HuberLoss(1.5)</c>.
/// </summary>
public static class Losses
{
    private static readonly ImmutableArray<Row> Table =
    [
        new("L2DistLoss", ["L2", "mse", "square"], null, (_, scale) => Loss.Of("L2DistLoss", new LossRules.Square(scale)) with { IsSquare = true, Unit = 1 / (scale * scale) }),
        new("L1DistLoss", ["L1", "mae"], null, (_, scale) => Loss.Of("L1DistLoss", new LossRules.Absolute(scale)) with { Unit = 1 / scale }),
        new("HuberLoss", ["huber"], 1, (delta, _) => Loss.Of("HuberLoss", new LossRules.Huber(delta))),
        new("LogCoshLoss", ["logcosh"], null, (_, _) => Loss.Of("LogCoshLoss", new LossRules.LogCosh())),
        new("QuantileLoss", ["quantile", "pinball"], 0.5, (tau, _) => Loss.Of("QuantileLoss", new LossRules.Quantile(tau))),
        new("L2MarginLoss", [], null, (_, _) => Loss.Of("L2MarginLoss", new LossRules.MarginSquare()) with { IsSquare = true, IsMargin = true }),
        new("L1MarginLoss", [], null, (_, _) => Loss.Of("L1MarginLoss", new LossRules.MarginAbsolute()) with { IsMargin = true }),
        new("L1HingeLoss", ["hinge", "HingeLoss"], null, (_, _) => Loss.Of("L1HingeLoss", new LossRules.Hinge()) with { IsMargin = true }),
        new("L2HingeLoss", [], null, (_, _) => Loss.Of("L2HingeLoss", new LossRules.HingeSquare()) with { IsMargin = true }),
        new("LogitMarginLoss", ["logistic", "LogisticLoss"], null, (_, _) => Loss.Of("LogitMarginLoss", new LossRules.Logistic()) with { IsMargin = true }),
        new("CrossEntropyLoss", ["crossentropy"], null, (_, _) => Loss.Of("CrossEntropyLoss", new LossRules.CrossEntropy()) with { IsLogit = true }),
        new("LPDistLoss", ["LP"], 2, (power, _) => Loss.Of("LPDistLoss", new DistanceRule<DistanceRules.Power>(new(power)))),
        new("L1EpsilonInsLoss", ["EpsilonInsLoss"], 1, (epsilon, _) => Loss.Of("L1EpsilonInsLoss", new DistanceRule<DistanceRules.Insensitive>(new(epsilon)))),
        new("L2EpsilonInsLoss", [], 1, (epsilon, _) => Loss.Of("L2EpsilonInsLoss", new DistanceRule<DistanceRules.InsensitiveSquare>(new(epsilon)))),
        new("LogitDistLoss", [], null, (_, _) => Loss.Of("LogitDistLoss", new DistanceRule<DistanceRules.LogisticDensity>())),
        new("PeriodicLoss", [], 1, (period, _) => Loss.Of("PeriodicLoss", new DistanceRule<DistanceRules.Periodic>(new(period)))),
        new("ExpLoss", [], null, (_, _) => Loss.Of("ExpLoss", new MarginRule<AgreementRules.Exponential>()) with { IsMargin = true }),
        new("SigmoidLoss", [], null, (_, _) => Loss.Of("SigmoidLoss", new MarginRule<AgreementRules.Sigmoidal>()) with { IsMargin = true }),
        new("PerceptronLoss", [], null, (_, _) => Loss.Of("PerceptronLoss", new MarginRule<AgreementRules.Perceptron>()) with { IsMargin = true }),
        new("ZeroOneLoss", [], null, (_, _) => Loss.Of("ZeroOneLoss", new MarginRule<AgreementRules.ZeroOne>()) with { IsMargin = true }),
        new("DWDMarginLoss", [], 1, (q, _) => Loss.Of("DWDMarginLoss", new MarginRule<AgreementRules.DistanceWeighted>(new(q))) with { IsMargin = true }),
        new("ModifiedHuberLoss", [], null, (_, _) => Loss.Of("ModifiedHuberLoss", new MarginRule<AgreementRules.ModifiedHuber>()) with { IsMargin = true }),
        new("SmoothedL1HingeLoss", [], 1, (gamma, _) => Loss.Of("SmoothedL1HingeLoss", new MarginRule<AgreementRules.SmoothedHinge>(new(gamma))) with { IsMargin = true }),
        new("PoissonLoss", ["poisson"], null, (_, _) => Loss.Of("PoissonLoss", new LossRules.Poisson())),
    ];

    /// <summary>Every name a loss is read by.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Table.SelectMany(row => row.Aliases.Prepend(row.Name))];

    /// <summary>The loss of a name, for targets whose size is about 1 / <paramref name="scale"/> (a power of two).</summary>
    /// <exception cref="DiagnosticException">No such loss, or a parameter it cannot have.</exception>
    public static Loss Find(string text, double scale)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? text : text[..open]).Trim();
        var row = Table.FirstOrDefault(row => row.Aliases.Prepend(row.Name).Any(known => Nearest.Fold(known) == Nearest.Fold(name)))
            ?? throw new DiagnosticException(Errors.UnknownLoss(name, Names));
        if (open < 0)
            return row.Make(row.Parameter ?? 0, scale);
        var inside = text[(open + 1)..].TrimEnd(')', ' ');
        if (inside.Length == 0)
            return row.Make(row.Parameter ?? 0, scale);
        if (row.Parameter is null || !double.TryParse(inside, NumberStyles.Float, CultureInfo.InvariantCulture, out var parameter)
            || !(parameter > 0) || (row.Name == "QuantileLoss" && parameter >= 1))
            throw new DiagnosticException(Errors.BadOption("loss", text, row.Parameter is null ? $"{row.Name} takes no parameter" : "the parameter is a number above 0, for a quantile below 1"));
        return row.Make(parameter, scale);
    }

    private sealed record Row(string Name, string[] Aliases, double? Parameter, Func<double, double, Loss> Make);
}
