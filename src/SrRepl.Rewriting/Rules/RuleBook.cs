using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Every rule there is, by group; the rules of odd and even functions follow from <see cref="Parity"/>.</summary>
public static class RuleBook
{
    /// <summary>All rules, those that change a domain included, in the order they are tried.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. ArithmeticRules.Rules, .. PowerRules.Rules, .. ExponentialRules.Rules, .. TrigonometryRules.Rules,
        .. ExtremeRules.Rules, .. ComparisonRules.Rules, .. Signs(),
    ];

    private static IEnumerable<Rule> Signs()
    {
        // In the table's order, for a set has none.
        foreach (var op in Operators.All)
            if (Parity.Odd.Contains(op))
                foreach (var rule in SignsOf(op, argument => -op.Of(argument)))
                    yield return rule;
            else if (Parity.Even.Contains(op))
                foreach (var rule in SignsOf(op, argument => op.Of(argument)))
                    yield return rule;
    }

    private static ImmutableArray<Rule> SignsOf(BuiltInOperator op, Func<Expr, Expr> turned)
    {
        var (a, b) = (Pattern.A, Pattern.B);
        return new RuleTable(RuleGroup.Arithmetic)
            .Row($"{op.Name}-of-negative", op.Of(-a), turned(a))
            .Row($"{op.Name}-of-difference", op.Of(a - b), turned(b - a))
            .Row($"{op.Name}-of-negative-multiple", op.Of(a * b), turned(-1 * a * b), Pattern.Constant(a), Pattern.Negative(a))
            .Rules;
    }
}
