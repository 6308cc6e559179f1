using System.Collections.Immutable;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Pattern;

namespace SrRepl.Rewriting;

/// <summary>Powers and roots.</summary>
internal static class PowerRules
{
    public static readonly ImmutableArray<Rule> Rules = new RuleTable(RuleGroup.Powers)
        .Row("power-one", Power.Of(A, 1), A)
        .Row("power-zero", Power.Of(A, 0), 1, Defined(A))
        .Row("power-of-one", Power.Of(1, A), 1, Defined(A))
        .Row("power-minus-one", Power.Of(A, -1), 1 / A)
        .Row("power-two", Power.Of(A, 2), A * A)
        .Row("power-three", Power.Of(A, 3), A * (A * A))
        .Row("halve-power", Power.Of(A, N), Power.Of(A, 0.5 * N) * Power.Of(A, 0.5 * N), Even(N), Positive(N - 3))
        .Row("peel-power", Power.Of(A, N), A * Power.Of(A, N - 1), Odd(N), Positive(N - 4))
        .Both("square", Square.Of(A), Power.Of(A, 2))
        .Both("cube", Cube.Of(A), Power.Of(A, 3))
        .Row("product-of-power-and-base", Power.Of(A, N) * A, Power.Of(A, N + 1), Constant(N), Whole(N), NonNegative(N))
        .Row("product-of-powers", Power.Of(A, N) * Power.Of(A, M), Power.Of(A, N + M), Constant(N), Constant(M), Whole(N), Whole(M), NonNegative(N), NonNegative(M))
        .Row("product-of-real-powers", Power.Of(A, B) * Power.Of(A, C), Power.Of(A, B + C), Positive(A))
        .Row("power-and-positive-base", Power.Of(A, B) * A, Power.Of(A, B + 1), Positive(A))
        .Row("quotient-of-real-powers", Power.Of(A, B) / Power.Of(A, C), Power.Of(A, B - C), Positive(A))
        .Row("quotient-of-powers", Power.Of(A, N) / Power.Of(A, M), Power.Of(A, N - M), Constant(N), Constant(M), Whole(N), Whole(M), NonZero(A))
        .Row("power-over-base", Power.Of(A, N) / A, Power.Of(A, N - 1), Constant(N), Whole(N), NonZero(A))
        .Row("base-over-power", A / Power.Of(A, N), Power.Of(A, 1 - N), Constant(N), Whole(N), Positive(N - 1))
        .Row("power-of-power", Power.Of(Power.Of(A, N), M), Power.Of(A, N * M), Constant(N), Constant(M), Whole(N), Whole(M), NonNegative(N), NonNegative(M))
        .Row("real-power-of-power", Power.Of(Power.Of(A, B), C), Power.Of(A, B * C), Positive(A))
        .Both("power-of-product", Power.Of(A * B, N), Power.Of(A, N) * Power.Of(B, N), Constant(N), Whole(N))
        .Both("power-of-quotient", Power.Of(A / B, N), Power.Of(A, N) / Power.Of(B, N), Constant(N), Whole(N), NonNegative(N), NonZero(N))
        .Both("negative-power", Power.Of(A, -1 * N), 1 / Power.Of(A, N), Constant(N), NonNegative(N), NonZero(N))
        .Row("divide-by-power", A / Power.Of(B, N), A * Power.Of(B, -1 * N), Constant(N), NonNegative(N), NonZero(N))
        .Row("even-power-of-negative", Power.Of(-A, N), Power.Of(A, N), Even(N))
        .Row("odd-power-of-negative", Power.Of(-A, N), -Power.Of(A, N), Odd(N))
        .Row("even-power-of-difference", Power.Of(A - B, N), Power.Of(B - A, N), Even(N))
        .Both("square-root", Sqrt.Of(A), Power.Of(A, 0.5))
        .Row("root-of-square", Sqrt.Of(Power.Of(A, 2)), Abs.Of(A))
        .Row("square-of-root", Power.Of(Sqrt.Of(A), 2), A, NonNegative(A))
        .Row("root-times-root", Sqrt.Of(A) * Sqrt.Of(A), A, NonNegative(A))
        .Row("positive-over-root", A / Sqrt.Of(A), Sqrt.Of(A), Positive(A))
        .Both("root-of-product", Sqrt.Of(A * B), Sqrt.Of(A) * Sqrt.Of(B), Positive(A))
        .Both("root-of-quotient", Sqrt.Of(A / B), Sqrt.Of(A) / Sqrt.Of(B), Positive(B))
        .Row("cube-of-cube-root", Power.Of(Cbrt.Of(A), 3), A)
        .Row("cube-root-of-cube", Cbrt.Of(Power.Of(A, 3)), A)
        .Both("cube-root-of-product", Cbrt.Of(A * B), Cbrt.Of(A) * Cbrt.Of(B))
        .Row("gather-square-of-sum", A * A + 2 * (A * B) + B * B, Power.Of(A + B, 2))
        .Row("gather-square-of-difference", A * A - 2 * (A * B) + B * B, Power.Of(A - B, 2))
        .Unsafe("square-of-root-anywhere", Power.Of(Sqrt.Of(A), 2), A)
        .Unsafe("root-times-root-anywhere", Sqrt.Of(A) * Sqrt.Of(A), A)
        .Unsafe("power-of-power-anywhere", Power.Of(Power.Of(A, B), C), Power.Of(A, B * C), Whole(C))
        .Unsafe("power-zero-anywhere", Power.Of(A, 0), 1)
        .Rules;
}
