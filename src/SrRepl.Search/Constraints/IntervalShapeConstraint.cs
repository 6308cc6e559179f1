using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A shape proven by interval arithmetic: the range of the formula over the domain, and of its derivatives by forward
/// differentiation. What is proven holds everywhere in the domain; what cannot be proven is not allowed.
/// </summary>
internal sealed class IntervalShapeConstraint : IProgramConstraint
{
    private const double Slack = 1e-12;

    private readonly OperatorSet _operators;
    private readonly ShapeRequest _shape;
    private readonly Expr[][] _partials;
    private readonly Dictionary<string, Interval> _arguments = new(StringComparer.Ordinal);
    private readonly int _width;
    private readonly Interval _bounds;
    private Interval[] _stack = [];

    /// <summary>The constraint of a problem.</summary>
    /// <exception cref="DiagnosticException">A range is empty, or a name is no feature.</exception>
    public IntervalShapeConstraint(SearchProblem problem)
    {
        _operators = problem.Operators;
        _shape = new ShapeRequest(problem);
        // Interval arithmetic rounds outward, which must not forbid a bound that is reached.
        _bounds = new(_shape.Bounds.Low - Slack * Math.Abs(_shape.Bounds.Low), _shape.Bounds.High + Slack * Math.Abs(_shape.Bounds.High));
        _width = 1 + _shape.Slopes.Length;
        _partials = [.. _operators.Operators.Select(op => op is TemplatePart || _width == 1 ? [] : Enumerable.Range(0, op.Arity).Select(i => op.Partial(i, Names(op.Arity))).ToArray())];
    }

    /// <inheritdoc/>
    public double Penalty(Program program)
    {
        if (_stack.Length < program.Count * _width)
            _stack = new Interval[2 * program.Count * _width];
        var top = 0;
        foreach (ref readonly var node in program.Nodes)
        {
            var at = top * _width;
            if (node.IsOperator)
            {
                top -= _operators.Arity[node.Code];
                Apply(node.Code, top * _width);
            }
            else
            {
                _stack[at] = node.IsConstant ? Interval.Point(node.Value) : _shape.Domains[node.Feature];
                for (var i = 1; i < _width; i++)
                    _stack[at + i] = Interval.Point(node.IsFeature && node.Feature == _shape.Slopes[i - 1].Feature ? 1 : 0);
            }
            if (_stack[top * _width].IsEmpty)
                return double.PositiveInfinity;
            top++;
        }
        if (!_bounds.Contains(_stack[0]))
            return double.PositiveInfinity;
        for (var i = 1; i < _width; i++)
            if (_stack[i].IsEmpty || !(_shape.Slopes[i - 1].Sign > 0 ? _stack[i].Low >= 0 : _stack[i].High <= 0))
                return double.PositiveInfinity;
        return 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    // Value and derivatives of an operator over those of its arguments, in the first argument's place.
    private void Apply(int code, int at)
    {
        var arity = _operators.Arity[code];
        Span<Interval> values = stackalloc Interval[arity];
        for (var i = 0; i < arity; i++)
            values[i] = _stack[at + i * _width];
        Span<Interval> slopes = stackalloc Interval[_width - 1];
        slopes.Fill(Interval.Point(0));
        for (var argument = 0; argument < arity; argument++)
        {
            if (!Varies(at + argument * _width))
                continue;
            _arguments.Clear();
            for (var i = 0; i < arity; i++)
                _arguments[Name(i)] = values[i];
            var partial = _partials[code][argument].Bounds(_arguments);
            for (var i = 0; i < slopes.Length; i++)
                slopes[i] += partial * _stack[at + argument * _width + 1 + i];
        }
        _stack[at] = _operators.Operators[code].Bounds(values);
        slopes.CopyTo(_stack.AsSpan(at + 1));
    }

    private bool Varies(int at)
    {
        for (var i = 1; i < _width; i++)
            if (_stack[at + i] is not { Low: 0, High: 0 })
                return true;
        return false;
    }

    private static System.Collections.Immutable.ImmutableArray<Expr> Names(int arity) => [.. Enumerable.Range(0, arity).Select(i => new Variable(Name(i)))];

    private static string Name(int argument) => argument switch { 0 => "a", 1 => "b", 2 => "c", _ => "a" + argument };
}
