namespace SrRepl.Search;

/// <summary>
/// Turns the hall of fame into candidates: constants fitted once more in double precision, every formula tried with each of
/// its operators taken out, constants replaced by the simple numbers they are near or rounded to as few digits as leave the
/// loss unchanged, so that the printed formula is the formula. Once time is up, what is left to do is left out.
/// </summary>
internal sealed class Polish : IDisposable
{
    // Enough rows to tell formulas apart; more would only delay the end of a search.
    private const int FitRows = 4_096;
    private const int MostRows = 200_000;

    // Fewer where somebody waits.
    private const int HurriedRows = 20_000;
    private const int FitSteps = 40;
    private const int PruneSteps = 12;

    // The constants of large formulas take fewer steps, each being dearer: the search has fitted them already.
    private const int LightWork = 400;
    private const int FewestSteps = 4;

    // Prunings of large formulas are many and costly: once so many node evaluations are spent, only those are fitted that a
    // rough fit on few rows finds near enough, and in the end none.
    private const long FreelySpent = 4_000_000_000;
    private const long MostSpent = 12_000_000_000;
    private const int RoughRows = 512;
    private const int RoughSteps = 4;
    private const double RoughNearness = 0.97;
    private const double Slack = 1e-9;

    // What constants of laws are multiples of, and how near one must come.
    private const int LargestDenominator = 12;
    private const int LargestNumerator = 100;
    private const double Nearness = 1e-8;
    private static readonly double[] Units =
    [
        1, Math.PI, 1 / Math.PI, Math.PI * Math.PI, 1 / (Math.PI * Math.PI), Math.Sqrt(Math.PI), 1 / Math.Sqrt(Math.PI), Math.Sqrt(2 * Math.PI), 1 / Math.Sqrt(2 * Math.PI),
        Math.Sqrt(2), Math.Sqrt(3), Math.E, Math.Log(2),
    ];

    // Relative to the baseline: what rounding in double precision leaves of an exact formula, and what a 0 or 1 may cost it.
    private const double RoundingNoise = 1e-29;
    private const double NeutralNoise = 1e-24;

    private readonly SearchProblem _problem;
    private readonly SearchData<double> _data;
    private readonly ConstantOptimiser<double> _optimiser = new();
    private readonly ProgramConstraints _constraints;
    private readonly Tidying _tidying;
    private readonly int _fitRows;
    private readonly double _fitWeight;
    private readonly double _roughWeight;
    private readonly CancellationToken _timeUp;
    private long _spent;

    public Polish(SearchProblem problem, CancellationToken timeUp, bool isHurried)
    {
        (_problem, _timeUp) = (problem, timeUp);
        _tidying = new Tidying(problem.Operators);
        _constraints = new ProgramConstraints(problem);
        var rows = Math.Min(problem.Dataset.Rows, isHurried ? HurriedRows : MostRows);
        // A random sample where there are too many rows for another copy in double.
        _data = SearchData<double>.From(problem.Dataset, problem.Features, problem.Dataset.Target!, problem.Order.AsSpan()[..rows]);
        _fitRows = Math.Min(FitRows, _data.PaddedRows);
        _fitWeight = WeightOf(_fitRows);
        _roughWeight = WeightOf(Math.Min(RoughRows, _fitRows));
    }

    /// <summary>How many rows are looked at, the first ones in the problem's order.</summary>
    public int Rows => _data.Rows;

    /// <summary>The candidates of a hall of fame.</summary>
    public IEnumerable<Candidate> Candidates(HallOfFame found)
    {
        var hall = new HallOfFame(_problem.Options.MaxSize);
        var work = new Queue<Program>();
        foreach (var (_, entry) in found.Front())
            Enter(hall, entry.Program.Clone(), _timeUp.IsCancellationRequested ? 0 : FitSteps, work);
        while (!_timeUp.IsCancellationRequested && _spent < MostSpent && work.TryDequeue(out var program))
        {
            var scale = _spent < FreelySpent ? 0 : FitLoss(program) / _problem.Baseline / Math.Max(RoughLoss(program), NeutralNoise * _problem.Baseline);
            foreach (var shorter in Prunings(program))
                if (_spent < FreelySpent || hall.Wants(_problem.Complexity(shorter), Math.Max(RoughNearness * scale * RoughFit(shorter), NeutralNoise)))
                    Enter(hall, shorter, PruneSteps, work);
        }
        return Distinct(hall.Front().Select(entry => Finish(entry.Entry.Program)));
    }

    /// <summary>A program as a candidate, its constants only rounded.</summary>
    public Candidate Keep(Program program)
    {
        var before = program.Clone();
        RoundConstants(program);
        Breaks(program, before);
        return Unchanged(program);
    }

    /// <summary>A program as a candidate.</summary>
    public Candidate Unchanged(Program program)
    {
        var penalty = _constraints.Penalty(program);
        var loss = _optimiser.Sum(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double) / _data.TotalWeight + penalty;
        return new(_problem.Complexity(program), loss * _problem.Loss.Unit, Wording.Of(program, _problem))
        {
            Penalty = penalty * _problem.Loss.Unit,
            Parts = _problem.Operators.Template?.PartsOf(program),
        };
    }

    /// <summary>The mean loss of values, one for each of the rows looked at here, in the loss's own unit.</summary>
    public unsafe double MeanLoss(ReadOnlySpan<double> values)
    {
        var padded = new double[_data.PaddedRows];
        values.CopyTo(padded);
        fixed (double* prediction = padded)
            return _problem.Loss.Double.Sum(prediction, _data.Target, _data.Weights, _data.PaddedRows, 1, 0) / _data.TotalWeight * _problem.Loss.Unit;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _constraints.Dispose();
        _data.Dispose();
    }

    // A formula that is better than a simpler one by no more than rounding is the same one, or no better.
    private static IEnumerable<Candidate> Distinct(IEnumerable<Candidate> candidates)
    {
        var least = double.PositiveInfinity;
        foreach (var candidate in candidates)
            if (candidate.Loss < least * (1 - Slack) || double.IsPositiveInfinity(least))
            {
                least = candidate.Loss;
                yield return candidate;
            }
    }

    private unsafe double WeightOf(int rows)
    {
        var sum = 0.0;
        for (var row = 0; row < Math.Min(rows, _data.Rows); row++)
            sum += _data.Weights[row];
        return sum;
    }

    // Node evaluations of a row for a step: one for the value, one for the slope by each constant.
    private static int Work(Program program) => program.Count * (1 + program.Constants());

    private static int Steps(Program program, int most) => Math.Clamp(most * LightWork / Math.Max(1, Work(program)), Math.Min(FewestSteps, most), most);

    // The mean loss on few rows, as the program is.
    private double RoughLoss(Program program) =>
        _optimiser.Sum(program, _problem.Operators, _data, Math.Min(RoughRows, _fitRows), _problem.Loss.Double) / _roughWeight;

    // The same when its constants are fitted a little; the program keeps its own.
    private double RoughFit(Program program) =>
        _optimiser.Improve(program.Clone(), _problem.Operators, _data, Math.Min(RoughRows, _fitRows), _problem.Loss.Double, RoughSteps, 1e-3) / _roughWeight;

    private void Enter(HallOfFame hall, Program program, int steps, Queue<Program> work)
    {
        steps = Steps(program, steps);
        _spent += (long)steps * _fitRows * Work(program);
        _tidying.Apply(program);
        var before = program.Clone();
        var loss = _optimiser.Improve(program, _problem.Operators, _data, _fitRows, _problem.Loss.Double, steps, 1e-12) / _fitWeight / _problem.Baseline;
        if (Breaks(program, before))
            loss = FitLoss(program) / _problem.Baseline;
        // Exact is exact: nothing longer is better.
        loss = Math.Max(loss, NeutralNoise) + _constraints.Penalty(program) / _problem.Baseline;
        if (!hall.Wants(_problem.Complexity(program), loss) || !_problem.Allows(program))
            return;
        hall.Enter(_problem.Complexity(program), program, loss);
        work.Enqueue(program.Clone());
    }

    // Better constants may break what the search kept to: then they stay as the search left them.
    private bool Breaks(Program program, Program before)
    {
        if (_constraints.IsEmpty || !(_constraints.Penalty(program) > _constraints.Penalty(before)))
            return false;
        program.CopyFrom(before);
        return true;
    }

    // Every formula with one operator replaced by one of its operands.
    private IEnumerable<Program> Prunings(Program program)
    {
        for (var end = 0; end < program.Count; end++)
        {
            if (!program[end].IsOperator || program[end].Code == _problem.Operators.Template?.Code)
                continue;
            var operand = end - 1;
            for (var argument = _problem.Operators.Arity[program[end].Code]; argument > 0; argument--)
            {
                var shorter = program.Clone();
                shorter.Replace(program.Start(end), program[end].Length, program.Subtree(operand));
                shorter.Measure(_problem.Operators);
                yield return shorter;
                operand -= program[operand].Length;
            }
        }
    }

    private Candidate Finish(Program program)
    {
        var found = program.Clone();
        for (var pass = 0; pass < 3 && !_timeUp.IsCancellationRequested; pass++)
        {
            _optimiser.Improve(program, _problem.Operators, _data, _fitRows, _problem.Loss.Double, Steps(program, FitSteps), 1e-14);
            var before = program.Count;
            TakeNeutral(program);
            _tidying.Apply(program);
            if (program.Count == before)
                break;
        }
        RoundConstants(program);
        Breaks(program, found);
        return Unchanged(program);
    }

    private double FitLoss(Program program) =>
        _optimiser.Sum(program, _problem.Operators, _data, _fitRows, _problem.Loss.Double) / _fitWeight;

    // Constants that might as well be 0, 1 or -1.
    private void TakeNeutral(Program program)
    {
        var limit = FitLoss(program) * (1 + Slack) + NeutralNoise * _problem.Baseline;
        for (var i = 0; i < program.Count; i++)
        {
            if (!program[i].IsConstant)
                continue;
            var value = program[i].Value;
            foreach (var neutral in (ReadOnlySpan<double>)[0, 1, -1])
            {
                program[i].Value = neutral;
                if (Math.Abs(value - neutral) < 1e-3 && FitLoss(program) <= limit)
                    break;
                program[i].Value = value;
            }
        }
    }

    // Constant by constant, the fewest significant digits within the slack, by bisection.
    private void RoundConstants(Program program)
    {
        var limit = FitLoss(program) * (1 + Slack) + RoundingNoise * _problem.Baseline;
        for (var i = 0; i < program.Count; i++)
        {
            if (!program[i].IsConstant || _timeUp.IsCancellationRequested)
                continue;
            var value = program[i].Value;
            if (IsSimple(program, i, limit))
                continue;
            var (least, most) = (1, 17);
            while (least < most)
            {
                var digits = (least + most) / 2;
                program[i].Value = Decimals.Round(value, digits);
                if (FitLoss(program) <= limit)
                    most = digits;
                else
                    least = digits + 1;
            }
            program[i].Value = Decimals.Round(value, least);
        }
    }

    // Puts in the place of a constant the fraction, perhaps times a power of pi or a root, that it is near.
    private bool IsSimple(Program program, int index, double limit)
    {
        var value = program[index].Value;
        foreach (var unit in Units)
            for (var denominator = 1; denominator <= LargestDenominator; denominator++)
            {
                var numerator = Math.Round(value / unit * denominator);
                var simple = numerator / denominator * unit;
                if (numerator == 0 || Math.Abs(numerator) > LargestNumerator || Math.Abs(value - simple) > Nearness * Math.Abs(value))
                    continue;
                program[index].Value = simple;
                if (FitLoss(program) <= limit)
                    return true;
                program[index].Value = value;
            }
        return false;
    }
}
