using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Rounds a program's constants to as few digits as leave the chip's output what it was in each of some rows.</summary>
internal sealed class ChipDigits(SearchProblem problem, int[] rows)
{
    private const int MostDigits = 16;

    private readonly IChipRun _run = problem.Chip!.Over(problem.Dataset.TakeRows(rows));
    private readonly double[] _wanted = new double[rows.Length];
    private readonly double[] _outputs = new double[rows.Length];

    /// <summary>Rounds the constants in place, one after the other; leaves them where the chip computes nothing.</summary>
    public void Shorten(Program program)
    {
        if (!_run.TryRun(Wording.Of(program, problem), _wanted))
            return;
        for (var i = 0; i < program.Count; i++)
            if (program[i].IsConstant)
                Shorten(program, i);
    }

    private void Shorten(Program program, int index)
    {
        var value = program[index].Value;
        for (var digits = 1; digits <= MostDigits; digits++)
        {
            program[index].Value = Decimals.Round(value, digits);
            if (_run.TryRun(Wording.Of(program, problem), _outputs) && _outputs.AsSpan().SequenceEqual(_wanted))
                return;
        }
        program[index].Value = value;
    }
}
