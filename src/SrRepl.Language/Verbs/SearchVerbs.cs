using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verbs of the search.</summary>
public static class SearchVerbs
{
    // What quantize takes where no type is named.
    private static readonly FixedType CommonType = new(16, 6);

    /// <summary>Searches formulas for the dataset's target; stopped by the user, it hands back the front so far.</summary>
    /// <param name="data">Features, target and perhaps weights.</param>
    /// <param name="options">What to search with.</param>
    /// <exception cref="DiagnosticException">The dataset or an option cannot be searched with.</exception>
    [Verb("search", "searches formulas for the target and gives the front of the best at each complexity",
        Example = "train |> evolve { operators = [(+); (*); sin]; maxSize = 20; timeout = 60<s> }")]
    public static ParetoFront Evolve(this Dataset data, EvolveOptions? options = null)
    {
        options = OnChip(options ?? new());
        var context = RunContext.Current;
        using var progress = options.Verbosity > 0 ? new ProgressWriter(context.Error, context.Live) : null;
        return Evolution.Run(data, options, progress, context.Cancellation);
    }

    /// <summary>Goes on with a search from its checkpoint, as if it had never stopped.</summary>
    /// <param name="data">The same data.</param>
    /// <param name="options">The same options, <c>outputDirectory</c> among them; those of when to stop may differ.</param>
    /// <exception cref="DiagnosticException">There is no checkpoint, or it is of another search.</exception>
    [Verb("search", "goes on with the search whose checkpoint lies in outputDirectory, as if it had never stopped",
        Example = "train |> resume { outputDirectory = \"run\"; timeout = 60<s> }")]
    public static ParetoFront Resume(this Dataset data, EvolveOptions options)
    {
        options = OnChip(options);
        var context = RunContext.Current;
        using var progress = options.Verbosity > 0 ? new ProgressWriter(context.Error, context.Live) : null;
        return Evolution.Resume(data, options, progress, context.Cancellation);
    }

    /// <summary>Writes a front as PySR's hall_of_fame.csv.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">Where.</param>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    [Verb("search", "writes a front as PySR writes hall_of_fame.csv, and gives the front back", Example = "front |> save \"hall_of_fame.csv\"")]
    public static ParetoFront Save(this ParetoFront front, SaveOptions options)
    {
        FrontFile.Write(options.File ?? "hall_of_fame.csv", front);
        return front;
    }

    /// <summary>Picks one formula of a front.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">How to pick; the best by default.</param>
    /// <exception cref="DiagnosticException">No such way, or no formula of that complexity.</exception>
    [Verb("search", "picks one formula of a front: \"best\", \"accuracy\", \"score\", by complexity, or within conditions on its figures", Example = "front |> pick { lut <= 500; ns <= 20 }")]
    public static Candidate Pick(this ParetoFront front, PickOptions? options = null) => FrontPicker.Pick(front, options, CommonType);

    /// <summary>Scores a front on other data.</summary>
    /// <param name="front">The front.</param>
    /// <param name="options">The data.</param>
    /// <exception cref="DiagnosticException">No data was given, it has no target, or a column is missing.</exception>
    [Verb("search", "scores a front on other data: the loss there beside the one it was searched with", Example = "front |> score test")]
    public static ParetoFront Score(this ParetoFront front, ScoreOptions options) =>
        FrontScorer.On(front, options.On ?? throw new DiagnosticException(Errors.NoTarget()));

    /// <summary>Searches formulas for every target of the dataset.</summary>
    /// <param name="data">Features, targets and perhaps weights.</param>
    /// <param name="options">What to search with; limits of time and evaluations are for all targets together.</param>
    /// <exception cref="DiagnosticException">The dataset or an option cannot be searched with.</exception>
    [Verb("search", "searches formulas for every target and gives a front for each", Example = "data |> target [\"px\"; \"py\"] |> evolve { timeout = 60<s> }")]
    public static FrontSet Evolve(this MultiTargetDataset data, EvolveOptions? options = null) => Search(data, options ?? new(), resume: false);

    /// <summary>Goes on with a search for several targets from its checkpoints.</summary>
    /// <param name="data">The same data.</param>
    /// <param name="options">The same options.</param>
    /// <exception cref="DiagnosticException">There is no checkpoint, or it is of another search.</exception>
    [Verb("search", "goes on with the search for several targets whose checkpoints lie in outputDirectory")]
    public static FrontSet Resume(this MultiTargetDataset data, EvolveOptions options) => Search(data, options, resume: true);

    /// <summary>Writes every front to a file of its own, as PySR does: hall_of_fame_output1.csv and so on.</summary>
    /// <param name="fronts">The fronts.</param>
    /// <param name="options">Where.</param>
    /// <exception cref="DiagnosticException">A file cannot be written.</exception>
    [Verb("search", "writes every target's front as PySR writes hall_of_fame_output1.csv and so on")]
    public static FrontSet Save(this FrontSet fronts, SaveOptions options)
    {
        HallOfFameFile.Write(options.File ?? "hall_of_fame.csv", fronts);
        return fronts;
    }

    /// <summary>Picks one formula of every front.</summary>
    /// <param name="fronts">The fronts.</param>
    /// <param name="options">How to pick; the best by default.</param>
    /// <exception cref="DiagnosticException">No such way, or no formula of that complexity.</exception>
    [Verb("search", "picks one formula of every target's front, a list that quantize takes", Example = "fronts |> pick \"best\" |> quantize ap_fixed<16,6>")]
    public static ImmutableArray<Candidate> Pick(this FrontSet fronts, PickOptions? options = null) => [.. fronts.Select(front => front.Pick(options))];

    /// <summary>Scores every front on other data.</summary>
    /// <param name="fronts">The fronts.</param>
    /// <param name="options">The data; it must have every target as a column.</param>
    /// <exception cref="DiagnosticException">No data was given, or a column is missing.</exception>
    [Verb("search", "scores every target's front on other data")]
    public static FrontSet Score(this FrontSet fronts, ScoreOptions options)
    {
        var on = options.On ?? throw new DiagnosticException(Errors.NoTarget());
        return fronts.Select((target, front) => FrontScorer.On(front, on.WithTarget(target)));
    }

    private static FrontSet Search(MultiTargetDataset data, EvolveOptions options, bool resume)
    {
        options = OnChip(options);
        var context = RunContext.Current;
        using var progress = options.Verbosity > 0 ? new ProgressWriter(context.Error, context.Live) : null;
        return MultiTargetEvolution.Run(data, options, resume, progress, context.Cancellation);
    }

    // Costs that no option gives a type are those of the common one.
    private static EvolveOptions OnChip(EvolveOptions options) =>
        options.Precision is not null || options.Complexity?.Format is not null || options.Objectives is not { } objectives || objectives.Any(objective => objective.Format is not null)
            ? options
            : options with { Objectives = [.. objectives.Select(objective => objective with { Format = CommonType })] };
}
