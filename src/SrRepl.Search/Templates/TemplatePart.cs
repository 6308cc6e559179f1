using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A function of a template that is not known yet; equal in name and number of arguments.</summary>
public sealed class TemplatePart(string name, int arity) : Operator, IEquatable<TemplatePart>
{
    /// <inheritdoc/>
    public override string Name => name;

    /// <inheritdoc/>
    public override int Arity => arity;

    /// <summary>Not a number: nothing is known of it.</summary>
    public override double Evaluate(ReadOnlySpan<double> arguments) => double.NaN;

    /// <inheritdoc/>
    public override Expr Partial(int index, ImmutableArray<Expr> arguments) => double.NaN;

    /// <inheritdoc/>
    public override Interval Bounds(ReadOnlySpan<Interval> arguments) => Interval.Everything;

    /// <inheritdoc/>
    public bool Equals(TemplatePart? other) => other is not null && Name == other.Name && Arity == other.Arity;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TemplatePart);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Arity);
}
