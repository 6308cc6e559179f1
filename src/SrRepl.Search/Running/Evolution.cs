using System.Collections.Immutable;
using System.Diagnostics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A search: islands evolve each by itself for a round, then their halls of fame are pooled and migrants exchanged, in
/// island order. The result depends on the dataset, the options and the number of whole rounds, not on threads or time.
/// </summary>
public sealed class Evolution
{
    // A relative loss at the noise of single precision: nothing is left to explain.
    private const double Exact = 1e-13;
    private const int DefaultIterations = 100;
    private const int ExtraIterations = 10;
    private const int SmallestLimit = 3;
    private const int MostTerms = 120_000;
    private const int SeedRounds = 10;
    private const double TermsPerSecond = 15_000;

    private readonly SearchProblem _problem;
    private readonly Island[] _islands;
    private readonly long[] _ticks;
    private readonly HallOfFame _hall;
    private readonly int _threads;
    private Course _course;

    private Evolution(SearchProblem problem)
    {
        _problem = problem;
        _islands = [.. Enumerable.Range(0, problem.Options.Populations).Select(number => new Island(problem, number))];
        _ticks = new long[_islands.Length];
        _hall = HallOfFame.Of(problem);
        _threads = Math.Min(problem.Options.Threads ?? Environment.ProcessorCount, _islands.Length);
    }

    /// <summary>Searches formulas for the dataset's target.</summary>
    /// <param name="dataset">Features, target and perhaps weights.</param>
    /// <param name="options">What to search with; null for the defaults.</param>
    /// <param name="progress">Told of the first population and after every round.</param>
    /// <param name="cancellation">Hands back the front so far.</param>
    /// <exception cref="DiagnosticException">The dataset or an option cannot be searched with.</exception>
    public static ParetoFront Run(Dataset dataset, EvolveOptions? options = null, IProgress<SearchProgress>? progress = null, CancellationToken cancellation = default) =>
        FrontScorer.Classes(Run(Prepared(dataset, options ?? new()), "", false, progress, cancellation), dataset);

    /// <summary>Goes on with the search whose checkpoint lies in the options' output directory, as if it had never stopped.</summary>
    /// <param name="dataset">The same data.</param>
    /// <param name="options">The same options; those of when to stop, threads and verbosity may differ.</param>
    /// <param name="progress">Told of the first population and after every round.</param>
    /// <param name="cancellation">Hands back the front so far.</param>
    /// <exception cref="DiagnosticException">There is no checkpoint, or it is of another search.</exception>
    public static ParetoFront Resume(Dataset dataset, EvolveOptions options, IProgress<SearchProgress>? progress = null, CancellationToken cancellation = default) =>
        FrontScorer.Classes(Run(Prepared(dataset, options), "", true, progress, cancellation), dataset);

    private static SearchProblem Prepared(Dataset dataset, EvolveOptions options) =>
        Preparation.Of(dataset, options).Problem(ImmutableDictionary<string, Expr>.Empty);

    /// <summary>Starts or resumes a search whose files in the output directory have an ending to their names.</summary>
    internal static ParetoFront Run(SearchProblem problem, string ending, bool resume, IProgress<SearchProgress>? progress, CancellationToken cancellation)
    {
        if (resume && problem.Options.OutputDirectory is null)
            throw new DiagnosticException(Errors.BadOption("outputDirectory", "", "it must name the folder of the search to resume"));
        return new Evolution(problem).Run(ending, resume, progress, cancellation);
    }

    private ParetoFront Run(string ending, bool resume, IProgress<SearchProgress>? progress, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        var options = _problem.Options;
        var timeout = options.Timeout ?? options.TimeoutInSeconds;
        var iterations = options.NIterations ?? (timeout is null ? DefaultIterations : int.MaxValue);
        var checkpoint = options.OutputDirectory is { } folder ? new Checkpoint(folder, ending, _problem) : null;
        using var time = new TimeLimit(timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Searching, cancellation);
        var workers = new Worker[_threads];
        for (var i = 0; i < workers.Length; i++)
            workers[i] = new Worker(_problem);
        var saved = TimeSpan.Zero;
        try
        {
            // Where the state is kept, the first population is made whole, so that what is resumed is what was stopped.
            if (resume)
                _course = checkpoint!.Load(_hall, _islands);
            else
                Populate(workers, Report, checkpoint is null ? cancellation : CancellationToken.None);
            checkpoint?.Keep(_course, _hall, _islands, Front());
            // What was found of the laws before an interrupt is in its front; they are looked for anew when it is resumed.
            if (!_course.IsSeeded && !stop.IsCancellationRequested)
                Plant(workers[0], stop.Token);
            Pool();
            if (_course.IsSeeded)
                checkpoint?.Keep(_course, _hall, _islands, Front());
            else
                checkpoint?.Keep(Front());
            while (_course.Iteration < Last(iterations) && !stop.IsCancellationRequested)
            {
                var maxSize = SizeLimit(options, Math.Max((double)_course.Iteration / iterations, timeout is { } limit ? clock.Elapsed.TotalSeconds / limit : 0));
                EachIsland(workers, (island, worker) => island.Evolve(worker, maxSize, stop.Token));
                Pool();
                if (stop.IsCancellationRequested)
                    break;
                Migrate();
                _course = _course with
                {
                    Iteration = _course.Iteration + 1,
                    Evaluations = _course.Evaluations + workers.Sum(worker => worker.Scorer.TakeEvaluations()),
                    Repeated = _course.Repeated + workers.Sum(worker => worker.TakeRepeated()),
                };
                Report();
                checkpoint?.Keep(_course, _hall, _islands, Front());
                if (checkpoint is not null && clock.Elapsed - saved >= TimeSpan.FromSeconds(options.CheckpointInterval))
                {
                    checkpoint.Write();
                    saved = clock.Elapsed;
                }
                if (_course.Evaluations >= (options.MaxEvals ?? long.MaxValue)
                    || (options.EarlyStopCondition is { } condition && _hall.Front().Any(entry =>
                        condition.IsMet(entry.Entry.Loss * _problem.Baseline * _problem.Loss.Unit, entry.Complexity, clock.Elapsed.TotalSeconds, _course.Evaluations))))
                    break;
            }
            checkpoint?.Write();
        }
        finally
        {
            foreach (var worker in workers)
                worker.Dispose();
        }
        if (cancellation.IsCancellationRequested)
            time.Hurry();
        var front = Finish(time.Finishing, cancellation.IsCancellationRequested);
        checkpoint?.Record(_course, front, clock.Elapsed);
        return front;

        void Report() =>
            progress?.Report(new(_course.Iteration, options.NIterations is null && timeout is not null ? null : iterations, _course.Evaluations, clock.Elapsed, timeout, Front()));
    }

    // The first population is made whatever the time, so that there is always a front; it is reported before laws are looked for.
    // Where somebody waits, a first formula on each island is enough.
    private void Populate(Worker[] workers, Action report, CancellationToken hurry)
    {
        EachIsland(workers, (island, worker) => island.Populate(worker, hurry));
        Gather();
        report();
    }

    // Seeds are formulas over the columns, which those of a template are not.
    private void Plant(Worker worker, CancellationToken cancellation)
    {
        var planted = 0;
        foreach (var (program, isExact) in _problem.Operators.Template is not null ? [] : Seeds.Of(_problem, Terms(_problem.Options), cancellation))
            _islands[planted++ % _islands.Length].Plant(worker, program, isExact);
        _course = _course with { IsSeeded = !cancellation.IsCancellationRequested };
    }

    // Work that is in proportion to the search's own. Not to its number of rounds: a search that is resumed for more of them has the seeds it would have had.
    private static int Terms(EvolveOptions options)
    {
        if (options.EnumeratedTerms is { } given)
            return given;
        var children = (double)options.Populations * options.NCyclesPerIteration * options.PopulationSize / options.TournamentSelectionN * SeedRounds;
        var inTime = TermsPerSecond * (options.Timeout ?? options.TimeoutInSeconds ?? double.MaxValue);
        return (int)Math.Min(Math.Min(MostTerms, inTime), Math.Min(children, options.MaxEvals ?? double.MaxValue) / 2);
    }

    // Once the law is exact, a while longer, for the same law in fewer nodes.
    private int Last(int iterations)
    {
        if (_course.ExactAt == 0 && _hall.Least <= Exact)
            _course = _course with { ExactAt = Math.Max(1, _course.Iteration) };
        return _course.ExactAt == 0 ? iterations : Math.Min(iterations, _course.ExactAt + ExtraIterations + _course.ExactAt / 2);
    }

    private IEnumerable<(int Complexity, double Loss, Expr Equation)> Front() =>
        _hall.Front().Select(entry => (entry.Complexity, entry.Entry.Loss * _problem.Baseline * _problem.Loss.Unit, Wording.Of(entry.Entry.Program, _problem)));

    // PySR's warmup: from a small size at the start to the full one at a fraction of the search.
    private static int SizeLimit(EvolveOptions options, double done) =>
        options.WarmupMaxSizeBy <= 0 ? options.MaxSize
        : Math.Min(options.MaxSize, SmallestLimit + (int)((options.MaxSize - SmallestLimit) * done / options.WarmupMaxSizeBy));

    private ParetoFront Finish(CancellationToken timeUp, bool isHurried)
    {
        using var polish = new Polish(_problem, timeUp, isHurried);
        var candidates = polish.Candidates(_hall).ToList();
        if (_problem.Chip is not null)
            candidates = [.. new ChipFinish(_problem, polish, timeUp).Candidates(candidates, _hall)];
        if (candidates.Count == 0)
            throw new DiagnosticException(Errors.NothingAllowed());
        var front = _problem.Space is { } space
            ? ParetoFront.Of(candidates, space.Objectives, candidate => space.Values(candidate.Loss, candidate.Complexity, candidate.Cost!))
            : new ParetoFront(candidates);
        return new ParetoFront(front)
        {
            Loss = _problem.Loss.Name,
            ElementwiseLoss = _problem.Options.ElementwiseLoss,
            Evaluations = _course.Evaluations,
        };
    }

    // Dynamic sharing of islands among threads: which thread evolves an island has no influence on it.
    // Those that took longest the last time begin, so that no thread waits long for the last; what comes depends on no order.
    private void EachIsland(Worker[] workers, Action<Island, Worker> action)
    {
        int[] order = [.. Enumerable.Range(0, _islands.Length).OrderByDescending(number => _ticks[number])];
        var next = -1;
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, thread =>
        {
            for (var place = Interlocked.Increment(ref next); place < order.Length; place = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                action(_islands[order[place]], workers[thread]);
                _ticks[order[place]] = Stopwatch.GetTimestamp() - start;
            }
        });
    }

    private void Gather()
    {
        foreach (var island in _islands)
            _hall.Merge(island.Hall);
    }

    private void Pool()
    {
        Gather();
        foreach (var island in _islands)
        {
            island.Hall = HallOfFame.Of(_problem);
            island.Hall.Merge(_hall);
        }
    }

    private void Migrate()
    {
        var options = _problem.Options;
        var pool = _islands
            .SelectMany(island => island.Members.OrderBy(member => member.Loss).Take(options.TopN))
            .Select(member => (Program: member.Program.Clone(), member.Loss, member.Scale, member.Offset))
            .ToArray();
        (Program Program, double Loss)[] front =
        [
            .. _hall.Front().Select(entry => (entry.Entry.Program, entry.Entry.Loss)),
            .. _hall.TradeOffs?.Entries.Select(entry => (entry.Program, entry.Loss)) ?? [],
        ];
        foreach (var island in _islands)
        {
            for (var i = island.Migrants(options.FractionReplaced); i > 0; i--)
            {
                var (program, loss, scale, offset) = pool[island.Draw(pool.Length)];
                island.Immigrate(program, loss, scale, offset);
            }
            for (var i = front.Length == 0 ? 0 : island.Migrants(options.FractionReplacedHof); i > 0; i--)
            {
                var (program, loss) = front[island.Draw(front.Length)];
                island.Immigrate(program, loss, 1, 0);
            }
        }
    }
}
