using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>The part of mathematics a rule belongs to.</summary>
public enum RuleGroup
{
    /// <summary>Sums, products and quotients.</summary>
    Arithmetic,

    /// <summary>Powers and roots.</summary>
    Powers,

    /// <summary>Exponentials and logarithms.</summary>
    Exponentials,

    /// <summary>Trigonometric and hyperbolic functions.</summary>
    Trigonometry,

    /// <summary>Absolute value, minimum and maximum.</summary>
    Extremes,

    /// <summary>Comparison, logic and choice.</summary>
    Comparison,
}

/// <summary>
/// A rewrite rule: data. Both sides are formulas whose variables stand for any formula at all; they are equal in value
/// and in domain wherever the conditions hold, unless the rule says that it changes the domain.
/// </summary>
/// <param name="Name">What a derivation calls it.</param>
/// <param name="Group">Where it belongs.</param>
/// <param name="Left">What it finds.</param>
/// <param name="Right">What it puts there; no variable of its own.</param>
public sealed record Rule(string Name, RuleGroup Group, Expr Left, Expr Right)
{
    /// <summary>What must be proven first.</summary>
    public ImmutableArray<Condition> When { get; init; } = [];

    /// <summary>Whether the two sides are defined at different points; such a rule is off unless asked for.</summary>
    public bool ChangesDomain { get; init; }

    /// <summary>Whether the sides are equal only up to the rounding of a constant to a double, such as pi.</summary>
    public bool IsRounded { get; init; }

    /// <summary>The rule as <c>name: left => right if ...</c></summary>
    public override string ToString() =>
        $"{Name}: {Left} => {Right}{(When.IsEmpty ? "" : $" if {string.Join(", ", When)}")}{(ChangesDomain ? " (changes the domain)" : "")}";
}

/// <summary>What a condition asks of a formula.</summary>
public enum Requirement
{
    /// <summary>It is one number.</summary>
    Constant,

    /// <summary>It is never 0.</summary>
    NonZero,

    /// <summary>It is above 0.</summary>
    Positive,

    /// <summary>It is 0 or above.</summary>
    NonNegative,

    /// <summary>It is below 0.</summary>
    Negative,

    /// <summary>It is 0 or below.</summary>
    NonPositive,

    /// <summary>It has a value wherever the variables have one.</summary>
    Defined,

    /// <summary>It is a whole number.</summary>
    Whole,

    /// <summary>It is one even number.</summary>
    Even,

    /// <summary>It is one odd number.</summary>
    Odd,
}

/// <summary>A side condition: something required of a formula over the rule's variables.</summary>
public sealed record Condition(Requirement Requirement, Expr Of)
{
    /// <summary>The condition in words.</summary>
    public override string ToString() => $"{Of} is {Requirement.ToString().ToLowerInvariant()}";
}
