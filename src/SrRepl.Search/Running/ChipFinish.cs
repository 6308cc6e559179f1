using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// The end of a search that is meant for a chip: every candidate scored once more by what the chip gives on the rows that
/// the polish looks at, and priced as the kernel it becomes.
/// </summary>
internal sealed class ChipFinish(SearchProblem problem, Polish polish, CancellationToken timeUp)
{
    // What all these rows leave alike may be shortened; the loss is measured on every row afterwards.
    private const int DigitRows = 1_024;

    /// <summary>The candidates of the polished front, of the trade-offs, and of the hall of fame as it was searched.</summary>
    public IEnumerable<Candidate> Candidates(IEnumerable<Candidate> polished, HallOfFame hall)
    {
        var found = polished.ToList();
        if (hall.TradeOffs is { } tradeOffs)
            found.AddRange(tradeOffs.Entries.Select(entry => polish.Keep(entry.Program.Clone())));
        if (problem.Options.Precision is not null)
            // Polishing fits constants in double precision: what was best on the chip may have been better before.
            found.AddRange(AsSearched(hall));
        IEnumerable<Candidate> result = found.DistinctBy(candidate => candidate.Equation);
        if (problem.Options.Precision is not null)
            result = Rescored(result);
        if (problem.Space is { } space)
            result = result.Select(candidate => candidate with { Cost = space.CostOf(candidate.Equation) }).Where(candidate => candidate.Cost is not null);
        return [.. result];
    }

    private IEnumerable<Candidate> AsSearched(HallOfFame hall)
    {
        var digits = new ChipDigits(problem, [.. problem.Order[..Math.Min(DigitRows, polish.Rows)]]);
        foreach (var (_, entry) in hall.Front())
        {
            var program = entry.Program.Clone();
            if (!timeUp.IsCancellationRequested)
                digits.Shorten(program);
            yield return polish.Unchanged(program);
        }
    }

    // A candidate that the chip takes out of the bounds, if only on rows that the search did not look at, is none.
    private IEnumerable<Candidate> Rescored(IEnumerable<Candidate> candidates)
    {
        var rows = problem.Order[..polish.Rows];
        var run = problem.Chip!.Over(problem.Dataset.TakeRows([.. rows]));
        var outputs = new double[rows.Length];
        Predicate<double> isInBounds = (problem.Options.Bounds ?? Interval.Everything).Contains;
        foreach (var candidate in candidates)
            if (run.TryRun(candidate.Equation, outputs) && Array.TrueForAll(outputs, isInBounds))
                yield return candidate with { Loss = polish.MeanLoss(outputs) + candidate.Penalty };
    }
}
