using System.Collections.Immutable;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Pattern;

namespace SrRepl.Rewriting;

/// <summary>Absolute value, minimum and maximum.</summary>
internal static class ExtremeRules
{
    public static readonly ImmutableArray<Rule> Rules = new RuleTable(RuleGroup.Extremes)
        .Row("magnitude-of-magnitude", Abs.Of(Abs.Of(A)), Abs.Of(A))
        .Row("magnitude-of-positive", Abs.Of(A), A, NonNegative(A))
        .Row("magnitude-of-negative", Abs.Of(A), -A, NonPositive(A))
        .Both("magnitude-of-product", Abs.Of(A * B), Abs.Of(A) * Abs.Of(B))
        .Both("magnitude-of-quotient", Abs.Of(A / B), Abs.Of(A) / Abs.Of(B))
        .Row("magnitude-of-difference", Abs.Of(A - B), Abs.Of(B - A))
        .Row("even-power-of-magnitude", Power.Of(Abs.Of(A), N), Power.Of(A, N), Even(N))
        .Row("square-of-magnitude", Abs.Of(A) * Abs.Of(A), A * A)
        .Row("minimum-of-same", Min.Of(A, A), A)
        .Row("maximum-of-same", Max.Of(A, A), A)
        .Row("commute-minimum", Min.Of(A, B), Min.Of(B, A))
        .Row("commute-maximum", Max.Of(A, B), Max.Of(B, A))
        .Both("associate-minimum", Min.Of(Min.Of(A, B), C), Min.Of(A, Min.Of(B, C)))
        .Both("associate-maximum", Max.Of(Max.Of(A, B), C), Max.Of(A, Max.Of(B, C)))
        .Row("minimum-known", Min.Of(A, B), A, NonNegative(B - A), Defined(B))
        .Row("maximum-known", Max.Of(A, B), A, NonNegative(A - B), Defined(B))
        .Row("minimum-absorbs", Min.Of(A, Max.Of(A, B)), A, Defined(B))
        .Row("maximum-absorbs", Max.Of(A, Min.Of(A, B)), A, Defined(B))
        .Row("maximum-with-negative", Max.Of(A, -A), Abs.Of(A))
        .Row("minimum-with-negative", Min.Of(A, -A), -Abs.Of(A))
        .Row("larger-of-two", A + B + Abs.Of(A - B), 2 * Max.Of(A, B))
        .Row("smaller-of-two", A + B - Abs.Of(A - B), 2 * Min.Of(A, B))
        .Row("minimum-plus-maximum", Min.Of(A, B) + Max.Of(A, B), A + B)
        .Row("minimum-times-maximum", Min.Of(A, B) * Max.Of(A, B), A * B)
        .Both("minimum-of-shifted", Min.Of(A + C, B + C), Min.Of(A, B) + C)
        .Both("maximum-of-shifted", Max.Of(A + C, B + C), Max.Of(A, B) + C)
        .Row("minimum-of-scaled", Min.Of(C * A, C * B), C * Min.Of(A, B), NonNegative(C))
        .Row("maximum-of-scaled", Max.Of(C * A, C * B), C * Max.Of(A, B), NonNegative(C))
        .Row("minimum-of-negatives", Min.Of(-A, -B), -Max.Of(A, B))
        .Row("maximum-of-negatives", Max.Of(-A, -B), -Min.Of(A, B))
        .Both("rectifier", Relu.Of(A), Max.Of(A, 0))
        .Row("rectifier-of-rectifier", Relu.Of(Relu.Of(A)), Relu.Of(A))
        .Row("rectifier-of-positive", Relu.Of(A), A, NonNegative(A))
        .Row("sign-known-positive", Sign.Of(A), 1, Positive(A), Defined(A))
        .Row("sign-known-negative", Sign.Of(A), -1, Negative(A), Defined(A))
        .Row("sign-times-magnitude", Sign.Of(A) * Abs.Of(A), A)
        .Row("value-times-sign", A * Sign.Of(A), Abs.Of(A))
        .Row("floor-of-whole", Floor.Of(A), A, Whole(A))
        .Row("ceiling-of-whole", Ceil.Of(A), A, Whole(A))
        .Row("rounding-of-whole", Round.Of(A), A, Whole(A))
        .Row("floor-of-negative", Floor.Of(-A), -Ceil.Of(A))
        .Row("ceiling-of-negative", Ceil.Of(-A), -Floor.Of(A))
        .Rules;
}
