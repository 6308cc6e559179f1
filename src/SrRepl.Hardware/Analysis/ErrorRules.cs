using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>How errors go through each operator: one row for each that is no shorthand.</summary>
internal static class ErrorRules
{
    // A result of our own functions is within one unit of the rounded one, which is half a unit off.
    private const double OwnSteps = 1.5;

    // Two more bits of a quotient are cut off, and what is left is rounded.
    private const double QuotientSteps = 0.75;

    private delegate Deviation Rule(ErrorAnalysis at, Apply node, int operation);

    private static readonly FrozenDictionary<BuiltInOperator, Rule> Rows = new Dictionary<BuiltInOperator, Rule>
    {
        [Operators.Add] = (at, node, to) => at.Cast(at.Of(node.Arguments[0]) + at.Of(node.Arguments[1]), FixedType.Sum(Type(at, node, 0), Type(at, node, 1)), to),
        [Operators.Subtract] = (at, node, to) => at.Cast(at.Of(node.Arguments[0]) + -at.Of(node.Arguments[1]), FixedType.Difference(Type(at, node, 0), Type(at, node, 1)), to),
        [Operators.Multiply] = Multiply,
        [Operators.Negate] = (at, node, to) => at.Cast(-at.Of(node.Arguments[0]), FixedType.Negative(Type(at, node, 0)), to),
        [Operators.Divide] = (at, node, to) => Divide(at, at.Of(node.Arguments[0]), at.Of(node.Arguments[1]), FixedType.Quotient(Type(at, node, 0), Type(at, node, 1)), to),
        [Operators.Power] = Power,
        [Operators.Abs] = (at, node, to) => at.Cast(Abs(at, Argument(at, node, 0, to), to), ArgumentType(at, node, 0), to),
        [Operators.Floor] = Whole,
        [Operators.Ceil] = Whole,
        [Operators.Round] = Whole,
        [Operators.Min] = Extreme,
        [Operators.Max] = Extreme,
        [Operators.Sign] = (at, node, to) => Truth(at, node, to, Same(at.Of(node.Arguments[0]), 0), new(-2, 2)),
        [Operators.Greater] = Compare,
        [Operators.GreaterEqual] = Compare,
        [Operators.Less] = Compare,
        [Operators.LessEqual] = Compare,
        [Operators.Equal] = Compare,
        [Operators.NotEqual] = Compare,
        [Operators.And] = (at, node, to) => Truth(at, node, to, Same(at.Of(node.Arguments[0]), 0) && Same(at.Of(node.Arguments[1]), 0), Interval.Unit),
        [Operators.Or] = (at, node, to) => Truth(at, node, to, Same(at.Of(node.Arguments[0]), 0) && Same(at.Of(node.Arguments[1]), 0), Interval.Unit),
        [Operators.IfElse] = Choice,
        [Operators.Mod] = (_, node, _) => throw new UnprovableException($"{node.Operator.Name} jumps"),
        [Operators.CopySign] = CopySign,
    }.ToFrozenDictionary();

    /// <summary>What becomes of an application in an operation.</summary>
    /// <exception cref="UnprovableException">No bound is known.</exception>
    public static Deviation Of(ErrorAnalysis at, Apply node, int operation)
    {
        var op = (BuiltInOperator)node.Operator;
        if (Rows.TryGetValue(op, out var rule))
            return rule(at, node, operation);
        // A shorthand's parts were lowered in its place; log2 and log10 are shorthands in some libraries only.
        return op.Meaning?.Invoke(node.Arguments) is { } meaning && (OperatorLowering.IsShorthand(op) || at.IsLowered(meaning)) ? at.Of(meaning, operation) : Call(at, node, operation);
    }

    private static FixedType Type(ErrorAnalysis at, Apply node, int argument) => at.TypeOf(node.Arguments[argument]);

    private static FixedType ArgumentType(ErrorAnalysis at, Apply node, int argument) => at.Precision.Argument(node, Type(at, node, argument));

    private static Deviation Argument(ErrorAnalysis at, Apply node, int argument, int operation) =>
        at.Cast(at.Of(node.Arguments[argument]), Type(at, node, argument), ArgumentType(at, node, argument), operation);

    private static Deviation Multiply(ErrorAnalysis at, Apply node, int operation)
    {
        var product = at.Times(at.Of(node.Arguments[0]), at.Of(node.Arguments[1]));
        if (node.Arguments[0].Equals(node.Arguments[1]))
            product = product with { Range = product.Range.Intersect(Interval.Pow(at.Of(node.Arguments[0]).Range, Interval.Point(2))) };
        return at.Cast(product, FixedType.Product(Type(at, node, 0), Type(at, node, 1)), operation);
    }

    // (a + ea)/(b + eb) - a/b = (ea - eb a/b)/(b + eb).
    private static Deviation Divide(ErrorAnalysis at, Deviation a, Deviation b, FixedType type, int operation)
    {
        if (b.Hull.Contains(0))
            throw new UnprovableException($"the divisor's range {b.Hull} holds 0");
        var quotient = a.Range / b.Range;
        var error = at.Times(a.Error.Plus(at.Times(b.Error, -quotient)), Interval.Point(1) / b.Actual);
        var exact = at.Fresh(quotient, error);
        return at.Precision.AsHls4ml
            ? at.Cast(exact with { Error = error.Plus(at.Unknown(new(-type.Step, type.Step), operation)) }, type, operation)
            : at.Within(exact, QuotientSteps, operation);
    }

    private static Deviation Power(ErrorAnalysis at, Apply node, int operation)
    {
        if (node.Arguments[1] is not Constant { Value: var exponent } || (exponent != 0.5 && (Math.Floor(exponent) != exponent || Math.Abs(exponent) > OperatorLowering.LargestWholePower)))
            return Call(at, node, operation);
        if (exponent == 0.5)
            return at.Of(Operators.Sqrt.Of(node.Arguments[0]), operation);
        if (exponent == 0)
            return at.Of(new Constant(1), operation);
        var (factor, type) = (at.Of(node.Arguments[0]), Type(at, node, 0));
        var (product, wide) = (factor, type);
        for (var i = 1; i < Math.Abs(exponent); i++)
            (product, wide) = (at.Times(product, factor), FixedType.Product(wide, type));
        // The range of a power is that of its base to the power, and not that of unrelated factors.
        product = Deviation.Of(product.Value, product.Range.Intersect(Interval.Pow(factor.Range, Interval.Point(Math.Abs(exponent)))), product.Error);
        var one = new Constant(1);
        return exponent > 0
            ? at.Cast(product, wide, operation)
            : Divide(at, at.Of(one), product, FixedType.Quotient(at.TypeOf(one), wide), operation);
    }

    private static Deviation Abs(ErrorAnalysis at, Deviation a, int operation)
    {
        if (a.Hull.Low >= 0)
            return a;
        if (a.Hull.High <= 0)
            return -a;
        var most = a.Error.Range.Magnitude;
        return at.Fresh(a.Range.Abs(), most == 0 ? a.Error : at.Unknown(new(-most, most), operation));
    }

    // Errors of less than 1 can still move a value over a whole number, and a tie of round to the other side.
    private static Deviation Whole(ErrorAnalysis at, Apply node, int operation)
    {
        var a = Argument(at, node, 0, operation);
        var error = a.Error.Range;
        var tie = node.Operator == Operators.Round ? 1 : 0;
        var moved = a.Error.IsZero ? a.Error : at.Unknown(new(Math.Floor(error.Low) - tie, Math.Ceiling(error.High) + tie), operation);
        return at.Cast(at.Fresh(node.Operator.Bounds([a.Range]), moved), new(1, 1), operation);
    }

    private static Deviation Extreme(ErrorAnalysis at, Apply node, int operation)
    {
        var (a, b) = (at.Of(node.Arguments[0]), at.Of(node.Arguments[1]));
        var error = a.Error.Range.Union(b.Error.Range);
        return at.Cast(
            at.Fresh(node.Operator.Bounds([a.Range, b.Range]), at.Unknown(error, operation)), FixedType.Join(Type(at, node, 0), Type(at, node, 1)), operation);
    }

    private static Deviation Compare(ErrorAnalysis at, Apply node, int operation)
    {
        var (a, b) = (at.Of(node.Arguments[0]), at.Of(node.Arguments[1]));
        return Truth(at, node, operation, (a.Error.IsZero && b.Error.IsZero) || a.Hull.Low > b.Hull.High || a.Hull.High < b.Hull.Low, Interval.Unit);
    }

    // Whether both values are on the same side of a threshold.
    private static bool Same(Deviation a, double threshold) => a.Error.IsZero || a.Hull.Low > threshold || a.Hull.High <= threshold;

    private static Deviation Truth(ErrorAnalysis at, Apply node, int operation, bool same, Interval error)
    {
        Interval[] ranges = [.. node.Arguments.Select(argument => at.Of(argument).Range)];
        return at.Fresh(node.Operator.Bounds(ranges), same ? AffineForm.Between(Interval.Point(0)) : at.Unknown(error, operation));
    }

    private static Deviation Choice(ErrorAnalysis at, Apply node, int operation)
    {
        var (condition, a, b) = (at.Of(node.Arguments[0]), at.Of(node.Arguments[1]), at.Of(node.Arguments[2]));
        var type = FixedType.Join(Type(at, node, 1), Type(at, node, 2));
        if (condition.Hull.Low > 0)
            return at.Cast(a, type, operation);
        if (condition.Hull.High <= 0)
            return at.Cast(b, type, operation);
        var error = a.Error.Range.Union(b.Error.Range);
        if (!condition.Error.IsZero)
            error = error.Union(a.Actual - b.Range).Union(b.Actual - a.Range);
        return at.Cast(at.Fresh(a.Range.Union(b.Range), at.Unknown(error, operation)), type, operation);
    }

    private static Deviation CopySign(ErrorAnalysis at, Apply node, int operation)
    {
        var (size, sign) = (Abs(at, at.Of(node.Arguments[0]), operation), at.Of(node.Arguments[1]));
        var type = FixedType.Negative(Type(at, node, 0));
        return sign.Hull.Low >= 0 ? at.Cast(size, type, operation)
            : sign.Hull.High < 0 ? at.Cast(-size, type, operation)
            : throw new UnprovableException("a sign may change");
    }

    // f(x + e) - f(x) is e times a slope somewhere between.
    private static Deviation Call(ErrorAnalysis at, Apply node, int operation)
    {
        Deviation[] arguments = [.. node.Arguments.Select((_, i) => Argument(at, node, i, operation))];
        Interval[] hulls = [.. arguments.Select(argument => argument.Hull)];
        CheckDomain((BuiltInOperator)node.Operator, hulls);
        ImmutableArray<Expr> names = [.. hulls.Select((_, i) => new Variable($"x{i}"))];
        var ranges = hulls.Index().ToDictionary(entry => $"x{entry.Index}", entry => entry.Item, StringComparer.Ordinal);
        var error = AffineForm.Between(Interval.Point(0));
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i].Error.IsZero)
                continue;
            var slope = node.Operator.Partial(i, names).Bounds(ranges);
            var size = arguments[i].Error.Range.Magnitude;
            error = error.Plus(
                slope.IsFinite ? at.Times(arguments[i].Error, slope)
                : node.Operator == Operators.Sqrt ? at.Unknown(new(-Math.Sqrt(size), Math.Sqrt(size)), operation)
                : throw new UnprovableException($"{node.Operator.Name} is too steep on {hulls[i]}"));
        }
        var exact = at.Fresh(node.Operator.Bounds([.. arguments.Select(argument => argument.Range)]), error);
        return at.Within(exact, Steps(at, operation), operation);
    }

    private static double Steps(ErrorAnalysis at, int operation)
    {
        var made = at[operation];
        if (made.Kind == OperationKind.Cast)
            made = at[made.Operands[0]];
        if (made.Kind == OperationKind.OctantTable)
            throw new UnprovableException("hls4ml's table of sines is not interpolated");
        if (made.Kind == OperationKind.Divide)
            throw new UnprovableException("a logarithm whose type is pinned is a quotient");
        at.TrustsVendor |= made.Kind == OperationKind.MathCall;
        return OwnSteps;
    }

    private static void CheckDomain(BuiltInOperator op, Interval[] arguments)
    {
        var inside = op == Operators.Atan2 ? arguments[1].Low > 0 || !arguments[0].Contains(0)
            : op == Operators.Power ? arguments[0].Low > 0
            : op == Operators.Gamma ? arguments[0].Low > 0
            : RangeWarning.HasValues(op.Name, arguments[0]);
        if (!inside)
            throw new UnprovableException($"{(op == Operators.Power ? "pow" : op.Name)} may leave its domain on {arguments[0]}");
    }
}
