using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>What is proven of a formula over the domain of its variables: the ground on which side conditions stand.</summary>
/// <param name="Range">Holds every value.</param>
/// <param name="NonZero">Never 0 where defined; exp needs it, whose range closes at 0.</param>
/// <param name="Total">Defined wherever its variables are.</param>
/// <param name="Whole">Whole numbers only.</param>
internal readonly record struct Facts(Interval Range, bool NonZero, bool Total, bool Whole)
{
    /// <summary>Nothing known.</summary>
    public static readonly Facts Unknown = new(Interval.Everything, false, false, false);

    /// <summary>Above 0 wherever defined.</summary>
    public bool Positive => Range.Low > 0 || (Range.Low >= 0 && NonZero);

    /// <summary>Below 0 wherever defined.</summary>
    public bool Negative => Range.High < 0 || (Range.High <= 0 && NonZero);

    public static Facts Of(double constant) =>
        new(Interval.Point(constant), constant != 0, double.IsFinite(constant), Math.Floor(constant) == constant);

    public static Facts OfVariable(Interval range) => new(range, !range.Contains(0), true, false);

    /// <summary>What two proofs about the same values give together.</summary>
    public Facts And(Facts other)
    {
        var range = Range.Intersect(other.Range);
        return new(range.IsEmpty ? Range : range, NonZero || other.NonZero, Total || other.Total, Whole || other.Whole);
    }

    /// <summary>The facts of an operator's value from those of its arguments.</summary>
    public static Facts Of(Operator op, ReadOnlySpan<Facts> arguments)
    {
        if (op is DefinedOperator defined)
            return OfBody(defined, arguments);
        Span<Interval> ranges = new Interval[arguments.Length];
        var (defines, whole) = (true, true);
        for (var i = 0; i < arguments.Length; i++)
        {
            ranges[i] = arguments[i].Range;
            defines &= arguments[i].Total;
            whole &= arguments[i].Whole;
        }
        var range = op.Bounds(ranges);
        return new(
            range,
            (!range.IsEmpty && !range.Contains(0)) || Domains.NeverZero(op, arguments),
            defines && Domains.Holds(op, arguments),
            Domains.IsWhole(op, whole, arguments));
    }

    /// <summary>The facts of a formula, given its variables' ranges.</summary>
    public static Facts Of(Expr expr, IReadOnlyDictionary<string, Interval> ranges) => expr switch
    {
        Constant constant => Of(constant.Value),
        Variable variable => OfVariable(ranges.TryGetValue(variable.Name, out var range) ? range : Interval.Everything),
        Apply apply => Of(apply.Operator, [.. apply.Arguments.Select(argument => Of(argument, ranges))]),
        _ => Unknown,
    };

    private static Facts OfBody(DefinedOperator defined, ReadOnlySpan<Facts> arguments)
    {
        var known = new Dictionary<string, Facts>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Length; i++)
            known[defined.Parameters[i]] = arguments[i];
        var body = Walk(defined.Body);
        // An argument that the body never reads can still be undefined.
        foreach (var argument in arguments)
            body = body with { Total = body.Total && argument.Total };
        return body;

        Facts Walk(Expr expr) => expr switch
        {
            Variable variable => known[variable.Name],
            Apply apply => Of(apply.Operator, [.. apply.Arguments.Select(Walk)]),
            _ => Of(expr, ImmutableDictionary<string, Interval>.Empty),
        };
    }
}
