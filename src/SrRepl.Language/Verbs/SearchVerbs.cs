using SrRepl.Core;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verbs of the search.</summary>
public static class SearchVerbs
{
    /// <summary>Searches formulas for the dataset's target; stopped by the user, it hands back the front so far.</summary>
    /// <param name="data">Features, target and perhaps weights.</param>
    /// <param name="options">What to search with.</param>
    /// <exception cref="DiagnosticException">The dataset or an option cannot be searched with.</exception>
    [Verb("search", "searches formulas for the target and gives the front of the best at each complexity",
        Example = "train |> evolve { operators = [(+); (*); sin]; maxSize = 20; timeout = 60<s> }")]
    public static ParetoFront Evolve(this Dataset data, EvolveOptions? options = null)
    {
        options ??= new();
        var context = RunContext.Current;
        using var progress = options.Verbosity > 0 ? new ProgressWriter(context.Error, context.Live) : null;
        return Evolution.Run(data, options, progress, context.Cancellation);
    }

    /// <summary>Picks one formula of a front.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">How to pick; the best by default.</param>
    /// <exception cref="DiagnosticException">No such way, or no formula of that complexity.</exception>
    [Verb("search", "picks one formula of a front: \"best\", \"accuracy\", \"score\", or by complexity", Example = "front |> pick \"best\"")]
    public static Candidate Pick(this ParetoFront front, PickOptions? options = null) =>
        options?.Complexity is { } complexity ? front[complexity] : front.By(options?.By ?? "best");

    /// <summary>Scores a front on other data.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">The data.</param>
    /// <exception cref="DiagnosticException">No data was given, it has no target, or a column is missing.</exception>
    [Verb("search", "scores a front on other data: the loss there beside the one it was searched with", Example = "front |> score test")]
    public static ParetoFront Score(this ParetoFront front, ScoreOptions options) =>
        FrontScorer.On(front, options.On ?? throw new DiagnosticException(Errors.NoTarget()));
}
