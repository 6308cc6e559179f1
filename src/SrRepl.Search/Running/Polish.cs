namespace SrRepl.Search;

/// <summary>
/// Turns the hall of fame into candidates: constants fitted once more in double precision, every formula tried with each of
/// its operators taken out, constants rounded to as few digits as leave the loss unchanged, so that the printed formula is
/// the formula.
/// </summary>
internal sealed class Polish : IDisposable
{
    // Enough rows to tell formulas apart; more would only delay the end of a search.
    private const int FitRows = 4_096;
    private const int MostRows = 200_000;
    private const int FitSteps = 40;
    private const int PruneSteps = 12;
    private const double Slack = 1e-9;

    // Relative to the baseline: what rounding in double precision leaves of an exact formula, and what a 0 or 1 may cost it.
    private const double RoundingNoise = 1e-29;
    private const double NeutralNoise = 1e-24;

    private readonly SearchProblem _problem;
    private readonly SearchData<double> _data;
    private readonly LevenbergMarquardt<double> _optimiser = new();
    private readonly Tidying _tidying;
    private readonly int _fitRows;
    private readonly double _fitWeight;

    public Polish(SearchProblem problem)
    {
        _problem = problem;
        _tidying = new Tidying(problem.Operators);
        var rows = Math.Min(problem.Dataset.Rows, MostRows);
        // A random sample where there are too many rows for another copy in double.
        _data = SearchData<double>.From(problem.Dataset, problem.Features, problem.Dataset.Target!, problem.Order.AsSpan()[..rows]);
        _fitRows = Math.Min(FitRows, _data.PaddedRows);
        _fitWeight = 0;
        for (var row = 0; row < Math.Min(_fitRows, _data.Rows); row++)
            _fitWeight += Weight(row);
    }

    /// <summary>The candidates of a hall of fame.</summary>
    public IEnumerable<Candidate> Candidates(HallOfFame found)
    {
        var hall = new HallOfFame(_problem.Options.MaxSize);
        var work = new Queue<Program>();
        foreach (var (_, entry) in found.Front())
            Enter(hall, entry.Program.Clone(), FitSteps, work);
        while (work.TryDequeue(out var program))
            foreach (var shorter in Prunings(program))
                Enter(hall, shorter, PruneSteps, work);
        return [.. hall.Front().Select(entry => Finish(entry.Entry.Program))];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _data.Dispose();
    }

    private unsafe double Weight(int row) => _data.Weights[row];

    private void Enter(HallOfFame hall, Program program, int steps, Queue<Program> work)
    {
        _tidying.Apply(program);
        var loss = _optimiser.Improve(program, _problem.Operators, _data, _fitRows, _problem.Loss.Double, steps, 1e-12) / _fitWeight / _problem.Baseline;
        // Exact is exact: nothing longer is better.
        loss = Math.Max(loss, NeutralNoise);
        if (!hall.Wants(_problem.Complexity(program), loss) || !_problem.Allows(program))
            return;
        hall.Enter(_problem.Complexity(program), program, loss);
        work.Enqueue(program.Clone());
    }

    // Every formula with one operator replaced by one of its operands.
    private IEnumerable<Program> Prunings(Program program)
    {
        for (var end = 0; end < program.Count; end++)
        {
            if (!program[end].IsOperator)
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
        for (var pass = 0; pass < 3; pass++)
        {
            _optimiser.Improve(program, _problem.Operators, _data, _fitRows, _problem.Loss.Double, FitSteps, 1e-14);
            var before = program.Count;
            TakeNeutral(program);
            _tidying.Apply(program);
            if (program.Count == before)
                break;
        }
        RoundConstants(program);
        var loss = _optimiser.Sum(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double) / _data.TotalWeight;
        return new(_problem.Complexity(program), loss * _problem.Loss.Unit, Wording.Of(program, _problem));
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
            if (!program[i].IsConstant)
                continue;
            var value = program[i].Value;
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
}
