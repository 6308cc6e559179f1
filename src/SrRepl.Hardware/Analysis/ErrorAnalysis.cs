using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Bounds how far a Kernel can be from its formulas: every node's error as an affine form over all roundings before it (E. Goubault
/// and S. Putot, "Static analysis of numerical algorithms", 2006), so that errors which cancel do. Sound for real inputs in
/// their ranges, up to the rounding of doubles in which the formula itself is evaluated.
/// </summary>
internal sealed class ErrorAnalysis
{
    // The formula's own rounding in doubles, relative to what it computes.
    private const double DoubleSlack = 1e-13;

    private readonly LoweringTrace _trace;
    private readonly Func<string, Interval>? _inputs;
    private readonly Dictionary<Expr, Deviation> _known = [];
    private readonly SortedSet<int> _overflows = [];
    private readonly SortedSet<int> _inexact = [];
    private readonly ImmutableArray<Interval> _ranges;
    private readonly int _exact;
    private int _unknowns;

    // One operation can be taken to be exact: what the bound falls by is its share.
    private ErrorAnalysis(LoweringTrace trace, Func<string, Interval>? inputs, ImmutableArray<Interval> ranges, int exact = -1) =>
        (_trace, _inputs, _ranges, _exact) = (trace, inputs, ranges, exact);

    /// <summary>Whether a function of the vendor's was met.</summary>
    public bool TrustsVendor { get; set; }

    /// <summary>Where the Kernel rounds.</summary>
    public Precision Precision => _trace.Precision;

    /// <summary>The bound of each output.</summary>
    /// <param name="kernel">A Kernel that was lowered from formulas; another has no bounds.</param>
    /// <param name="data">Rows whose columns bound the inputs; without, those the Kernel was made with, or all that the ports hold.</param>
    public static ImmutableArray<ErrorBound> Of(Kernel kernel, Dataset? data = null)
    {
        if (kernel.Trace is not { } trace)
            return [.. kernel.Outputs.Select(output => Nothing(output.Name, "it was not made of a formula"))];
        var (inputs, ranges) = Inputs(kernel, trace, data);
        return [.. kernel.Outputs.Select((output, i) => new ErrorAnalysis(trace, inputs, ranges).Output(output.Name, i))];
    }

    /// <summary>How much of the outputs' errors comes from each operation, as parts of 1: what their bounds fall by when it is exact. Empty where no bound is known.</summary>
    public static ImmutableDictionary<int, double> Shares(Kernel kernel, Dataset? data = null)
    {
        if (kernel.Trace is not { } trace)
            return ImmutableDictionary<int, double>.Empty;
        var (inputs, ranges) = Inputs(kernel, trace, data);
        var shares = new Dictionary<int, double>();
        for (var i = 0; i < kernel.Outputs.Length; i++)
        {
            var analysis = new ErrorAnalysis(trace, inputs, ranges);
            if (analysis.Output("", i) is not { Unknown: null, Worst: > 0 and var worst })
                continue;
            foreach (var operation in analysis._inexact.Where(operation => trace.Places[operation] >= 0))
                if (new ErrorAnalysis(trace, inputs, ranges, operation).Output("", i) is { Unknown: null } without)
                    shares[trace.Places[operation]] = shares.GetValueOrDefault(trace.Places[operation]) + Math.Max(0, 1 - without.Worst / worst);
        }
        var total = shares.Values.Sum();
        return total > 0 ? shares.ToImmutableDictionary(pair => pair.Key, pair => pair.Value / total) : ImmutableDictionary<int, double>.Empty;
    }

    /// <summary>The operation of a number.</summary>
    public Operation this[int operation] => _trace.Operations[operation];

    /// <summary>The type of the operation that holds a node.</summary>
    public FixedType TypeOf(Expr node) => _trace.Operations[_trace.Nodes[node]].Type;

    /// <summary>Whether a node was lowered.</summary>
    public bool IsLowered(Expr node) => _trace.Nodes.ContainsKey(node);

    /// <summary>What becomes of a node.</summary>
    public Deviation Of(Expr node)
    {
        if (!_known.TryGetValue(node, out var known))
            _known[node] = known = Of(node, _trace.Nodes[node]);
        return known;
    }

    // What was folded when the Kernel was built is a number, whatever roundings led to it.
    private Deviation Folded(Expr node, Operation literal)
    {
        var range = node.Bounds(FrozenDictionary<string, Interval>.Empty);
        return range.IsFinite
            ? new(AffineForm.Between(range), range, AffineForm.Between(new FixedValue(literal.Raw, literal.Type).Bounds - range))
            : throw new UnprovableException($"{node} has no value");
    }

    /// <summary>What becomes of a node in a certain operation.</summary>
    public Deviation Of(Expr node, int operation) => node switch
    {
        Apply when _trace.Operations[operation].Kind == OperationKind.Literal && node.Variables().IsEmpty => Folded(node, _trace.Operations[operation]),
        Constant constant => Of(constant, operation),
        Variable variable => Of(variable, operation),
        Apply { Operator: TypePin } pin => pin.Arguments[0] is Apply { Operator: not TypePin } or Constant
            ? Of(pin.Arguments[0], operation)
            : Cast(Of(pin.Arguments[0]), TypeOf(pin.Arguments[0]), operation),
        Apply { Operator: DefinedOperator defined } call => Of(defined.Inline(call.Arguments), operation),
        Apply { Operator: TableOperator table } call => TableErrors.Of(this, table, call, operation),
        Apply apply => ErrorRules.Of(this, apply, operation),
        _ => throw new ArgumentException($"an unknown kind of formula: {node.GetType()}", nameof(node)),
    };

    /// <summary>A value of a type, cast into that of an operation.</summary>
    public Deviation Cast(Deviation exact, FixedType from, int operation) => Cast(exact, from, _trace.Operations[operation].Type, operation);

    /// <summary>A value of a type, cast into another one on the way to an operation.</summary>
    public Deviation Cast(Deviation exact, FixedType from, FixedType to, int operation)
    {
        exact = Fitting(exact, to, operation);
        return to.Fraction >= from.Fraction ? exact : Rounded(exact, to, from.Step, operation);
    }

    /// <summary>A result of a function, somewhere within so many steps of the exact value.</summary>
    public Deviation Within(Deviation exact, double steps, int operation)
    {
        var type = _trace.Operations[operation].Type;
        exact = Fitting(exact, type with { Rounding = Rounding.Rnd }, operation);
        return exact with { Error = exact.Error.Plus(Unknown(new(-steps * type.Step, steps * type.Step), operation)) };
    }

    /// <summary>a * b.</summary>
    public Deviation Times(Deviation a, Deviation b) => Deviation.Of(
        a.Value.Times(b.Value),
        a.Range * b.Range,
        Times(b.Error, a.Range, a.Value).Plus(Times(a.Error, b.Range, b.Value)).Plus(a.Error.Times(b.Error)));

    /// <summary>An error times a factor of a range, of which a form may be known.</summary>
    public AffineForm Times(AffineForm error, Interval factor, AffineForm? form = null)
    {
        if (error.IsZero)
            return error;
        if (!factor.IsFinite)
            throw new UnprovableException("an error is multiplied without bound");
        // Around the factor's middle the error stays a form of the same unknowns; the middle of the error is a number times the factor's form.
        var middle = factor.Low / 2 + factor.High / 2;
        var radius = Math.BitIncrement(Math.Max(factor.High - middle, middle - factor.Low));
        var beyond = form is { } known ? known.Plus(AffineForm.Between(Interval.Point(-middle))) : AffineForm.Between(new(-radius, radius));
        return error.Times(middle).Plus(beyond.Times(error.Centre)).Disturbed(radius * error.Radius);
    }

    /// <summary>A new unknown of a range, which an operation brings in.</summary>
    public AffineForm Unknown(Interval range, int operation)
    {
        _inexact.Add(operation);
        return operation == _exact ? AffineForm.Between(Interval.Point(0)) : AffineForm.Of(range, _unknowns++);
    }

    /// <summary>A value of a range that has nothing to do with any other, and its error.</summary>
    public Deviation Fresh(Interval range, AffineForm error) => range.IsFinite
        ? new(AffineForm.Of(range, _unknowns++), range, error)
        : throw new UnprovableException("a value has no bound");

    private static (Func<string, Interval>? Inputs, ImmutableArray<Interval> Ranges) Inputs(Kernel kernel, LoweringTrace trace, Dataset? data)
    {
        data ??= kernel.Options?.On;
        Func<string, Interval>? inputs = data is null ? null : kernel.InputNames.ToFrozenDictionary(name => name, name => ObservedRange.Of(data[name])).GetValueOrDefault;
        return (inputs, RangeAnalysis.Proven(trace.Operations, inputs));
    }

    private static ErrorBound Nothing(string output, string reason) =>
        new(output, Interval.Everything) { Unknown = reason };

    private ErrorBound Output(string name, int index)
    {
        try
        {
            var root = _trace.Formulas[index];
            var output = _trace.Operations[_trace.Outputs[index]];
            var result = output.Kind == OperationKind.Literal && root.Variables().IsEmpty ? Folded(root, output) : Cast(Of(root), TypeOf(root), _trace.Outputs[index]);
            var range = result.Error.Range;
            var slack = DoubleSlack * result.Range.Magnitude;
            if (!range.IsFinite)
                return Nothing(name, "an error grows without bound");
            return new(name, new(range.Low - slack, range.High + slack)) { Overflows = [.. _overflows], TrustsVendor = TrustsVendor };
        }
        catch (UnprovableException failure)
        {
            return Nothing(name, failure.Message);
        }
    }

    private Deviation Of(Constant constant, int operation)
    {
        var literal = _trace.Operations[operation];
        _inexact.Add(operation);
        var error = operation == _exact ? 0 : new FixedValue(literal.Raw, literal.Type).Double - constant.Value;
        return new(AffineForm.Between(Interval.Point(constant.Value)), Interval.Point(constant.Value), AffineForm.Between(Interval.Point(error)));
    }

    private Deviation Of(Variable variable, int operation)
    {
        var type = _trace.Operations[operation].Type;
        var range = _inputs is null ? type.Range : _inputs(variable.Name);
        if (range.IsEmpty)
            range = Interval.Point(0);
        return Rounded(Fitting(Fresh(range, AffineForm.Between(Interval.Point(0))), type, operation), type, 0, operation);
    }

    // What is cut off is at most a step, less the last bit that there was.
    private Deviation Rounded(Deviation exact, FixedType type, double last, int operation)
    {
        var (step, half) = (type.Step - last, type.Step / 2);
        var error = type.Rounding switch
        {
            Rounding.Trn => new Interval(-step, 0),
            Rounding.TrnZero when exact.Actual.Low >= 0 => new(-step, 0),
            Rounding.TrnZero when exact.Actual.High <= 0 => new(0, step),
            Rounding.TrnZero => new(-step, step),
            _ => new(-half, half),
        };
        return exact with { Error = exact.Error.Plus(Unknown(error, operation)) };
    }

    // A value that may overflow is noted, and from here on taken not to.
    private Deviation Fitting(Deviation exact, FixedType type, int operation)
    {
        // The operations' own ranges know more of some values: a square is not negative, whatever its error.
        var made = _trace.Operations[operation];
        var known = exact.Actual.Intersect(made.Kind == OperationKind.Cast && made.Type == type ? _ranges[made.Operands[0]] : Interval.Everything);
        if (!OperationRange.Overflows(known.IsEmpty ? exact.Actual : known, type))
            return exact;
        if (_trace.Places[operation] >= 0)
            _overflows.Add(_trace.Places[operation]);
        var inside = exact.Range.Intersect(type.Range - exact.Error.Range);
        return inside.IsEmpty ? exact : exact with { Range = inside };
    }
}
