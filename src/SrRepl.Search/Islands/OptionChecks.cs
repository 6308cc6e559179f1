using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The ranges of the search's options, as a table.</summary>
internal static class OptionChecks
{
    private static readonly (string Name, Func<EvolveOptions, double?> Value, double Least, double Most)[] Ranges =
    [
        ("maxSize", o => o.MaxSize, 3, 10_000),
        ("maxDepth", o => o.MaxDepth, 2, 1000),
        ("nIterations", o => o.NIterations, 1, int.MaxValue),
        ("populations", o => o.Populations, 1, 10_000),
        ("populationSize", o => o.PopulationSize, 4, 1_000_000),
        ("nCyclesPerIteration", o => o.NCyclesPerIteration, 1, int.MaxValue),
        ("timeout", o => o.Timeout, 1e-9, double.MaxValue),
        ("timeoutInSeconds", o => o.TimeoutInSeconds, 1e-9, double.MaxValue),
        ("maxEvals", o => o.MaxEvals, 1, long.MaxValue),
        ("threads", o => o.Threads, 1, 4096),
        ("tournamentSelectionN", o => o.TournamentSelectionN, 1, 1_000_000),
        ("tournamentSelectionP", o => o.TournamentSelectionP, 1e-6, 1),
        ("crossoverProbability", o => o.CrossoverProbability, 0, 1),
        ("parsimony", o => o.Parsimony, 0, double.MaxValue),
        ("adaptiveParsimonyScaling", o => o.AdaptiveParsimonyScaling, 0, double.MaxValue),
        ("alpha", o => o.Alpha, 1e-12, double.MaxValue),
        ("perturbationFactor", o => o.PerturbationFactor, 0, double.MaxValue),
        ("probabilityNegateConstant", o => o.ProbabilityNegateConstant, 0, 1),
        ("fractionReplaced", o => o.FractionReplaced, 0, 1),
        ("fractionReplacedHof", o => o.FractionReplacedHof, 0, 1),
        ("topN", o => o.TopN, 1, 1_000_000),
        ("optimizeProbability", o => o.OptimizeProbability, 0, 1),
        ("optimizerIterations", o => o.OptimizerIterations, 1, 10_000),
        ("optimizerNRestarts", o => o.OptimizerNRestarts, 0, 1000),
        ("complexityOfConstants", o => o.ComplexityOfConstants, 0, 1000),
        ("complexityOfVariables", o => o.ComplexityOfVariables.Values.Cast<int?>().FirstOrDefault(value => value is < 0 or > 1000), 0, 1000),
        ("dimensionalConstraintPenalty", o => o.DimensionalConstraintPenalty, 0, double.MaxValue),
        ("selectKFeatures", o => o.SelectKFeatures, 1, int.MaxValue),
        ("warmupMaxSizeBy", o => o.WarmupMaxSizeBy, 0, 1),
        ("enumeratedTerms", o => o.EnumeratedTerms, 0, 1_000_000),
        ("batchSize", o => o.BatchSize, 8, int.MaxValue),
        ("sizeLimitedTournaments", o => o.SizeLimitedTournaments, 0, 1),
        ("checkpointInterval", o => o.CheckpointInterval, 0, double.MaxValue),
        ("verbosity", o => o.Verbosity, 0, 1000),
    ];

    /// <exception cref="DiagnosticException">An option is out of its range.</exception>
    public static void Check(EvolveOptions options)
    {
        foreach (var (name, value, least, most) in Ranges)
            if (value(options) is { } number && !(number >= least && number <= most))
                throw new DiagnosticException(Errors.BadOption(name, Text(number),
                    least <= 1e-6 && least > 0 ? "it must be above 0" : most >= int.MaxValue ? $"it must be at least {Text(least)}" : $"it must be from {Text(least)} to {Text(most)}"));
    }

    /// <exception cref="DiagnosticException">A mutation's weight is negative, or all are 0.</exception>
    public static void CheckWeights(EvolveOptions options)
    {
        var weights = typeof(EvolveOptions).GetProperties().Where(property => property.Name.StartsWith("Weight", StringComparison.Ordinal))
            .Select(property => (property.Name, Value: (double)property.GetValue(options)!)).ToArray();
        foreach (var (name, value) in weights)
            if (!(value >= 0 && double.IsFinite(value)))
                throw new DiagnosticException(Errors.BadOption(name, Text(value), "a weight is at least 0"));
        if (weights.All(weight => weight.Value == 0))
            throw new DiagnosticException(Errors.BadOption("weight...", "0", "some mutation must have a weight above 0"));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
