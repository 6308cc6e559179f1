using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What a search is over: the table in the evaluator's form, the operators, the loss, the limits. Shared, read only.</summary>
public sealed class SearchProblem
{
    private static readonly ImmutableArray<Operator> DefaultOperators =
    [
        Core.Operators.Add, Core.Operators.Subtract, Core.Operators.Multiply, Core.Operators.Divide,
        Core.Operators.Sin, Core.Operators.Cos, Core.Operators.Exp, Core.Operators.Log, Core.Operators.Sqrt, Core.Operators.Square,
    ];

    /// <summary>Checks the dataset and the options and lays out the table.</summary>
    /// <param name="dataset">The table.</param>
    /// <param name="options">What to search with.</param>
    /// <param name="definitions">What features that are no columns of the user's stand for; formulas are given with these in their places.</param>
    /// <exception cref="DiagnosticException">No target, no features, a value that is not finite, a constant target, an impossible option.</exception>
    public SearchProblem(Dataset dataset, EvolveOptions options, IReadOnlyDictionary<string, Expr>? definitions = null)
    {
        Definitions = definitions ?? ImmutableDictionary<string, Expr>.Empty;
        OptionChecks.Check(options);
        OptionChecks.CheckWeights(options);
        DatasetChecks.Check(dataset);
        Dataset = dataset;
        Options = options;
        Features = dataset.Features;
        IEnumerable<Operator> chosen = [.. options.Operators ?? [], .. options.BinaryOperators ?? [], .. options.UnaryOperators ?? []];
        Operators = new OperatorSet(options.Operators is null && options.BinaryOperators is null && options.UnaryOperators is null ? DefaultOperators : chosen, options.Template, Features);
        if (Operators.Bred == 0)
            throw new DiagnosticException(Errors.NoOperators());
        var target = dataset[dataset.Target!];
        Limits = new Limits(options, Operators, Features);
        Limits.CheckLeaves();
        Loss = options.ElementwiseLoss is { } formula ? FormulaLoss.Of(formula) : Losses.Find(options.Loss, 1 / TargetUnit(target));
        if (Loss.IsMargin)
            DatasetChecks.CheckMargin(dataset, Loss.Name);
        Order = Shuffled(dataset.Rows, new Xoshiro256((ulong)options.Seed, ulong.MaxValue));
        var rows = (options.Batching ?? dataset.Rows > options.BatchSize) ? Math.Min(options.BatchSize, dataset.Rows) : dataset.Rows;
        Data = SearchData<float>.From(dataset, Features, dataset.Target!, Order.AsSpan()[..rows]);
        Centre = Scorer.BestConstant(this, out var baseline);
        Baseline = Math.Max(baseline, double.Epsilon);
        Chip = ChipOf(options);
        if (Chip is not null)
            foreach (var op in Operators.Operators)
                if (op is not TemplatePart)
                    Chip.ShareOf(op, byConstant: false);
        Space = ObjectiveSpace.Of(this, Chip);
        _chipRows = new(() => Dataset.TakeRows([.. Order[..Data.Rows]]));
        ProgramConstraints.Check(this);
        Guesses = [.. (options.Guesses ?? []).Select(guess => GuessReader.Read(guess, this))];
    }

    private readonly Lazy<Dataset> _chipRows;

    /// <summary>The chip that the search is for, where an option names one.</summary>
    public IChip? Chip { get; }

    /// <summary>The objectives beside loss and complexity, where there are any.</summary>
    internal ObjectiveSpace? Space { get; }

    /// <summary>The rows of <see cref="Data"/>, in its order, as they were given.</summary>
    public Dataset ChipRows => _chipRows.Value;

    /// <summary>The table as given.</summary>
    public Dataset Dataset { get; }

    /// <summary>What features that are no columns of the user's stand for.</summary>
    public IReadOnlyDictionary<string, Expr> Definitions { get; }

    /// <summary>What the search was told.</summary>
    public EvolveOptions Options { get; }

    /// <summary>The features, by index.</summary>
    public ImmutableArray<string> Features { get; }

    /// <summary>The operators, by code.</summary>
    public OperatorSet Operators { get; }

    /// <summary>The loss.</summary>
    public Loss Loss { get; }

    /// <summary>The table's rows in the order of <see cref="Data"/>.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>The rows in random order, so that every tile is a random sample; a sample of them where there are many.</summary>
    public SearchData<float> Data { get; }

    /// <summary>The mean loss of the best constant, in the loss's own unit.</summary>
    public double Baseline { get; }

    /// <summary>The best constant.</summary>
    public double Centre { get; }

    /// <summary>Whether a + b * f can be written with the operators.</summary>
    public bool CanScale => Operators.Template is null && Operators.Add >= 0 && Operators.Multiply >= 0;

    /// <summary>What formulas may be.</summary>
    public Limits Limits { get; }

    /// <summary>Formulas to start from.</summary>
    public ImmutableArray<Program> Guesses { get; }

    /// <summary>The formula of a program over the features, a template's parts written into it.</summary>
    public Expr FormulaOf(Program program) =>
        Operators.Template is { } template ? template.ToExpr(program) : Compiler.ToExpr(program, Operators, Features);

    /// <summary>The complexity of a program.</summary>
    public int Complexity(Program program) => Limits.Complexity(program);

    /// <summary>Whether a program is within the limits.</summary>
    public bool Allows(Program program) => Limits.Allow(program, Options.MaxSize);

    // The type of the scores, that which an objective names, or that of the operators' weights.
    private static IChip? ChipOf(EvolveOptions options)
    {
        var costs = (options.Objectives ?? []).Where(objective => objective.IsCost).ToArray();
        if (options.Precision is null && costs.Length == 0)
            return null;
        var format = options.Precision ?? costs.Select(objective => objective.Format).FirstOrDefault(format => format is not null) ?? options.Complexity?.Format;
        return format is null
            ? throw new DiagnosticException(Errors.BadOption("objectives", string.Join("; ", costs.Select(objective => objective.Name)), "costs are of a type: precision = ap_fixed<16,6>"))
            : format.On(new(options.Device, options.Clock, options.MathLibrary));
    }

    // The power of two nearest the target's size: scaling by it is exact.
    private static double TargetUnit(Column target)
    {
        double least = double.PositiveInfinity, most = double.NegativeInfinity;
        for (var row = 0; row < target.Length; row++)
        {
            least = Math.Min(least, target[row]);
            most = Math.Max(most, target[row]);
        }
        return Math.ScaleB(1, Math.ILogB(most - least));
    }

    private static ImmutableArray<int> Shuffled(int count, Xoshiro256 rng)
    {
        var order = Enumerable.Range(0, count).ToArray();
        rng.Shuffle<int>(order);
        return [.. order];
    }
}
