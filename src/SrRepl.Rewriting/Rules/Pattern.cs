using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>The variables that rules are written with, the conditions, and how a row becomes a rule.</summary>
internal static class Pattern
{
    public static readonly Expr A = new Variable("a");
    public static readonly Expr B = new Variable("b");
    public static readonly Expr C = new Variable("c");
    public static readonly Expr D = new Variable("d");
    public static readonly Expr M = new Variable("m");
    public static readonly Expr N = new Variable("n");

    public static Condition Constant(Expr of) => new(Requirement.Constant, of);

    public static Condition NonZero(Expr of) => new(Requirement.NonZero, of);

    public static Condition Positive(Expr of) => new(Requirement.Positive, of);

    public static Condition NonNegative(Expr of) => new(Requirement.NonNegative, of);

    public static Condition Negative(Expr of) => new(Requirement.Negative, of);

    public static Condition NonPositive(Expr of) => new(Requirement.NonPositive, of);

    public static Condition Defined(Expr of) => new(Requirement.Defined, of);

    public static Condition Whole(Expr of) => new(Requirement.Whole, of);

    public static Condition Even(Expr of) => new(Requirement.Even, of);

    public static Condition Odd(Expr of) => new(Requirement.Odd, of);
}

/// <summary>A list of rules in the making: rows of name, left, right and conditions.</summary>
internal sealed class RuleTable(RuleGroup group)
{
    private readonly ImmutableArray<Rule>.Builder _rules = ImmutableArray.CreateBuilder<Rule>();

    public ImmutableArray<Rule> Rules => _rules.ToImmutable();

    /// <summary>Left becomes right.</summary>
    public RuleTable Row(string name, Expr left, Expr right, params ImmutableArray<Condition> when)
    {
        _rules.Add(new(name, group, left, right) { When = when });
        return this;
    }

    /// <summary>Left becomes right, and right becomes left under the name and "-back".</summary>
    public RuleTable Both(string name, Expr left, Expr right, params ImmutableArray<Condition> when) =>
        Row(name, left, right, when).Row($"{name}-back", right, left, when);

    /// <summary>Left becomes right as nearly as a double comes to the number that a constant of it stands for.</summary>
    public RuleTable Rounded(string name, Expr left, Expr right, params ImmutableArray<Condition> when)
    {
        _rules.Add(new(name, group, left, right) { When = when, IsRounded = true });
        return this;
    }

    /// <summary>Left becomes right, rounded and although their domains differ.</summary>
    public RuleTable UnsafeRounded(string name, Expr left, Expr right)
    {
        _rules.Add(new(name, group, left, right) { ChangesDomain = true, IsRounded = true });
        return this;
    }

    /// <summary>Left becomes right, although their domains differ.</summary>
    public RuleTable Unsafe(string name, Expr left, Expr right, params ImmutableArray<Condition> when)
    {
        _rules.Add(new(name, group, left, right) { When = when, ChangesDomain = true });
        return this;
    }
}
