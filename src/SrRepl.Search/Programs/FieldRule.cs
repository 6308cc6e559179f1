using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What an operator does to elements of a field, where it is one of arithmetic.</summary>
internal enum FieldRule
{
    /// <summary>A function of its own: equal arguments give equal values, and nothing more is known.</summary>
    Function,

    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
    Inverse,
    Square,
    Cube,

    /// <summary>A power, arithmetic where the exponent is a small whole constant.</summary>
    Power,
}

/// <summary>Which operators are arithmetic.</summary>
internal static class FieldRules
{
    private static readonly ImmutableDictionary<Operator, FieldRule> Known = new Dictionary<Operator, FieldRule>
    {
        [Operators.Add] = FieldRule.Add,
        [Operators.Subtract] = FieldRule.Subtract,
        [Operators.Multiply] = FieldRule.Multiply,
        [Operators.Divide] = FieldRule.Divide,
        [Operators.Negate] = FieldRule.Negate,
        [Operators.Inverse] = FieldRule.Inverse,
        [Operators.Square] = FieldRule.Square,
        [Operators.Cube] = FieldRule.Cube,
        [Operators.Power] = FieldRule.Power,
    }.ToImmutableDictionary();

    /// <summary>An operator's rule.</summary>
    public static FieldRule Of(Operator op) => Known.GetValueOrDefault(op);
}
