namespace SrRepl.Search;

/// <summary>
/// Turns a program of the hall of fame into a candidate: constants fitted once more in double precision, then rounded to as
/// few digits as leave the loss unchanged, so that the printed formula is the formula.
/// </summary>
internal sealed class Polish : IDisposable
{
    private const int MostRows = 100_000;
    private const double Slack = 1e-9;

    private readonly SearchProblem _problem;
    private readonly SearchData<double> _data;
    private readonly LevenbergMarquardt<double> _optimiser = new();

    public Polish(SearchProblem problem)
    {
        _problem = problem;
        var rows = Math.Min(problem.Dataset.Rows, MostRows);
        // Evenly spread rows where there are too many for another copy in double.
        var chosen = Enumerable.Range(0, rows).Select(i => (int)((long)i * problem.Dataset.Rows / rows)).ToArray();
        _data = SearchData<double>.From(problem.Dataset, problem.Features, problem.Dataset.Target!, chosen);
    }

    /// <summary>The candidate of a program.</summary>
    public Candidate Candidate(Program original)
    {
        var program = original.Clone();
        Fit(program);
        RoundConstants(program);
        return new(_problem.Complexity(program), Loss(program) * _problem.Loss.Unit, Compiler.ToExpr(program, _problem.Operators, _problem.Features));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _optimiser.Dispose();
        _data.Dispose();
    }

    private void Fit(Program program) =>
        _optimiser.Improve(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double, 50, 1e-12);

    private double Loss(Program program) =>
        _optimiser.Sum(program, _problem.Operators, _data, _data.PaddedRows, _problem.Loss.Double) / _data.TotalWeight;

    // Constant by constant, the fewest significant digits within the slack.
    private void RoundConstants(Program program)
    {
        var loss = Loss(program);
        var limit = loss * (1 + Slack) + 1e-30 * _problem.Baseline;
        for (var i = 0; i < program.Count; i++)
        {
            if (!program[i].IsConstant)
                continue;
            var value = program[i].Value;
            for (var digits = 1; digits <= 16; digits++)
            {
                program[i].Value = Decimals.Round(value, digits);
                if (Loss(program) <= limit)
                    break;
                program[i].Value = value;
            }
        }
    }
}
