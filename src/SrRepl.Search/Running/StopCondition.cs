using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>When a search ends early: a loss that is small enough, or a formula of what was reached.</summary>
public sealed class StopCondition
{
    /// <summary>What a formula can ask for, by name.</summary>
    public static readonly ImmutableArray<string> Names = ["loss", "complexity", "time", "evaluations"];

    private readonly Expr _formula;
    private readonly ImmutableArray<string> _parameters;
    private readonly double? _loss;

    /// <summary>
    /// A condition: a number is the loss to reach; a formula holds where it is above 0 for a formula of the front. Its parameters
    /// are called as in <see cref="Names"/> (time in seconds); called otherwise the first is the loss, the second the complexity.
    /// </summary>
    /// <exception cref="DiagnosticException">It has other parameters.</exception>
    public StopCondition(IFormula condition)
    {
        _formula = condition.Formula;
        _parameters = condition.Parameters;
        _loss = _formula is Constant constant ? constant.Value : null;
        if (_parameters.All(Names.Contains))
            return;
        if (_parameters.Length > 2)
            throw new DiagnosticException(Errors.BadOption("earlyStopCondition", _formula.ToString(), $"it is a number, or a function of {string.Join(", ", Names)}"));
        _parameters = Names[..2];
        _formula = _formula.Substitute(condition.Parameters.Zip(Names).ToDictionary(pair => pair.First, pair => (Expr)new Variable(pair.Second)));
    }

    /// <summary>A loss to reach.</summary>
    public static implicit operator StopCondition(double loss) => new(new Constant(loss));

    /// <summary>Whether a formula of the front meets it.</summary>
    public bool IsMet(double loss, int complexity, double seconds, long evaluations) =>
        _loss is { } least
            ? loss <= least
            : _formula.Evaluate(new Dictionary<string, double> { ["loss"] = loss, ["complexity"] = complexity, ["time"] = seconds, ["evaluations"] = evaluations }) > 0;

    /// <inheritdoc/>
    public override string ToString() => _formula.ToString();
}
