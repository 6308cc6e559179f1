using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// What a search is told. Names and meanings are PySR's where PySR has the option; the defaults are this search's own, suited
/// to its evaluator and mutations by trials on small problems of known laws, not found by a systematic tuning.
/// </summary>
public sealed record EvolveOptions
{
    /// <summary>Operators of any arity; null for + - * / and the default functions.</summary>
    [Option("operators: names, sections such as (+), functions, tables")]
    public IReadOnlyList<Operator>? Operators { get; init; }

    /// <summary>More operators of two, as PySR lists them.</summary>
    [Option("operators of two arguments, beside `operators`")]
    public IReadOnlyList<Operator>? BinaryOperators { get; init; }

    /// <summary>More operators of one, as PySR lists them.</summary>
    [Option("operators of one argument, beside `operators`")]
    public IReadOnlyList<Operator>? UnaryOperators { get; init; }

    /// <summary>The largest complexity of a formula.</summary>
    [Option("largest complexity of a formula, at least 3")]
    public int MaxSize { get; init; } = 30;

    /// <summary>The deepest formula, in nodes from root to leaf; null for no limit but the size.</summary>
    [Option("deepest formula, in nodes from root to leaf")]
    public int? MaxDepth { get; init; }

    /// <summary>The complexity of every operator, tables and functions included; null for 1 each.</summary>
    [Option("complexity of every operator: latency ap_fixed<16,6>, lut ap_fixed<16,6>, in which maxSize counts too; 1 each by default")]
    public IOperatorWeights? Complexity { get; init; }

    /// <summary>Complexity of operators by name, before <see cref="Complexity"/>, which holds where not named.</summary>
    [Option("complexity of operators by name, as in { sin = 3 }; that of `complexity` where not named")]
    public IReadOnlyDictionary<string, int>? ComplexityOfOperators { get; init; }

    /// <summary>Complexity of a constant.</summary>
    [Option("complexity of a constant")]
    public int ComplexityOfConstants { get; init; } = 1;

    /// <summary>Complexity of a variable, of all alike or of each.</summary>
    [Option("complexity of a variable: one number, a list in the features' order, or { x = 2 }; 1 where none is given")]
    public PerColumn<int> ComplexityOfVariables { get; init; } = 1;

    /// <summary>Largest complexity of each argument of an operator, -1 for no limit.</summary>
    [Option("largest complexity of an operator's arguments, -1 for no limit: { pow = [-1; 1] }")]
    public IReadOnlyDictionary<string, IReadOnlyList<int>>? Constraints { get; init; }

    /// <summary>How many times an operator may occur inside another.</summary>
    [Option("how deep an operator may be nested in another: { sin = { sin = 0 } }")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? NestedConstraints { get; init; }

    /// <summary>How many of an operator may stand around a variable.</summary>
    [Option("how many of an operator may stand around a variable: { x = { exp = 0 } }")]
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>>? VariableConstraints { get; init; }

    /// <summary>Units of the features.</summary>
    [Option("units of the features: { x = \"m\"; t = \"s\" }, or a list in their order; a pure number where none is given")]
    public PerColumn<string>? XUnits { get; init; }

    /// <summary>Unit of the target.</summary>
    [Option("unit of the target, as in \"kg*m/s^2\"; of several targets a list or a record")]
    public PerColumn<string>? YUnits { get; init; }

    /// <summary>Added to the mean loss of a formula whose units do not go together.</summary>
    [Option("added to the loss of a formula whose units do not go together")]
    public double DimensionalConstraintPenalty { get; init; } = 1000;

    /// <summary>Whether constants are pure numbers.</summary>
    [Option("constants have no units; otherwise a constant can have any")]
    public bool DimensionlessConstantsOnly { get; init; }

    /// <summary>The range of a formula's values.</summary>
    [Option("the range every value of a formula must be in: (0, 1); with `precision` the chip's values on the rows too")]
    public Interval? Bounds { get; init; }

    /// <summary>Columns that a formula must rise or fall with.</summary>
    [Option("columns that a formula must rise or fall with: { x = \"increasing\"; y = \"decreasing\" }; a chip follows it in steps of its rounding")]
    public IReadOnlyDictionary<string, Monotonicity>? Monotonic { get; init; }

    /// <summary>Where bounds and monotonicity must hold.</summary>
    [Option("where bounds and monotonic must hold: { x = (0, 10) }; over the range in the data by default")]
    public IReadOnlyDictionary<string, Interval>? Domains { get; init; }

    /// <summary>How bounds and monotonicity are checked.</summary>
    [Option("how bounds and monotonic are checked: Intervals proves them over the whole domain, Data looks at the rows")]
    public ShapeCheck ShapeCheck { get; init; } = ShapeCheck.Intervals;

    /// <summary>How many features to search over, the most important ones; null for all.</summary>
    [Option("search over so many features, those that a random forest finds most important")]
    public int? SelectKFeatures { get; init; }

    /// <summary>Whether the target is smoothed before the search.</summary>
    [Option("smooth the target by a Gaussian process before the search; losses are then of the smoothed target")]
    public bool Denoise { get; init; }

    /// <summary>Whether features are scaled for the search.</summary>
    [Option("search over features scaled to mean 0 and deviation 1; formulas are given over the columns, complexity counts a scaled one as one variable")]
    public bool Normalize { get; init; }

    /// <summary>The fraction of the search during which the size limit grows to <see cref="MaxSize"/>.</summary>
    [Option("fraction of the search during which the size limit grows to maxSize, from 0 to 1")]
    public double WarmupMaxSizeBy { get; init; }

    /// <summary>Formulas to start from, over the features and operators of the search.</summary>
    [Option("formulas to start from: [x0*x1; sin x2]; with a template records of its parts: [{ f = fun a b -> a + b; g = sin }]")]
    public IReadOnlyList<Guess>? Guesses { get; init; }

    /// <summary>The form formulas must have, over columns and unknown functions.</summary>
    [Option("the form of every formula, its unknown functions searched for: fun f g -> f a b * g c, or \"f(a, b)*g(c)\"; complexity counts the functions alone")]
    public Template? Template { get; init; }

    /// <summary>Whether formulas for several targets may use each other's parts.</summary>
    [Option("with several targets: parts of an earlier target's best formula count as one variable for the later targets")]
    public bool ShareSubexpressions { get; init; }

    /// <summary>Small formulas enumerated before the first round, from which exact laws and first formulas are put together; null for as many as suit the search's length.</summary>
    [Option("small formulas enumerated first, to put exact laws together from; 0 for none, by default at most 120000")]
    public int? EnumeratedTerms { get; init; }

    /// <summary>Whether formulas are compared on a random sample of the rows; null when the table is large.</summary>
    [Option("compare formulas on a random sample of rows; by default where there are more than batchSize")]
    public bool? Batching { get; init; }

    /// <summary>Rows of the sample.</summary>
    [Option("rows of the sample")]
    public int BatchSize { get; init; } = 8_192;

    /// <summary>The loss as a formula of (prediction, target) or (prediction, target, weight), instead of <see cref="Loss"/>.</summary>
    [Option("the loss as a formula of (prediction, target) or (prediction, target, weight)")]
    public IFormula? ElementwiseLoss { get; init; }

    /// <summary>How many rounds; null for 100, or without limit when a timeout is given.</summary>
    [Option("rounds of evolution and migration; without a timeout 100 by default")]
    public int? NIterations { get; init; }

    /// <summary>How many islands.</summary>
    [Option("islands evolved independently between migrations")]
    public int Populations { get; init; } = 6;

    /// <summary>Formulas on an island.</summary>
    [Option("formulas on each island")]
    public int PopulationSize { get; init; } = 80;

    /// <summary>Passes over an island in a round.</summary>
    [Option("cycles of each island in a round")]
    public int NCyclesPerIteration { get; init; } = 100;

    /// <summary>The loss by name.</summary>
    [Option("loss: L2DistLoss, L1DistLoss, HuberLoss(1.5), L2MarginLoss, LogitMarginLoss, ...")]
    public string Loss { get; init; } = "L2DistLoss";

    /// <summary>Seed of everything random; the same seed gives the same front on any number of threads.</summary>
    [Option("seed; the same seed gives the same front on any number of threads")]
    public long Seed { get; init; }

    /// <summary>Wall-clock limit in seconds.</summary>
    [Option("time limit", Unit = "s")]
    public double? Timeout { get; init; }

    /// <summary>PySR's name for <see cref="Timeout"/>.</summary>
    [Option("time limit, as PySR names it", Unit = "s")]
    public double? TimeoutInSeconds { get; init; }

    /// <summary>Stop after so many evaluations.</summary>
    [Option("stop after so many evaluated formulas")]
    public long? MaxEvals { get; init; }

    /// <summary>Stop when a formula of the front meets this.</summary>
    [Option("stop at this loss, or where a function of loss, complexity, time and evaluations holds: fun loss complexity -> loss < 0.1 && complexity < 9")]
    public StopCondition? EarlyStopCondition { get; init; }

    /// <summary>A folder for checkpoints and the run's record.</summary>
    [Option("folder for checkpoints, hall_of_fame.csv and run.json")]
    public string? OutputDirectory { get; init; }

    /// <summary>Seconds between checkpoints.</summary>
    [Option("time between checkpoints in outputDirectory", Unit = "s")]
    public double CheckpointInterval { get; init; } = 30;

    /// <summary>Threads; null for all cores.</summary>
    [Option("threads; all cores by default")]
    public int? Threads { get; init; }

    /// <summary>0 silent, 1 progress.</summary>
    [Option("0 for silence, 1 for progress")]
    public int Verbosity { get; init; } = 1;

    /// <summary>Members of a tournament.</summary>
    [Option("members of a tournament")]
    public int TournamentSelectionN { get; init; } = 10;

    /// <summary>Probability that the best of a tournament wins, else the second, and so on.</summary>
    [Option("probability that a tournament's best wins")]
    public double TournamentSelectionP { get; init; } = 0.9;

    /// <summary>Probability that a tournament is held below a complexity drawn uniformly, so that simple formulas breed too.</summary>
    [Option("probability that a tournament is held below a random complexity")]
    public double SizeLimitedTournaments { get; init; } = 0.25;

    /// <summary>Probability of a crossover instead of a mutation.</summary>
    [Option("probability of crossover instead of mutation")]
    public double CrossoverProbability { get; init; } = 0.15;

    /// <summary>Added to the cost for each unit of complexity.</summary>
    [Option("cost of each unit of complexity, in units of the baseline loss")]
    public double Parsimony { get; init; }

    /// <summary>How strongly crowded complexities are avoided.</summary>
    [Option("how strongly tournaments avoid complexities that are crowded")]
    public double AdaptiveParsimonyScaling { get; init; } = 20;

    /// <summary>Whether worse children are accepted by temperature.</summary>
    [Option("accept worse children by temperature")]
    public bool Annealing { get; init; }

    /// <summary>Temperature scale of annealing.</summary>
    [Option("temperature scale of annealing")]
    public double Alpha { get; init; } = 3.17;

    /// <summary>How far a constant's mutation goes.</summary>
    [Option("size of a constant's mutation")]
    public double PerturbationFactor { get; init; } = 0.129;

    /// <summary>Probability that a constant's mutation changes its sign.</summary>
    [Option("probability that a constant's mutation changes its sign")]
    public double ProbabilityNegateConstant { get; init; } = 0.01;

    /// <summary>Members replaced by migrants from other islands, as a fraction.</summary>
    [Option("fraction of an island replaced by other islands' best each round")]
    public double FractionReplaced { get; init; } = 0.02;

    /// <summary>Members replaced by the front, as a fraction.</summary>
    [Option("fraction of an island replaced from the front each round")]
    public double FractionReplacedHof { get; init; } = 0.06;

    /// <summary>How many of each island may migrate.</summary>
    [Option("how many of each island's best may migrate")]
    public int TopN { get; init; } = 12;

    /// <summary>Whether constants are optimised.</summary>
    [Option("optimise constants by their exact derivatives")]
    public bool ShouldOptimizeConstants { get; init; } = true;

    /// <summary>Probability that an accepted child's constants are optimised.</summary>
    [Option("probability that a child's constants are optimised")]
    public double OptimizeProbability { get; init; } = 0.3;

    /// <summary>Steps of one constant optimisation.</summary>
    [Option("steps of one optimisation of constants")]
    public int OptimizerIterations { get; init; } = 6;

    /// <summary>More optimisations of the same formula, from disturbed constants.</summary>
    [Option("more optimisations of the same formula, from disturbed constants")]
    public int OptimizerNRestarts { get; init; }

    /// <summary>Whether every new formula is simplified.</summary>
    [Option("simplify every new formula")]
    public bool ShouldSimplify { get; init; } = true;

    /// <summary>Weight of the mutation that changes a constant.</summary>
    [Option("mutation weight: change a constant")]
    public double WeightMutateConstant { get; init; } = 0.05;

    /// <summary>Weight of the mutation that changes an operator.</summary>
    [Option("mutation weight: change an operator")]
    public double WeightMutateOperator { get; init; } = 0.6;

    /// <summary>Weight of the mutation that changes a feature.</summary>
    [Option("mutation weight: change a feature")]
    public double WeightMutateFeature { get; init; } = 0.6;

    /// <summary>Weight of the mutation that swaps operands.</summary>
    [Option("mutation weight: swap operands")]
    public double WeightSwapOperands { get; init; } = 0.2;

    /// <summary>Weight of the mutation that rotates the tree.</summary>
    [Option("mutation weight: rotate the tree at a node")]
    public double WeightRotateTree { get; init; } = 1;

    /// <summary>Weight of the mutation that adds a node at a leaf or the root.</summary>
    [Option("mutation weight: add an operator at a leaf or the root")]
    public double WeightAddNode { get; init; } = 2.5;

    /// <summary>Weight of the mutation that inserts a node anywhere.</summary>
    [Option("mutation weight: insert an operator anywhere")]
    public double WeightInsertNode { get; init; } = 1;

    /// <summary>Weight of the mutation that deletes a node.</summary>
    [Option("mutation weight: delete an operator")]
    public double WeightDeleteNode { get; init; } = 1;

    /// <summary>Weight of the mutation that simplifies.</summary>
    [Option("mutation weight: simplify")]
    public double WeightSimplify { get; init; }

    /// <summary>Weight of the mutation that starts afresh.</summary>
    [Option("mutation weight: a new random formula")]
    public double WeightRandomize { get; init; } = 0.02;

    /// <summary>Weight of breeding nothing and letting the parent live longer.</summary>
    [Option("mutation weight: no child, the parent lives longer")]
    public double WeightDoNothing { get; init; }

    /// <summary>Weight of optimising the constants as a mutation.</summary>
    [Option("mutation weight: optimise the constants")]
    public double WeightOptimize { get; init; }

    /// <summary>Weight of replacing a subtree by a random one.</summary>
    [Option("mutation weight: replace a subtree by a random one")]
    public double WeightReplaceSubtree { get; init; } = 1;

    /// <summary>What is kept low beside the loss, each at its best trade-off; null for the complexity alone.</summary>
    [Option("what is kept low, the loss among it: [loss; lut; latency]; also ff, dsp, bram, ns, complexity")]
    public IReadOnlyList<Objective>? Objectives { get; init; }

    /// <summary>The type in which candidates are computed and scored, as the chip would; null for floating point.</summary>
    [Option("score candidates by what a chip computes in this type, such as ap_fixed<16,6>")]
    public INumberFormat? Precision { get; init; }

    /// <summary>The device that costs are for.</summary>
    [Option("the device that objectives cost on; xcvu9p when not given")]
    public string? Device { get; init; }

    /// <summary>Its clock period in ns.</summary>
    [Option("the clock for objectives, as a period or a frequency; 5 ns when not given", Unit = "ns")]
    public double? Clock { get; init; }

    /// <summary>Where functions come from on the chip.</summary>
    [Option("where functions come from on the chip: own, hls_math or nnet; own when not given")]
    public string? MathLibrary { get; init; }

    /// <summary>Weight of grafting the term that explains most of what is left to explain.</summary>
    [Option("mutation weight: graft the term that best explains the residual")]
    public double WeightGraft { get; init; } = 1;
}
