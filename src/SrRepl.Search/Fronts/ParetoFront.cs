using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The formulas a search found that are better than every simpler one, simplest first.</summary>
public sealed class ParetoFront : IReadOnlyList<Candidate>
{
    // A loss this small counts as 0 in scores, which would otherwise be infinite.
    private const double LeastLoss = 1e-300;

    /// <summary>Sorts candidates, drops those that are no better than a simpler one, and scores the rest.</summary>
    public ParetoFront(IEnumerable<Candidate> candidates)
    {
        var kept = ImmutableArray.CreateBuilder<Candidate>();
        foreach (var candidate in candidates.OrderBy(c => c.Complexity).ThenBy(c => c.Loss))
            if (kept.Count == 0 || candidate.Loss < kept[^1].Loss)
                kept.Add(candidate with { Score = kept.Count == 0 ? 0 : ScoreAfter(kept[^1], candidate) });
        Candidates = kept.ToImmutable();
    }

    private ParetoFront(ImmutableArray<Candidate> candidates) => Candidates = candidates;

    internal ParetoFront(ParetoFront front) => (Candidates, Objectives) = (front.Candidates, front.Objectives);

    /// <summary>
    /// The candidates that no other one beats in all objectives at once, simplest first. Scores are given along those
    /// that are better than every simpler one, as in a front by complexity alone.
    /// </summary>
    /// <param name="candidates">Candidates with their costs.</param>
    /// <param name="objectives">What the front is by.</param>
    /// <param name="values">A candidate's figures, one an objective.</param>
    public static ParetoFront Of(IEnumerable<Candidate> candidates, IEnumerable<Objective> objectives, Func<Candidate, double[]> values)
    {
        var kept = new List<(Candidate Candidate, double[] Values)>();
        foreach (var candidate in candidates.OrderBy(c => c.Complexity).ThenBy(c => c.Loss))
        {
            var figures = values(candidate);
            if (kept.Exists(other => Dominance.Dominates(other.Values, figures) || other.Values.AsSpan().SequenceEqual(figures)))
                continue;
            kept.RemoveAll(other => Dominance.Dominates(figures, other.Values));
            kept.Add((candidate, figures));
        }
        var scored = ImmutableArray.CreateBuilder<Candidate>(kept.Count);
        Candidate? simpler = null;
        foreach (var (candidate, _) in kept)
        {
            var better = simpler is null || candidate.Loss < simpler.Loss;
            scored.Add(candidate with { Score = simpler is null || !better || candidate.Complexity == simpler.Complexity ? 0 : ScoreAfter(simpler, candidate) });
            if (better)
                simpler = candidate;
        }
        return new(scored.MoveToImmutable()) { Objectives = [.. objectives.Select(objective => objective.Name)] };
    }

    /// <summary>The candidates, simplest first.</summary>
    public ImmutableArray<Candidate> Candidates { get; }

    /// <summary>The loss's name.</summary>
    public string Loss { get; init; } = "L2DistLoss";

    /// <summary>The loss by formula, where the search had one.</summary>
    public IFormula? ElementwiseLoss { get; init; }

    /// <summary>What the front is by, where it is by more than loss and complexity.</summary>
    public ImmutableArray<string> Objectives { get; init; } = [];

    /// <summary>How many formulas were evaluated.</summary>
    public long Evaluations { get; init; }

    /// <summary>How many formulas the front has.</summary>
    public int Count => Candidates.Length;

    /// <summary>The complexities.</summary>
    public ImmutableArray<int> Complexity => [.. Candidates.Select(c => c.Complexity)];

    /// <summary>The candidate of highest score among those whose loss is at most 1.5 times the least.</summary>
    public Candidate Best => By("best");

    /// <summary>The candidate of a complexity.</summary>
    /// <exception cref="DiagnosticException">There is none.</exception>
    public Candidate this[int complexity] =>
        Candidates.FirstOrDefault(c => c.Complexity == complexity)
            ?? throw new DiagnosticException(Errors.NoSuchComplexity(complexity, Complexity));

    Candidate IReadOnlyList<Candidate>.this[int index] => Candidates[index];

    /// <summary>The ways to pick that <see cref="By"/> knows.</summary>
    public static ImmutableArray<string> Ways { get; } = ["best", "accuracy", "score"];

    /// <summary>Picks as PySR does.</summary>
    /// <param name="by">"best" (highest score among loss at most 1.5 times the least), "accuracy" (least loss) or "score" (highest score).</param>
    /// <exception cref="DiagnosticException">Another way.</exception>
    public Candidate By(string by)
    {
        var least = Candidates.Min(c => c.Loss);
        return Nearest.Fold(by) switch
        {
            "best" => Candidates.Where(c => c.Loss <= 1.5 * least).MaxBy(c => c.Score)!,
            "accuracy" => Candidates.MinBy(c => c.Loss)!,
            "score" => Candidates.MaxBy(c => c.Score)!,
            _ => throw new DiagnosticException(Errors.UnknownPick(by, Ways)),
        };
    }

    /// <summary>The same formulas with other figures, in the same order.</summary>
    public ParetoFront With(IEnumerable<Candidate> candidates) =>
        new([.. candidates]) { Loss = Loss, ElementwiseLoss = ElementwiseLoss, Evaluations = Evaluations, Objectives = Objectives };

    /// <inheritdoc/>
    public IEnumerator<Candidate> GetEnumerator() => ((IEnumerable<Candidate>)Candidates).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>PySR's table: Complexity, Loss, Score, Equation; test figures between where there are any.</summary>
    public override string ToString()
    {
        var extra = FrontColumn.All.Where(column => Candidates.Any(c => column.Value(c) is not null)).ToArray();
        var table = new TextTable([">Complexity", ">Loss", ">Score", .. extra.Select(column => ">" + column.Name), "Equation"]);
        foreach (var c in Candidates)
            table.Add([
                c.Complexity.ToString(CultureInfo.InvariantCulture), Figure(c.Loss), Figure(c.Score),
                .. extra.Select(column => column.Value(c) is { } value ? Figure(value) : ""), c.Equation.ToString()]);
        return table.ToString();
    }

    private static double ScoreAfter(Candidate simpler, Candidate candidate) =>
        Math.Max(0, Math.Log(Math.Max(simpler.Loss, LeastLoss) / Math.Max(candidate.Loss, LeastLoss)))
        / (candidate.Complexity - simpler.Complexity);

    private static string Figure(double value) => value.ToString("G4", CultureInfo.InvariantCulture).Replace("E-", "e-", StringComparison.Ordinal).Replace("E+", "e+", StringComparison.Ordinal);
}

/// <summary>A column of figures that a front prints where its candidates have them.</summary>
internal sealed record FrontColumn(string Name, Func<Candidate, double?> Value)
{
    public static ImmutableArray<FrontColumn> All { get; } =
    [
        new("Test loss", c => c.TestLoss), new("AUC", c => c.Auc), new("Accuracy", c => c.Accuracy),
        .. ChipCost.Figures.Select(figure => new FrontColumn(figure.Name, c => c.Cost is { } cost ? figure.Value(cost) : null)),
    ];
}
