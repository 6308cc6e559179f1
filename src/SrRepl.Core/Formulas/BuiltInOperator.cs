using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A row of the operator table: all that Core knows of one operator. Equal only to itself.</summary>
public sealed class BuiltInOperator : Operator
{
    /// <summary>The value of an operator at its arguments.</summary>
    public delegate double ValueRule(ReadOnlySpan<double> arguments);

    /// <summary>The range of an operator over its arguments' ranges.</summary>
    public delegate Interval BoundsRule(ReadOnlySpan<Interval> arguments);

    private readonly ValueRule _value;
    private readonly Func<ImmutableArray<Expr>, int, Expr> _partial;
    private readonly BoundsRule _bounds;

    internal BuiltInOperator(
        string name, int arity, ValueRule value, Func<ImmutableArray<Expr>, int, Expr> partial, BoundsRule bounds)
    {
        Name = name;
        Arity = arity;
        _value = value;
        _partial = partial;
        _bounds = bounds;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override int Arity { get; }

    /// <summary>Other names it is read by: PySR's, SymPy's, hls4ml's.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>How it is printed.</summary>
    public Notation Written { get; init; } = Notation.Function;

    /// <inheritdoc/>
    public override Notation Notation => Written;

    /// <summary>Whether swapping the two arguments never changes the value.</summary>
    public bool Commutative { get; init; }

    /// <summary>The name SymPy gives it, or null where SymPy has no such function and <see cref="Meaning"/> is printed.</summary>
    public string? SymPy { get; init; }

    /// <summary>LaTeX with #1, #2, ... for the arguments, or null for the upright name and parentheses.</summary>
    public string? Latex { get; init; }

    /// <summary>The operator in terms of more basic ones, where it is only a shorthand (square, inv, log_abs), or null.</summary>
    public Func<ImmutableArray<Expr>, Expr>? Meaning { get; init; }

    /// <summary>One line of help.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The vector kernel, or null where the scalar value serves row by row.</summary>
    public VectorKernel? Kernel { get; init; }

    /// <inheritdoc/>
    public override double Evaluate(ReadOnlySpan<double> arguments) => _value(arguments);

    /// <inheritdoc/>
    public override Expr Partial(int index, ImmutableArray<Expr> arguments) => _partial(arguments, index);

    /// <inheritdoc/>
    public override Interval Bounds(ReadOnlySpan<Interval> arguments) => _bounds(arguments);
}
