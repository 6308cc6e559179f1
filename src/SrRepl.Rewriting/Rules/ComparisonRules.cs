using System.Collections.Immutable;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Pattern;

namespace SrRepl.Rewriting;

/// <summary>Comparison, logic and choice.</summary>
internal static class ComparisonRules
{
    public static readonly ImmutableArray<Rule> Rules = new RuleTable(RuleGroup.Comparison)
        .Row("never-above-itself", Greater.Of(A, A), 0, Defined(A))
        .Row("always-at-least-itself", GreaterEqual.Of(A, A), 1, Defined(A))
        .Row("never-below-itself", Less.Of(A, A), 0, Defined(A))
        .Row("always-at-most-itself", LessEqual.Of(A, A), 1, Defined(A))
        .Row("equals-itself", Equal.Of(A, A), 1, Defined(A))
        .Row("differs-not-from-itself", NotEqual.Of(A, A), 0, Defined(A))
        .Row("known-above", Greater.Of(A, B), 1, Positive(A - B), Defined(A), Defined(B))
        .Row("known-not-above", Greater.Of(A, B), 0, NonPositive(A - B), Defined(A), Defined(B))
        .Row("known-below", Less.Of(A, B), 1, Negative(A - B), Defined(A), Defined(B))
        .Row("known-not-below", Less.Of(A, B), 0, NonNegative(A - B), Defined(A), Defined(B))
        .Both("turn-comparison", Greater.Of(A, B), Less.Of(B, A))
        .Both("turn-weak-comparison", GreaterEqual.Of(A, B), LessEqual.Of(B, A))
        .Row("compare-difference", Greater.Of(A - B, 0), Greater.Of(A, B))
        .Row("compare-difference-below", Less.Of(A - B, 0), Less.Of(A, B))
        .Row("compare-scaled", Greater.Of(C * A, C * B), Greater.Of(A, B), Positive(C), Defined(C))
        .Row("compare-shifted", Greater.Of(A + C, B + C), Greater.Of(A, B), Defined(C))
        .Row("both-the-same", And.Of(A, A), Greater.Of(A, 0))
        .Row("either-the-same", Or.Of(A, A), Greater.Of(A, 0))
        .Row("choose-the-same", IfElse.Of(A, B, B), B, Defined(A))
        .Row("choose-first", IfElse.Of(A, B, C), B, Positive(A), Defined(A), Defined(C))
        .Row("choose-second", IfElse.Of(A, B, C), C, NonPositive(A), Defined(A), Defined(B))
        .Row("choose-larger", IfElse.Of(Greater.Of(A, B), A, B), Max.Of(A, B), Defined(A), Defined(B))
        .Row("choose-smaller", IfElse.Of(Less.Of(A, B), A, B), Min.Of(A, B), Defined(A), Defined(B))
        .Row("choice-without-else", IfElse.Of(A, B, 0), Cond.Of(A, B))
        .Row("condition-met", Cond.Of(A, B), B, Positive(A), Defined(A))
        .Row("condition-missed", Cond.Of(A, B), 0, NonPositive(A), Defined(A), Defined(B))
        .Row("condition-times", Cond.Of(A, B) * C, Cond.Of(A, B * C), Defined(C))
        .Rules;
}
