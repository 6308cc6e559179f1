using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>The operators a program's nodes refer to by index, with what running and breeding must know of each.</summary>
public sealed class OperatorSet
{
    private readonly int[][] _byArity;

    /// <summary>Numbers the operators in the order given; duplicates are dropped.</summary>
    public OperatorSet(IEnumerable<Operator> operators) : this(operators, null, [])
    {
    }

    /// <summary>Numbers the operators that formulas are bred of, and behind them those that only a template applies.</summary>
    /// <exception cref="DiagnosticException">The template names no column, or nothing in it is unknown.</exception>
    public OperatorSet(IEnumerable<Operator> operators, Template? template, ImmutableArray<string> features)
    {
        Operators = [.. operators.Distinct()];
        Bred = Operators.Length;
        if (template is not null)
            Operators = [.. Operators.Concat(TemplateForm.OperatorsOf(template)).Distinct(), TemplateForm.RootOf(template, features)];
        Arity = [.. Operators.Select(op => op.Arity)];
        IsCommutative = [.. Operators.Select(op => op is BuiltInOperator { Commutative: true })];
        FieldRules = [.. Operators.Select(Search.FieldRules.Of)];
        Kernels = [.. Operators.Select(KernelOf)];
        _byArity = [.. Enumerable.Range(0, Arity.DefaultIfEmpty(0).Max() + 1).Select(arity => Codes(arity))];
        Add = BredCodeOf(Core.Operators.Add);
        Subtract = BredCodeOf(Core.Operators.Subtract);
        Multiply = BredCodeOf(Core.Operators.Multiply);
        Divide = BredCodeOf(Core.Operators.Divide);
        Negate = BredCodeOf(Core.Operators.Negate);
        Template = template is null ? null : new TemplateForm(template, this, features);
    }

    /// <summary>The form all formulas have, or null.</summary>
    public TemplateForm? Template { get; }

    /// <summary>How many of the operators, the first ones, formulas are bred of.</summary>
    public int Bred { get; }

    /// <summary>The operators, by code.</summary>
    public ImmutableArray<Operator> Operators { get; }

    /// <summary>How many arguments each takes.</summary>
    public ImmutableArray<int> Arity { get; }

    /// <summary>Whether the operands' order matters to none of its values.</summary>
    public ImmutableArray<bool> IsCommutative { get; }

    /// <summary>What each is in the arithmetic of a field.</summary>
    internal ImmutableArray<FieldRule> FieldRules { get; }

    /// <summary>How each is run.</summary>
    public ImmutableArray<VectorKernel> Kernels { get; }

    /// <summary>The code of the sum, or -1 where the set has none.</summary>
    public int Add { get; }

    /// <summary>The code of the difference, or -1.</summary>
    public int Subtract { get; }

    /// <summary>The code of the product, or -1.</summary>
    public int Multiply { get; }

    /// <summary>The code of the quotient, or -1.</summary>
    public int Divide { get; }

    /// <summary>The code of the sign change, or -1.</summary>
    public int Negate { get; }

    /// <summary>The most arguments an operator of the set takes.</summary>
    public int LargestArity => _byArity.Length - 1;

    /// <summary>The codes of the operators that take so many arguments.</summary>
    public ReadOnlySpan<int> OfArity(int arity) => arity < _byArity.Length ? _byArity[arity] : [];

    /// <summary>The code of an operator, or -1.</summary>
    public int CodeOf(Operator op) => Operators.IndexOf(op);

    private int[] Codes(int arity) => [.. Enumerable.Range(0, Bred).Where(code => Arity[code] == arity)];

    private int BredCodeOf(Operator op) => CodeOf(op) is var code && code < Bred ? code : -1;

    private static VectorKernel KernelOf(Operator op) => op switch
    {
        BuiltInOperator { Kernel: { } kernel } => kernel,
        DefinedOperator defined => CompiledTile.Of(defined),
        _ => ScalarTile.Of(op),
    };
}
