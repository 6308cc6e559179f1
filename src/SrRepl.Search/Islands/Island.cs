using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A population that evolves by itself between migrations: regularised evolution (Real et al., AAAI 2019) as PySR does it
/// (Cranmer, arXiv:2305.01582, section 2): tournament, mutation or crossover, the child replaces the oldest.
/// </summary>
internal sealed class Island
{
    private const int Attempts = 10;
    private const int OptimiserRows = 2048;
    private const double FrequencyWindow = 20_000;
    private const double LeastLoss = 1e-14;

    // The rest are held by loss as in any search, lest cheap formulas crowd out the accurate ones.
    private const double CrowdedTournaments = 0.5;

    // Mutations from this one on are of whole programs, also where these are made of a template's parts.
    private const int FirstOfWholes = 10;

    private readonly SearchProblem _problem;
    private readonly EvolveOptions _options;
    private readonly Xoshiro256 _rng;
    private readonly double[] _frequency;
    private double _frequencyTotal;
    private long _clock;
    private int _maxSize;

    public Island(SearchProblem problem, int number)
    {
        _problem = problem;
        _options = problem.Options;
        _rng = new Xoshiro256((ulong)_options.Seed, (ulong)number);
        _maxSize = _options.MaxSize;
        _frequency = new double[_options.MaxSize + 1];
        Array.Fill(_frequency, 1);
        _frequencyTotal = _frequency.Length;
        Hall = HallOfFame.Of(problem);
        Members = new Individual[_options.PopulationSize];
    }

    /// <summary>The population.</summary>
    public Individual[] Members { get; }

    /// <summary>The best at each complexity met here since the last migration, or brought here by it.</summary>
    public HallOfFame Hall { get; set; }

    /// <summary>Fills the island with random formulas; when cancelled, no further than to the first that counts.</summary>
    public void Populate(Worker worker, CancellationToken cancellation)
    {
        for (var i = 0; i < Members.Length && !(cancellation.IsCancellationRequested && Hall.Front().Any()); i++)
        {
            var member = Members[i] = new Individual();
            member.Birth = _clock++;
            if (i < _problem.Guesses.Length)
            {
                member.Program.CopyFrom(_problem.Guesses[i]);
                member.Complexity = _problem.Complexity(member.Program);
                (member.Loss, member.Scale, member.Offset) = Score(worker, member.Program);
                if (_options.ShouldOptimizeConstants)
                    (member.Loss, member.Scale, member.Offset) = Optimise(worker, member.Program, member.Loss, member.Scale, member.Offset);
                continue;
            }
            for (var attempt = 0; attempt < 100; attempt++)
            {
                member.Program.Clear();
                var size = 1 + _rng.NextInt(Math.Min(12, _options.MaxSize));
                if (worker.Parts is { } parts)
                    parts.Grow(member.Program, size, _rng);
                else
                    worker.Breeder.Grow(member.Program, size, _rng);
                member.Complexity = _problem.Complexity(member.Program);
                if (!_problem.Allows(member.Program))
                    continue;
                (member.Loss, member.Scale, member.Offset) = Score(worker, member.Program);
                if (double.IsFinite(member.Loss))
                    break;
            }
        }
        Hall.TradeOffs?.Price();
    }

    /// <summary>Scores a formula from elsewhere and puts it in the place of a random member; nothing displaces one that is exact.</summary>
    public void Plant(Worker worker, Program program, bool isExact)
    {
        var complexity = _problem.Complexity(program);
        if (isExact && worker.OnChip is null && Hall.Wants(complexity, LeastLoss) && worker.Constraints.Penalty(program) == 0)
            Hall.Enter(complexity, program.Clone(), LeastLoss);
        var (loss, scale, offset) = Score(worker, program);
        if (!double.IsFinite(loss))
            return;
        if (!isExact && _options.ShouldOptimizeConstants)
            (loss, scale, offset) = Optimise(worker, program, loss, scale, offset);
        Immigrate(program, loss, scale, offset);
    }

    /// <summary>Evolves for a round; returns early, with nothing to rely on, when cancelled.</summary>
    public void Evolve(Worker worker, int maxSize, CancellationToken cancellation)
    {
        _maxSize = maxSize;
        var cycles = _options.NCyclesPerIteration;
        var events = (Members.Length + _options.TournamentSelectionN - 1) / _options.TournamentSelectionN;
        if (_problem.CanScale)
            worker.Library.Fill(_problem, worker, Members, _rng);
        worker.Recent.Clear();
        foreach (var member in Members)
            worker.Recent.Note(Fingerprint(member.Program), member.Complexity);
        for (var cycle = 0; cycle < cycles && !cancellation.IsCancellationRequested; cycle++)
        {
            if (_problem.Space is { } space && cycle % _options.TournamentSelectionN == 0)
                Rank(space);
            for (var i = 0; i < events && !cancellation.IsCancellationRequested; i++)
                Event(worker, cycles == 1 ? 1 : 1 - (double)cycle / (cycles - 1));
        }
        Hall.TradeOffs?.Price();
    }

    /// <summary>Writes everything that decides the island's further course but its hall of fame, which is the pooled one.</summary>
    public void Save(BinaryWriter writer)
    {
        var (a, b, c, d) = _rng.State;
        foreach (var word in (ReadOnlySpan<ulong>)[a, b, c, d])
            writer.Write(word);
        writer.Write(_clock);
        writer.Write(_frequencyTotal);
        foreach (var frequency in _frequency)
            writer.Write(frequency);
        foreach (var member in Members)
            member.Save(writer);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    public void Load(BinaryReader reader)
    {
        _rng.State = (reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64(), reader.ReadUInt64());
        _clock = reader.ReadInt64();
        _frequencyTotal = reader.ReadDouble();
        for (var i = 0; i < _frequency.Length; i++)
            _frequency[i] = reader.ReadDouble();
        for (var i = 0; i < Members.Length; i++)
            (Members[i] = new Individual()).Load(reader);
    }

    /// <summary>Puts a copy of a program, with its loss and how it is scaled, in the place of a random member.</summary>
    public void Immigrate(Program program, double loss, double scale, double offset)
    {
        var member = Members[_rng.NextInt(Members.Length)];
        member.Program.CopyFrom(program);
        (member.Loss, member.Scale, member.Offset) = (loss, scale, offset);
        member.Complexity = _problem.Complexity(program);
        member.Objectives = null;
        member.Birth = _clock++;
    }

    /// <summary>How many migrants come, for a mean.</summary>
    public int Migrants(double fraction) => _rng.Poisson(fraction * Members.Length);

    /// <summary>A random whole number, for choosing migrants.</summary>
    public int Draw(int limit) => _rng.NextInt(limit);

    private void Event(Worker worker, double temperature)
    {
        var parent = Tournament();
        var child = worker.Child;
        var (found, grafted, fingerprint) = (false, false, 0UL);
        for (var attempt = 0; attempt < Attempts && !found; attempt++)
        {
            child.CopyFrom(parent.Program);
            var changed = true;
            if (_rng.Chance(_options.CrossoverProbability))
                Crossover(worker, child, Tournament().Program);
            else
                (changed, grafted) = Mutate(worker, parent, child, temperature);
            if (_options.ShouldSimplify && changed)
                worker.Tidying.Apply(child);
            found = changed && _problem.Limits.Allow(child, _maxSize) && IsNew(worker, child, fingerprint = Fingerprint(child));
        }
        if (!found)
            return;
        var known = worker.Recent.FitOf(fingerprint);
        var fit = known ?? worker.Scorer.Fit(child);
        worker.Repeated += known is null ? 0 : 1;
        worker.Recent.Keep(fingerprint, fit);
        var (loss, scale, offset) = Score(worker, child, fit);
        if (!double.IsFinite(loss))
            return;
        var complexity = _problem.Complexity(child);
        if (IsDuplicate(loss, complexity) || !Accepts(parent, loss, complexity, temperature))
            return;
        if (_options.ShouldOptimizeConstants && (grafted || _rng.Chance(_options.OptimizeProbability)))
            (loss, scale, offset) = Optimise(worker, child, loss, scale, offset);
        var oldest = Members[0];
        foreach (var member in Members)
            if (member.Birth < oldest.Birth)
                oldest = member;
        oldest.Program.CopyFrom(child);
        (oldest.Loss, oldest.Scale, oldest.Offset) = (loss, scale, offset);
        oldest.Complexity = complexity;
        oldest.Objectives = null;
        oldest.Standing = parent.Standing;
        oldest.Birth = _clock++;
        Count(complexity);
    }

    private bool IsNew(Worker worker, Program child, ulong fingerprint)
    {
        if (worker.Recent.Note(fingerprint, _problem.Complexity(child)))
            return true;
        worker.Repeated++;
        return false;
    }

    // On a chip, and for what it costs there, two writings of one formula are two.
    private ulong Fingerprint(Program program) =>
        _problem.Chip is null ? CanonicalFingerprint.Of(program, _problem.Operators) : program.Fingerprint(_problem.Operators);

    // The same loss at the same complexity is the same formula, written or computed alike.
    private bool IsDuplicate(double loss, int complexity)
    {
        foreach (var member in Members)
            if (member.Complexity == complexity && Math.Abs(member.Loss - loss) <= 1e-7 * loss)
                return true;
        return false;
    }

    private bool Accepts(Individual parent, double loss, int complexity, double temperature)
    {
        var probability = Frequency(parent.Complexity) / Frequency(complexity);
        if (_options.Annealing)
            probability *= Math.Exp(-(Cost(loss, complexity) - Cost(parent.Loss, parent.Complexity)) / Math.Max(1e-9, temperature * _options.Alpha));
        return probability >= 1 || _rng.Chance(probability);
    }

    private (bool Changed, bool Grafted) Mutate(Worker worker, Individual parent, Program child, double temperature)
    {
        var o = _options;
        var constants = child.Constants();
        var full = parent.Complexity >= _maxSize;
        ReadOnlySpan<double> weights =
        [
            o.WeightMutateConstant * Math.Min(8, constants), o.WeightMutateOperator, o.WeightMutateFeature, o.WeightSwapOperands,
            o.WeightRotateTree, full ? 0 : o.WeightAddNode, full ? 0 : o.WeightInsertNode, o.WeightDeleteNode,
            o.WeightRandomize, o.WeightReplaceSubtree, full || !_problem.CanScale ? 0 : o.WeightGraft,
            o.WeightSimplify, constants == 0 ? 0 : o.WeightOptimize, o.WeightDoNothing,
        ];
        var total = 0.0;
        foreach (var weight in weights)
            total += weight;
        var kind = _rng.Weighted(weights, total);
        var whole = child;
        if (kind < FirstOfWholes && worker.Parts is { } opened)
            child = opened.Open(whole, _rng);
        var changed = kind switch
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
            9 => worker.Breeder.ReplaceSubtree(child, _rng),
            10 => worker.Grafting.Graft(child, parent.Scale, parent.Offset, worker, _rng),
            11 => Simplify(worker, child),
            12 => FitConstants(worker, child, parent.Scale, parent.Offset),
            _ => Renew(parent),
        };
        if (kind < FirstOfWholes && worker.Parts is { } changedPart)
            changedPart.Close(whole);
        return (changed, kind == 10);
    }

    private void Crossover(Worker worker, Program child, Program donor)
    {
        if (worker.Parts is not { } parts)
        {
            worker.Breeder.Crossover(child, donor, _rng);
            return;
        }
        var part = parts.Open(child, _rng);
        worker.Breeder.Crossover(part, parts.Same(donor), _rng);
        parts.Close(child);
    }

    private static bool Simplify(Worker worker, Program child)
    {
        var before = child.Count;
        worker.Tidying.Apply(child);
        return child.Count < before;
    }

    // Nothing is bred, but the parent counts as young again.
    private bool Renew(Individual parent)
    {
        parent.Birth = _clock++;
        return false;
    }

    private void Rank(ObjectiveSpace space)
    {
        var points = new double[Members.Length][];
        for (var i = 0; i < points.Length; i++)
            points[i] = Members[i].Objectives ??= space.Estimate(Members[i].Program, Members[i].Loss, Members[i].Complexity);
        var standings = Dominance.Rank(points);
        for (var i = 0; i < standings.Length; i++)
            Members[i].Standing = standings[i];
    }

    // Deb's crowded comparison: the lower front, and on one front the emptier neighbourhood.
    private Individual CrowdedTournament()
    {
        var winner = Members[_rng.NextInt(Members.Length)];
        for (var i = 1; i < _options.TournamentSelectionN; i++)
        {
            var member = Members[_rng.NextInt(Members.Length)];
            if (member.Standing.Rank < winner.Standing.Rank || (member.Standing.Rank == winner.Standing.Rank && member.Standing.Crowding > winner.Standing.Crowding))
                winner = member;
        }
        return winner;
    }

    private Individual Tournament()
    {
        if (_problem.Space is not null && _rng.Chance(CrowdedTournaments))
            return CrowdedTournament();
        Individual? winner = null;
        var least = double.PositiveInfinity;
        // A size limit drawn afresh makes every part of the front breed, not only its most accurate end.
        var limit = _rng.Chance(_options.SizeLimitedTournaments) ? 1 + _rng.NextInt(_options.MaxSize) : int.MaxValue;
        for (var i = 0; i < _options.TournamentSelectionN; i++)
        {
            var member = Members[_rng.NextInt(Members.Length)];
            var cost = Cost(member.Loss, member.Complexity)
                * Math.Exp(_options.AdaptiveParsimonyScaling * Frequency(member.Complexity));
            if (member.Complexity > limit)
                cost = double.MaxValue / 2 + member.Complexity * 1e300;
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

    // Relative loss with the best scale and offset that fit within the size limit; the hall of fame gets every form.
    private (double Loss, double Scale, double Offset) Score(Worker worker, Program program) => Score(worker, program, worker.Scorer.Fit(program));

    private (double Loss, double Scale, double Offset) Score(Worker worker, Program program, in Fit fit)
    {
        var size = _problem.Complexity(program);
        if (worker.OnChip is { } chip)
            return ScoreOnChip(worker, chip, program, fit, size);
        var raw = Note(worker, program, size, fit.Raw, 1, 0);
        var best = (Loss: raw, Scale: 1.0, Offset: 0.0);
        if (_problem.CanScale)
        {
            var limits = _problem.Limits;
            Try(size + limits.OffsetCost, fit.Shifted, 1, fit.Offset);
            Try(size + limits.ScaleCost, fit.Scaled, fit.Scale, 0);
            Try(size + limits.OffsetCost + limits.ScaleCost, fit.Linear, fit.LinearScale, fit.LinearOffset);
        }
        if (Hall.TradeOffs is not null)
        {
            Trade(worker, program, raw, 1, 0);
            if (best.Scale != 1 || best.Offset != 0)
                Trade(worker, program, best.Loss, best.Scale, best.Offset);
        }
        return best;

        void Try(int complexity, double loss, double scale, double offset)
        {
            loss = Note(worker, program, complexity, loss, scale, offset);
            if (loss < best.Loss)
                best = (loss, scale, offset);
        }
    }

    private double Note(Worker worker, Program program, int complexity, double loss, double scale, double offset)
    {
        if (complexity > _options.MaxSize)
            return double.PositiveInfinity;
        // Below this, losses differ by rounding alone, and what came first stays.
        loss = Math.Max(loss / _problem.Baseline, LeastLoss);
        var constraints = worker.Constraints;
        if (constraints.IsEmpty && !Hall.Wants(complexity, loss))
            return loss;
        var form = worker.Scaled;
        WriteOut(program, scale, offset, form);
        worker.Tidying.Apply(form);
        if (!_problem.Allows(form))
            return double.PositiveInfinity;
        if (!constraints.IsEmpty)
        {
            loss += constraints.Penalty(form) / _problem.Baseline;
            if (!Hall.Wants(complexity, loss))
                return loss;
        }
        Hall.Enter(_problem.Complexity(form), form.Clone(), loss);
        return loss;
    }

    // Offers a form, of a loss with its penalties, to the trade-offs, which keep it by its estimates until it is priced. It is only written out when wanted.
    private void Trade(Worker worker, Program program, double loss, double scale, double offset)
    {
        var (space, tradeOffs) = (_problem.Space!, Hall.TradeOffs!);
        var complexity = _problem.Complexity(program);
        if (!double.IsFinite(loss) || complexity > _options.MaxSize || !tradeOffs.Wants(space.Estimate(program, loss, complexity, scale != 1, offset != 0)))
            return;
        var form = worker.Scaled;
        WriteOut(program, scale, offset, form);
        worker.Tidying.Apply(form);
        complexity = _problem.Complexity(form);
        var estimates = space.Estimate(form, loss, complexity);
        if (_problem.Allows(form) && tradeOffs.Wants(estimates))
            tradeOffs.Offer(form.Clone(), loss, complexity, estimates);
    }

    // The form that is best in floating point, and every one that might enter the hall of fame, by what the chip gives for it.
    private (double Loss, double Scale, double Offset) ScoreOnChip(Worker worker, ChipScorer chip, Program program, in Fit fit, int size)
    {
        var limits = _problem.Limits;
        ReadOnlySpan<(int Complexity, double Loss, double Scale, double Offset)> forms = _problem.CanScale
            ? [
                (size, fit.Raw, 1, 0), (size + limits.OffsetCost, fit.Shifted, 1, fit.Offset), (size + limits.ScaleCost, fit.Scaled, fit.Scale, 0),
                (size + limits.OffsetCost + limits.ScaleCost, fit.Linear, fit.LinearScale, fit.LinearOffset),
            ]
            : [(size, fit.Raw, 1, 0)];
        var form = worker.Scaled;
        var constraints = worker.Constraints;
        Span<double> penalties = stackalloc double[forms.Length];
        var first = -1;
        for (var i = 0; i < forms.Length; i++)
        {
            var (complexity, loss, scale, offset) = forms[i];
            penalties[i] = double.PositiveInfinity;
            if (complexity > _options.MaxSize || !double.IsFinite(loss))
                continue;
            penalties[i] = 0;
            if (!constraints.IsEmpty)
            {
                WriteOut(program, scale, offset, form);
                worker.Tidying.Apply(form);
                penalties[i] = constraints.Penalty(form);
            }
            if (double.IsFinite(penalties[i]) && (first < 0 || loss + penalties[i] < forms[first].Loss + penalties[first]))
                first = i;
        }
        var best = (Loss: double.PositiveInfinity, Scale: 1.0, Offset: 0.0);
        for (var i = 0; i < forms.Length; i++)
        {
            var (complexity, loss, scale, offset) = forms[i];
            if (!double.IsFinite(penalties[i]) || (i != first && !Hall.Wants(complexity, (loss + penalties[i]) / _problem.Baseline)))
                continue;
            WriteOut(program, scale, offset, form);
            worker.Tidying.Apply(form);
            var real = (chip.Loss(form) + penalties[i]) / _problem.Baseline;
            if (!double.IsFinite(real) || !_problem.Allows(form))
                continue;
            if (Hall.Wants(_problem.Complexity(form), real))
                Hall.Enter(_problem.Complexity(form), form.Clone(), real);
            if (Hall.TradeOffs is not null)
                Trade(worker, program, real, scale, offset);
            if (real < best.Loss)
                best = (real, scale, offset);
        }
        return best;
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

    private (double Loss, double Scale, double Offset) Optimise(Worker worker, Program child, double loss, double scale, double offset) =>
        FitConstants(worker, child, scale, offset) ? Score(worker, child) : (loss, scale, offset);

    // Fits the constants with scale and offset written out, and again from disturbed ones; the child keeps its own.
    private bool FitConstants(Worker worker, Program child, double scale, double offset)
    {
        if (child.Constants() == 0)
            return false;
        var form = worker.Scaled;
        var best = double.PositiveInfinity;
        for (var start = 0; start <= _options.OptimizerNRestarts; start++)
        {
            WriteOut(child, scale, offset, form);
            if (start > 0)
                foreach (ref var node in form.Nodes)
                    node.Value *= node.IsConstant ? 1 + _rng.NextGaussian() / 2 : 1;
            var rows = Math.Min(_problem.Data.PaddedRows, OptimiserRows);
            var loss = worker.Optimiser.Improve(form, _problem.Operators, _problem.Data, rows, _problem.Loss.Single, _options.OptimizerIterations, 1e-3);
            if (start > 0 && !(loss < best))
                continue;
            best = loss;
            for (var i = 0; i < child.Count; i++)
                child[i].Value = form[i].Value;
        }
        return true;
    }
}
