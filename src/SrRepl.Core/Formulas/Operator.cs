using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>
/// What a formula can apply. The built-in ones are the rows of <see cref="Operators"/>; a user's function is a
/// <see cref="DefinedOperator"/>; other floors add kinds of their own (a table made by <c>lut</c>).
/// </summary>
public abstract class Operator
{
    /// <summary>The name it is written by in function form.</summary>
    public abstract string Name { get; }

    /// <summary>How many arguments it takes; at least 1.</summary>
    public abstract int Arity { get; }

    /// <summary>How it is printed; function form unless the operator says otherwise.</summary>
    public virtual Notation Notation => Notation.Function;

    /// <summary>The value in double precision; NaN outside the domain, as IEEE arithmetic gives it.</summary>
    public abstract double Evaluate(ReadOnlySpan<double> arguments);

    /// <summary>The partial derivative by argument <paramref name="index"/>, as a formula of the arguments.</summary>
    public abstract Expr Partial(int index, ImmutableArray<Expr> arguments);

    /// <summary>An interval that holds every value the operator takes over the given ones.</summary>
    public abstract Interval Bounds(ReadOnlySpan<Interval> arguments);

    /// <summary>The operator under a name it was bound to: itself, unless it is of a kind that is named by its user.</summary>
    public virtual Operator Named(string name) => this;

    /// <summary>The operator applied.</summary>
    /// <exception cref="DiagnosticException">The number of arguments is not the arity.</exception>
    public Expr Of(params ImmutableArray<Expr> arguments) => new Apply(this, arguments);

    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
