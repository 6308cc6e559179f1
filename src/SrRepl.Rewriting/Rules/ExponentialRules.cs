using System.Collections.Immutable;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Pattern;

namespace SrRepl.Rewriting;

/// <summary>Exponentials and logarithms.</summary>
internal static class ExponentialRules
{
    public static readonly ImmutableArray<Rule> Rules = new RuleTable(RuleGroup.Exponentials)
        .Both("product-of-exponentials", Exp.Of(A) * Exp.Of(B), Exp.Of(A + B))
        .Both("quotient-of-exponentials", Exp.Of(A) / Exp.Of(B), Exp.Of(A - B))
        .Both("divide-by-exponential", A / Exp.Of(B), A * Exp.Of(-B))
        .Both("power-of-exponential", Power.Of(Exp.Of(A), B), Exp.Of(A * B))
        .Row("square-of-exponential", Exp.Of(A) * Exp.Of(A), Exp.Of(2 * A))
        .Row("exponential-of-logarithm", Exp.Of(Log.Of(A)), A, Positive(A))
        .Row("logarithm-of-exponential", Log.Of(Exp.Of(A)), A)
        .Row("exponential-of-log-abs", Exp.Of(LogAbs.Of(A)), Abs.Of(A), NonZero(A))
        .Both("logarithm-of-product", Log.Of(A * B), Log.Of(A) + Log.Of(B), Positive(A))
        .Both("logarithm-of-quotient", Log.Of(A / B), Log.Of(A) - Log.Of(B), Positive(B))
        .Both("logarithm-of-inverse", Log.Of(1 / A), -Log.Of(A))
        .Row("logarithm-of-power", Log.Of(Power.Of(A, B)), B * Log.Of(A), Positive(A))
        .Both("logarithm-of-odd-power", Log.Of(Power.Of(A, N)), N * Log.Of(A), Odd(N))
        .Row("logarithm-of-even-power", Log.Of(Power.Of(A, N)), N * LogAbs.Of(A), Even(N), NonZero(N))
        .Row("logarithm-of-root", Log.Of(Sqrt.Of(A)), 0.5 * Log.Of(A))
        .Row("logarithm-of-magnitude", Log.Of(Abs.Of(A)), LogAbs.Of(A))
        .Row("log-abs-of-positive", LogAbs.Of(A), Log.Of(A), Positive(A))
        .Both("log-abs-of-product", LogAbs.Of(A * B), LogAbs.Of(A) + LogAbs.Of(B))
        .Both("log-abs-of-quotient", LogAbs.Of(A / B), LogAbs.Of(A) - LogAbs.Of(B))
        .Both("log-abs-of-power", LogAbs.Of(Power.Of(A, N)), N * LogAbs.Of(A), Constant(N), Whole(N), NonZero(N))
        .Row("log-abs-of-exponential", LogAbs.Of(Exp.Of(A)), A)
        .Both("log-one-plus", Log1p.Of(A), Log.Of(1 + A))
        .Both("logarithm-to-two", Log2.Of(A), Log.Of(A) / Log.Of(2))
        .Both("logarithm-to-ten", Log10.Of(A), Log.Of(A) / Log.Of(10))
        .Row("logarithm-two-of-power", Log2.Of(Power.Of(2, A)), A)
        .Both("gauss", Gauss.Of(A), Exp.Of(-(A * A)))
        .Unsafe("exponential-of-logarithm-anywhere", Exp.Of(Log.Of(A)), A)
        .Unsafe("logarithm-of-product-anywhere", Log.Of(A) + Log.Of(B), Log.Of(A * B))
        .Unsafe("logarithm-of-quotient-anywhere", Log.Of(A) - Log.Of(B), Log.Of(A / B))
        .Unsafe("logarithm-of-power-anywhere", Log.Of(Power.Of(A, B)), B * Log.Of(A))
        .Rules;
}
