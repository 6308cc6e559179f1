using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// An operator that changes no value and tells one floor something of its argument, such as a fixed-point type. It is written
/// in infix, so that it can be read back; printers for other programs leave it out.
/// </summary>
public abstract class Annotation : Operator
{
    /// <inheritdoc/>
    public sealed override int Arity => 1;

    /// <inheritdoc/>
    public sealed override double Evaluate(ReadOnlySpan<double> arguments) => arguments[0];

    /// <inheritdoc/>
    public sealed override Expr Partial(int index, ImmutableArray<Expr> arguments) => 1;

    /// <inheritdoc/>
    public sealed override Interval Bounds(ReadOnlySpan<Interval> arguments) => arguments[0];
}
