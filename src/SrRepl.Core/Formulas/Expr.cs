using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A formula: a tree of constants, variables and applied operators. Immutable; equal when equal in structure.</summary>
public abstract record Expr : IFormula
{
    Expr IFormula.Formula => this;

    private protected Expr()
    {
    }

    /// <summary>How many nodes the tree has; the default complexity.</summary>
    public abstract int Nodes { get; }

    /// <summary>How many nodes the longest path from here to a leaf has.</summary>
    public abstract int Depth { get; }

    /// <summary>A number stands for its constant.</summary>
    public static implicit operator Expr(double value) => new Constant(value);

    /// <summary>The sum.</summary>
    public static Expr operator +(Expr a, Expr b) => Operators.Add.Of(a, b);

    /// <summary>The difference.</summary>
    public static Expr operator -(Expr a, Expr b) => Operators.Subtract.Of(a, b);

    /// <summary>The product.</summary>
    public static Expr operator *(Expr a, Expr b) => Operators.Multiply.Of(a, b);

    /// <summary>The quotient.</summary>
    public static Expr operator /(Expr a, Expr b) => Operators.Divide.Of(a, b);

    /// <summary>The negative.</summary>
    public static Expr operator -(Expr a) => Operators.Negate.Of(a);

    /// <summary>The formula in infix, as it can be pasted back.</summary>
    public sealed override string ToString() => InfixPrinter.Print(this);
}

/// <summary>A number. NaN equals NaN here, and 0 differs from -0, so that equality is an equivalence.</summary>
public sealed record Constant(double Value) : Expr
{
    /// <inheritdoc/>
    public override int Nodes => 1;

    /// <inheritdoc/>
    public override int Depth => 1;

    /// <summary>Equal when the bits are.</summary>
    public bool Equals(Constant? other) =>
        other is not null && BitConverter.DoubleToInt64Bits(Value) == BitConverter.DoubleToInt64Bits(other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => BitConverter.DoubleToInt64Bits(Value).GetHashCode();
}

/// <summary>A named input, usually a column of a dataset.</summary>
public sealed record Variable(string Name) : Expr
{
    /// <inheritdoc/>
    public override int Nodes => 1;

    /// <inheritdoc/>
    public override int Depth => 1;
}

/// <summary>An operator applied to as many arguments as its arity says.</summary>
public sealed record Apply : Expr
{
    private readonly int _hash;

    /// <summary>Applies an operator.</summary>
    /// <exception cref="DiagnosticException">The number of arguments is not the operator's arity.</exception>
    public Apply(Operator op, ImmutableArray<Expr> arguments)
    {
        if (arguments.Length != op.Arity)
            throw new DiagnosticException(Errors.WrongArity(op.Name, op.Arity, arguments.Length));
        Operator = op;
        Arguments = arguments;
        var hash = new HashCode();
        hash.Add(op);
        foreach (var argument in arguments)
        {
            hash.Add(argument);
            Nodes += argument.Nodes;
            Depth = Math.Max(Depth, argument.Depth);
        }
        Nodes++;
        Depth++;
        _hash = hash.ToHashCode();
    }

    /// <summary>What is applied.</summary>
    public Operator Operator { get; }

    /// <summary>To what; as many as the operator's arity.</summary>
    public ImmutableArray<Expr> Arguments { get; }

    /// <inheritdoc/>
    public override int Nodes { get; }

    /// <inheritdoc/>
    public override int Depth { get; }

    /// <summary>Equal in operator and arguments.</summary>
    public bool Equals(Apply? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Nodes == other.Nodes && Operator.Equals(other.Operator)
            && Arguments.SequenceEqual(other.Arguments));

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;
}
