using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Dimensional analysis as PySR does it: a formula whose units do not go together, or do not give the target's, has a penalty
/// added to its loss. A constant can have any unit unless the options say that constants are pure numbers.
/// </summary>
internal sealed class DimensionalConstraint : IProgramConstraint
{
    private readonly OperatorSet _operators;
    private readonly Dimension[] _features;
    private readonly Dimension? _target;
    private readonly Quantity _constant;
    private readonly double _penalty;
    private readonly DimensionRules.Rule[] _rules;
    private Quantity[] _stack = new Quantity[64];
    private double[] _constants = new double[64];

    /// <summary>Reads the units of a problem's columns.</summary>
    /// <exception cref="DiagnosticException">A text is no unit.</exception>
    public DimensionalConstraint(SearchProblem problem)
    {
        _operators = problem.Operators;
        var options = problem.Options;
        _features = [.. problem.Features.Select(name => OfColumn(name, problem))];
        _target = options.YUnits is { } units ? UnitText.Read(units.Of(problem.Dataset.Target!, "1")) : null;
        _constant = options.DimensionlessConstantsOnly ? Quantity.Number : Quantity.Any;
        _penalty = options.DimensionalConstraintPenalty;
        _rules = [.. _operators.Operators.Select(DimensionRules.Of)];
    }

    /// <inheritdoc/>
    public double Penalty(Program program) => Measure(program) is { } quantity && (_target is not { } target || quantity.IsWildcard || quantity.Dimension.Is(target)) ? 0 : _penalty;

    /// <summary>What a program computes; null where units do not go together.</summary>
    internal Quantity? Measure(Program program)
    {
        if (program.Count > _stack.Length)
            (_stack, _constants) = (new Quantity[2 * program.Count], new double[2 * program.Count]);
        var top = 0;
        foreach (ref readonly var node in program.Nodes)
        {
            if (node.IsOperator)
            {
                top -= _operators.Arity[node.Code];
                var arity = _operators.Arity[node.Code];
                if (_rules[node.Code](_stack.AsSpan(top, arity), _constants.AsSpan(top, arity)) is not { } quantity)
                    return null;
                (_stack[top], _constants[top]) = (quantity, double.NaN);
            }
            else if (node.IsConstant)
                (_stack[top], _constants[top]) = (_constant, node.Value);
            else
                (_stack[top], _constants[top]) = (new(_features[node.Feature]), double.NaN);
            top++;
        }
        return _stack[0];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // A part that several targets share has the unit of its formula.
    private static Dimension OfColumn(string name, SearchProblem problem) =>
        problem.Definitions.TryGetValue(name, out var meaning) && meaning.Variables() is var variables && !variables.Contains(name)
            ? DimensionRules.Of(new DefinedOperator("shared", variables, meaning))(
                [.. variables.Select(variable => new Quantity(OfColumn(variable, problem)))], [.. variables.Select(_ => double.NaN)])?.Dimension ?? Dimension.None
            : problem.Options.XUnits is { } units ? UnitText.Read(units.Of(name, "1")) : Dimension.None;
}
