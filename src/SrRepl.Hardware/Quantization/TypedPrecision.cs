using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// A type of its own for every node: integer bits from the proven range, or from the observed one where that saves bits
/// (and then the cast saturates), fraction bits as chosen, constants rounded to nearest.
/// </summary>
/// <param name="ports">The type of the ports, or null to choose theirs too.</param>
/// <param name="choices">The choice for each node; a node without one keeps what is exact.</param>
/// <param name="observed">The values seen for each node.</param>
/// <param name="onlyProven">Whether observed ranges are never trusted where there is a proven one.</param>
internal sealed class TypedPrecision(
    FixedType? ports, IReadOnlyDictionary<Expr, NodeChoice> choices, IReadOnlyDictionary<Expr, Interval> observed, bool onlyProven) : Precision
{
    // The observed range is trusted only where it saves this many bits against the proven one.
    private const int WorthSaturating = 2;

    /// <summary>The most fraction bits a node may have.</summary>
    public const int FinestFraction = 28;

    // Unseen data may go a little further than what was seen.
    private const double Margin = 0.125;

    /// <inheritdoc/>
    public override bool AsHls4ml => false;

    /// <inheritdoc/>
    public override FixedType Input(string name)
    {
        if (ports is { } type)
            return type;
        var node = new Variable(name);
        var fraction = choices.TryGetValue(node, out var choice) ? choice.Fraction : 0;
        return Holding(Seen(node, fraction), fraction) with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
    }

    /// <inheritdoc/>
    public override FixedValue Literal(Constant literal)
    {
        var choice = Choice(literal);
        var raw = SignedDigit.Nearest(FixedCast.Round(literal.Value, new(1, 1 - choice.Fraction, Rounding: Rounding.Rnd)), choice.Digits);
        var zeros = raw.IsZero ? choice.Fraction : (int)BigInteger.TrailingZeroCount(raw);
        raw >>= zeros;
        var width = Math.Max(1, (int)BigInteger.Abs(raw).GetBitLength()) + (raw.Sign < 0 ? 1 : 0);
        return new(raw, new(width, width - choice.Fraction + zeros, raw.Sign < 0));
    }

    /// <inheritdoc/>
    public override FixedType Argument(Apply call, FixedType own) => own;

    /// <inheritdoc/>
    public override FixedType Result(Apply call, FixedType? exact, Interval proven)
    {
        if (exact is { } whole)
            return Inner(call, whole, proven) ?? whole;
        var fraction = Choice(call).Fraction;
        var seen = Seen(call, fraction);
        return Holding(proven.IsFinite && (onlyProven || Bits(proven, fraction) < Bits(seen, fraction) + WorthSaturating) ? proven : seen, fraction);
    }

    /// <inheritdoc/>
    public override FixedType? Inner(Apply node, FixedType exact, Interval proven)
    {
        if (!choices.TryGetValue(node, out var choice) || !proven.IsFinite || exact == FixedType.Bit)
            return null;
        var fraction = Math.Min(choice.Fraction, exact.Fraction);
        var seen = Seen(node, fraction);
        var saturates = !onlyProven && Bits(seen, fraction) + WorthSaturating <= Bits(proven, fraction);
        var type = Holding(saturates ? seen : Floored(proven, fraction), fraction);
        return type.Holds(exact) ? null
            : type.Integer > exact.Integer ? null
            : saturates ? type with { Overflow = Overflow.Sat } : type;
    }

    /// <inheritdoc/>
    public override FixedType Output(int index, FixedType own) => ports ?? own;

    // What lowering puts in by itself, such as the divisor of a logarithm to another base, is no node to choose for.
    private NodeChoice Choice(Expr node) => choices.TryGetValue(node, out var choice) ? choice : new(FinestFraction);

    private Interval Seen(Expr node, int fraction)
    {
        if (!observed.TryGetValue(node, out var range) || !range.IsFinite)
            return ports?.Range ?? new(-1, 1);
        var margin = Margin * range.Magnitude + Math.ScaleB(4, -fraction);
        return new(range.Low >= 0 ? Math.Max(0, range.Low - margin) : range.Low - margin, range.High + margin);
    }

    // Cutting off bits moves a value down by up to a step.
    private static Interval Floored(Interval range, int fraction) => range.Low < 0 ? new(range.Low - Math.ScaleB(1, -fraction), range.High) : range;

    private static int Bits(Interval range, int fraction) => RangeBits.Integer(range, range.Low < 0, fraction);

    private static FixedType Holding(Interval range, int fraction)
    {
        var integer = Bits(range, fraction);
        return new(Math.Max(1, integer + fraction), Math.Max(1, integer + fraction) - fraction, range.Low < 0);
    }
}
