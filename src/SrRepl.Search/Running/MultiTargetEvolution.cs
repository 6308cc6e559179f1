using System.Collections.Immutable;
using System.Diagnostics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Searches for several targets one after the other. Limits of time and of evaluations are for all of them together; what one
/// target leaves over, the next ones have.
/// </summary>
public static class MultiTargetEvolution
{
    /// <summary>Searches formulas for every target.</summary>
    /// <param name="dataset">Features, targets and perhaps weights.</param>
    /// <param name="options">What to search with; null for the defaults.</param>
    /// <param name="resume">Whether to go on from the checkpoints in the options' output directory.</param>
    /// <param name="progress">Told of the first population and after every round.</param>
    /// <param name="cancellation">Hands back the fronts so far.</param>
    /// <exception cref="DiagnosticException">The dataset or an option cannot be searched with.</exception>
    public static FrontSet Run(MultiTargetDataset dataset, EvolveOptions? options = null, bool resume = false, IProgress<SearchProgress>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new();
        options = options with { YUnits = options.YUnits?.Named(dataset.Targets, "yUnits") };
        options = Preparation.Named(options, dataset);
        foreach (var target in dataset.Targets)
            DatasetChecks.Check(dataset.For(target));
        var clock = Stopwatch.StartNew();
        var shared = new SharedTerms();
        var fronts = ImmutableArray.CreateBuilder<ParetoFront>();
        foreach (var target in dataset.Targets)
        {
            var part = Part(options, dataset.Targets.Length - fronts.Count, clock.Elapsed.TotalSeconds, fronts.Sum(front => front.Evaluations));
            var data = options.ShareSubexpressions ? shared.Extend(dataset.For(target)) : dataset.For(target);
            var named = progress is null ? null : new Named(progress, target);
            var problem = Preparation.Of(data, part).Problem(shared.Definitions);
            var front = Evolution.Run(problem, $"_output{fronts.Count + 1}", resume, named, cancellation);
            if (options.ShareSubexpressions)
                shared.Add(front.Best.Equation);
            fronts.Add(FrontScorer.Classes(front, dataset.For(target)));
        }
        return new(dataset.Targets, fronts.ToImmutable());
    }

    // An equal part of what is left.
    private static EvolveOptions Part(EvolveOptions options, int targets, double seconds, long evaluations) => options with
    {
        Timeout = (options.Timeout ?? options.TimeoutInSeconds) is { } timeout ? Math.Max(1e-3, (timeout - seconds) / targets) : null,
        TimeoutInSeconds = null,
        MaxEvals = options.MaxEvals is { } most ? Math.Max(1, (most - evaluations) / targets) : null,
    };

    private sealed class Named(IProgress<SearchProgress> inner, string target) : IProgress<SearchProgress>
    {
        public void Report(SearchProgress value) => inner.Report(value with { Target = target });
    }
}
