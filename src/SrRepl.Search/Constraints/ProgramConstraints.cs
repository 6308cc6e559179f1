namespace SrRepl.Search;

/// <summary>The constraints that a search's options ask for, together. One thread at a time.</summary>
internal sealed class ProgramConstraints : IDisposable
{
    private readonly SearchProblem _problem;
    private readonly IProgramConstraint[] _all;
    private readonly Program _expanded = new();

    /// <summary>The constraints of a problem.</summary>
    public ProgramConstraints(SearchProblem problem)
    {
        _problem = problem;
        _all = [.. All(problem)];
    }

    /// <summary>Whether nothing is asked.</summary>
    public bool IsEmpty => _all.Length == 0;

    /// <summary>Checks what the options ask for before a search starts.</summary>
    /// <exception cref="Core.DiagnosticException">An option is impossible.</exception>
    public static void Check(SearchProblem problem)
    {
        using var tried = new ProgramConstraints(problem);
    }

    /// <summary>What is added to a program's mean loss, in the loss's own unit; infinity where it must not be.</summary>
    public double Penalty(Program program)
    {
        if (IsEmpty)
            return 0;
        if (_problem.Operators.Template is { } template)
        {
            template.Expand(program, _expanded);
            program = _expanded;
        }
        var sum = 0.0;
        foreach (var constraint in _all)
        {
            sum += constraint.Penalty(program);
            if (double.IsPositiveInfinity(sum))
                break;
        }
        return sum / _problem.Loss.Unit;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var constraint in _all)
            constraint.Dispose();
    }

    private static IEnumerable<IProgramConstraint> All(SearchProblem problem)
    {
        var options = problem.Options;
        if (options.XUnits is not null || options.YUnits is not null)
            yield return new DimensionalConstraint(problem);
        if (options.Bounds is not null || options.Monotonic is not null)
            yield return options.ShapeCheck == ShapeCheck.Data ? new DataShapeConstraint(problem) : new IntervalShapeConstraint(problem);
    }
}
