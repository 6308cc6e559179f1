using System.Collections.Immutable;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>One operation of a <see cref="Kernel"/>: static single assignment, operands are earlier operations by index.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Type">The exact type of its result.</param>
/// <param name="Operands">Indices into <see cref="Kernel.Operations"/>, each smaller than this operation's own.</param>
public sealed record Operation(OperationKind Kind, FixedType Type, ImmutableArray<int> Operands)
{
    /// <summary>The raw integer of a <see cref="OperationKind.Literal"/>: value times 2^F.</summary>
    public BigInteger Raw { get; init; }

    /// <summary>The input's name, the math library's function, or the comparison; empty for the other kinds.</summary>
    public string Function { get; init; } = "";

    /// <summary>The table of a <see cref="OperationKind.Table"/>.</summary>
    public LookupTable? Table { get; init; }

    /// <summary>Every value it can take while the inputs stay in their types; tighter where analysis knows better.</summary>
    public Interval Range { get; init; } = Interval.Everything;

    /// <summary>Whether a cast takes some bits of its operand on purpose, as functions do with the parts of a number: dropping the others is no overflow.</summary>
    public bool PicksBits { get; init; }

    /// <summary>The part of the formula it computes.</summary>
    public Expr? Source { get; init; }

    /// <summary>What it does, on which operations, and the type of the result.</summary>
    public override string ToString() => Kind == OperationKind.Literal
        ? $"literal {InfixPrinter.Number(new FixedValue(Raw, Type).Double)} : {Type}"
        : $"{KernelPrinter.Title(this)}{string.Concat(Operands.Select(operand => $" #{operand}"))} : {Type}";
}
