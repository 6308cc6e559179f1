namespace SrRepl.Search;

/// <summary>What one thread needs to evolve an island: evaluator, optimiser, breeder and scratch programs. Nothing of it carries over between islands.</summary>
internal sealed class Worker(SearchProblem problem) : IDisposable
{
    /// <summary>Scores programs.</summary>
    public Scorer Scorer { get; } = new(problem);

    /// <summary>Scores programs as the chip computes them, where the search asks for that.</summary>
    public ChipScorer? OnChip { get; } = problem.Options.Precision is null ? null : new(problem, problem.Chip!);

    /// <summary>Fits constants.</summary>
    public ConstantOptimiser<float> Optimiser { get; } = new();

    /// <summary>Makes children.</summary>
    public Breeder Breeder { get; } = new(problem);

    /// <summary>Makes children of a template's form; null without one.</summary>
    public TemplateBreeding? Parts => _parts ??= problem.Operators.Template is { } form ? new(form, Breeder, problem.Operators) : null;

    private TemplateBreeding? _parts;

    /// <summary>What formulas must be beside small and simple.</summary>
    public ProgramConstraints Constraints { get; } = new(problem);

    /// <summary>Simplifies children.</summary>
    public Tidying Tidying { get; } = new(problem.Operators);

    /// <summary>Terms to graft, refilled for each island.</summary>
    public TermLibrary Library { get; } = new();

    /// <summary>The guided mutation.</summary>
    public Grafting Grafting { get; } = new(problem);

    /// <summary>What the island at work has met in this round.</summary>
    public Recent Recent { get; } = new();

    /// <summary>How many children were formulas met before and so not evaluated, since last taken.</summary>
    public long Repeated { get; set; }

    /// <summary>A program being made.</summary>
    public Program Child { get; } = new();

    /// <summary>A program with scale and offset written out.</summary>
    public Program Scaled { get; } = new();

    /// <summary>Takes the count of repeated formulas.</summary>
    public long TakeRepeated()
    {
        var count = Repeated;
        Repeated = 0;
        return count;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Constraints.Dispose();
        Scorer.Dispose();
        Optimiser.Dispose();
        Library.Dispose();
        Grafting.Dispose();
    }
}
