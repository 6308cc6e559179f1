namespace SrRepl.Search;

/// <summary>
/// A population that evolves by itself between migrations: regularised evolution (Real et al., AAAI 2019) as PySR does it
/// (Cranmer, arXiv:2305.01582, section 2): tournament, mutation or crossover, the child replaces the oldest.
/// </summary>
internal sealed class Island
{
    private const int Attempts = 10;
    private const double FrequencyWindow = 20_000;

    private readonly SearchProblem _problem;
    private readonly EvolveOptions _options;
    private readonly Rng _rng;
    private readonly double[] _frequency;
    private double _frequencyTotal;
    private long _clock;

    public Island(SearchProblem problem, int number)
    {
        _problem = problem;
        _options = problem.Options;
        _rng = new Rng((ulong)_options.Seed, (ulong)number);
        _frequency = new double[_options.MaxSize + 1];
        Array.Fill(_frequency, 1);
        _frequencyTotal = _frequency.Length;
        Hall = new HallOfFame(_options.MaxSize);
        Members = new Individual[_options.PopulationSize];
    }

    /// <summary>The population.</summary>
    public Individual[] Members { get; }

    /// <summary>The best at each complexity met here since the last migration, or brought here by it.</summary>
    public HallOfFame Hall { get; set; }

    /// <summary>Fills the island with random formulas.</summary>
    public void Populate(Worker worker)
    {
        for (var i = 0; i < Members.Length; i++)
        {
            var member = Members[i] = new Individual();
            for (var attempt = 0; attempt < 100; attempt++)
            {
                member.Program.Clear();
                worker.Breeder.Grow(member.Program, 1 + _rng.Below(Math.Min(12, _options.MaxSize)), _rng);
                member.Complexity = _problem.Complexity(member.Program);
                if (_problem.Allows(member.Program) && double.IsFinite(member.Loss = Score(worker, member.Program)))
                    break;
            }
            member.Birth = _clock++;
        }
    }

    /// <summary>Evolves for a round; returns early, with nothing to rely on, when cancelled.</summary>
    public void Evolve(Worker worker, CancellationToken cancellation)
    {
        var cycles = _options.NCyclesPerIteration;
        var events = (Members.Length + _options.TournamentSelectionN - 1) / _options.TournamentSelectionN;
        for (var cycle = 0; cycle < cycles && !cancellation.IsCancellationRequested; cycle++)
            for (var i = 0; i < events; i++)
                Event(worker, cycles == 1 ? 1 : 1 - (double)cycle / (cycles - 1));
    }

    /// <summary>Puts a copy of a program, with its loss, in the place of a random member.</summary>
    public void Immigrate(Program program, double loss)
    {
        var member = Members[_rng.Below(Members.Length)];
        member.Program.CopyFrom(program);
        member.Loss = loss;
        member.Complexity = _problem.Complexity(program);
        member.Birth = _clock++;
    }

    /// <summary>How many migrants come, for a mean.</summary>
    public int Migrants(double fraction) => _rng.Poisson(fraction * Members.Length);

    /// <summary>A random whole number, for choosing migrants.</summary>
    public int Draw(int limit) => _rng.Below(limit);

    private void Event(Worker worker, double temperature)
    {
        var parent = Tournament();
        var child = worker.Child;
        var found = false;
        for (var attempt = 0; attempt < Attempts && !found; attempt++)
        {
            child.CopyFrom(parent.Program);
            var changed = true;
            if (_rng.Chance(_options.CrossoverProbability))
                worker.Breeder.Crossover(child, Tournament().Program, _rng);
            else
                changed = Mutate(worker, child, temperature);
            if (_options.ShouldSimplify && changed)
                Simplifier.Simplify(child, _problem.Operators);
            found = changed && _problem.Allows(child);
        }
        if (!found)
            return;
        var loss = Score(worker, child);
        if (!double.IsFinite(loss))
            return;
        var complexity = _problem.Complexity(child);
        if (!Accepts(parent, loss, complexity, temperature))
            return;
        if (_options.ShouldOptimizeConstants && _rng.Chance(_options.OptimizeProbability))
            loss = Optimise(worker, child, loss);
        var oldest = Members[0];
        foreach (var member in Members)
            if (member.Birth < oldest.Birth)
                oldest = member;
        oldest.Program.CopyFrom(child);
        oldest.Loss = loss;
        oldest.Complexity = complexity;
        oldest.Birth = _clock++;
        Count(complexity);
    }

    private bool Accepts(Individual parent, double loss, int complexity, double temperature)
    {
        var probability = Frequency(parent.Complexity) / Frequency(complexity);
        if (_options.Annealing)
            probability *= Math.Exp(-(Cost(loss, complexity) - Cost(parent.Loss, parent.Complexity)) / Math.Max(1e-9, temperature * _options.Alpha));
        return probability >= 1 || _rng.Chance(probability);
    }

    private bool Mutate(Worker worker, Program child, double temperature)
    {
        var o = _options;
        var constants = child.Constants();
        var full = child.Count >= o.MaxSize;
        ReadOnlySpan<double> weights =
        [
            o.WeightMutateConstant * Math.Min(8, constants), o.WeightMutateOperator, o.WeightMutateFeature, o.WeightSwapOperands,
            o.WeightRotateTree, full ? 0 : o.WeightAddNode, full ? 0 : o.WeightInsertNode, o.WeightDeleteNode,
            o.WeightRandomize, o.WeightReplaceSubtree,
        ];
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        return _rng.Weighted(weights, total) switch
        {
            0 => worker.Breeder.MutateConstant(child, _rng, temperature),
            1 => worker.Breeder.MutateOperator(child, _rng),
            2 => worker.Breeder.MutateFeature(child, _rng),
            3 => worker.Breeder.SwapOperands(child, _rng),
            4 => worker.Breeder.Rotate(child, _rng),
            5 => worker.Breeder.AddNode(child, _rng),
            6 => worker.Breeder.InsertNode(child, _rng),
            7 => worker.Breeder.DeleteNode(child, _rng),
            8 => worker.Breeder.Randomize(child, _rng),
            _ => worker.Breeder.ReplaceSubtree(child, _rng),
        };
    }

    private Individual Tournament()
    {
        Individual? winner = null;
        var least = double.PositiveInfinity;
        for (var i = 0; i < _options.TournamentSelectionN; i++)
        {
            var member = Members[_rng.Below(Members.Length)];
            var cost = Cost(member.Loss, member.Complexity)
                * Math.Exp(_options.AdaptiveParsimonyScaling * Frequency(member.Complexity));
            if (winner is null || cost < least)
                (winner, least) = (member, cost);
        }
        return winner!;
    }

    private double Cost(double loss, int complexity) => loss + _options.Parsimony * complexity;

    private double Frequency(int complexity) => _frequency[Math.Clamp(complexity, 0, _frequency.Length - 1)] / _frequencyTotal;

    private void Count(int complexity)
    {
        _frequency[complexity]++;
        _frequencyTotal++;
        if (_frequencyTotal < FrequencyWindow)
            return;
        _frequencyTotal = 0;
        for (var i = 0; i < _frequency.Length; i++)
            _frequencyTotal += _frequency[i] = Math.Max(1, _frequency[i] / 2);
    }

    // Relative loss with the best offset and scale that fit within the size limit; the hall of fame gets every form.
    private double Score(Worker worker, Program program)
    {
        var fit = worker.Scorer.Fit(program);
        var size = _problem.Complexity(program);
        var best = Note(worker, program, size, fit.Raw, 1, 0);
        if (_problem.CanScale)
        {
            best = Math.Min(best, Note(worker, program, size + 2, fit.Shifted, 1, fit.Offset));
            best = Math.Min(best, Note(worker, program, size + 2, fit.Scaled, fit.Scale, 0));
            best = Math.Min(best, Note(worker, program, size + 4, fit.Linear, fit.LinearScale, fit.LinearOffset));
        }
        return best;
    }

    private double Note(Worker worker, Program program, int complexity, double loss, double scale, double offset)
    {
        if (complexity > _options.MaxSize)
            return double.PositiveInfinity;
        loss /= _problem.Baseline;
        if (!Hall.Wants(complexity, loss))
            return loss;
        var form = worker.Scaled;
        WriteOut(program, scale, offset, form);
        Hall.Enter(complexity, form.Clone(), loss);
        return loss;
    }

    private void WriteOut(Program program, double scale, double offset, Program form)
    {
        form.CopyFrom(program);
        if (scale != 1)
        {
            form.Add(Node.Number(scale));
            form.Add(Node.Apply(_problem.Operators.Multiply));
        }
        if (offset != 0)
        {
            form.Add(Node.Number(offset));
            form.Add(Node.Apply(_problem.Operators.Add));
        }
        form.Measure(_problem.Operators);
    }

    // Fits the constants with scale and offset written out where there is room; the child keeps its own.
    private double Optimise(Worker worker, Program child, double loss)
    {
        var form = worker.Scaled;
        var room = _problem.CanScale ? _options.MaxSize - _problem.Complexity(child) : 0;
        var fit = room >= 2 ? worker.Scorer.Fit(child) : new Fit(loss);
        var (scale, offset) = room >= 4 ? (fit.LinearScale, fit.LinearOffset) : room >= 2 ? (fit.Scale, 0) : (1, 0);
        WriteOut(child, scale, offset, form);
        if (form.Constants() == 0)
            return loss;
        var data = _problem.Data;
        var rows = Math.Min(data.PaddedRows, 2048);
        worker.Optimiser.Improve(form, _problem.Operators, data, rows, _problem.Loss.Single, _options.OptimizerIterations, 1e-3);
        for (var i = 0; i < child.Count; i++)
            child[i].Value = form[i].Value;
        return Math.Min(loss, Score(worker, child));
    }
}
