using System.Collections.Immutable;
using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.Pattern;

namespace SrRepl.Rewriting;

/// <summary>Trigonometric and hyperbolic functions.</summary>
internal static class TrigonometryRules
{
    public static readonly ImmutableArray<Rule> Rules = new RuleTable(RuleGroup.Trigonometry)
        .Row("sine-cosine-squares", Power.Of(Sin.Of(A), 2) + Power.Of(Cos.Of(A), 2), 1, Defined(A))
        .Row("one-less-sine-square", 1 - Power.Of(Sin.Of(A), 2), Power.Of(Cos.Of(A), 2))
        .Row("one-less-cosine-square", 1 - Power.Of(Cos.Of(A), 2), Power.Of(Sin.Of(A), 2))
        .Row("sine-square-less-one", Power.Of(Sin.Of(A), 2) - 1, -Power.Of(Cos.Of(A), 2))
        .Row("cosine-square-less-one", Power.Of(Cos.Of(A), 2) - 1, -Power.Of(Sin.Of(A), 2))
        .Both("sine-times-cosine", Sin.Of(A) * Cos.Of(A), 0.5 * Sin.Of(2 * A))
        .Row("cosine-of-double", Power.Of(Cos.Of(A), 2) - Power.Of(Sin.Of(A), 2), Cos.Of(2 * A))
        .Row("cosine-square-of-double", 2 * Power.Of(Cos.Of(A), 2) - 1, Cos.Of(2 * A))
        .Row("sine-square-of-double", 1 - 2 * Power.Of(Sin.Of(A), 2), Cos.Of(2 * A))
        .Row("sine-of-sum", Sin.Of(A) * Cos.Of(B) + Cos.Of(A) * Sin.Of(B), Sin.Of(A + B))
        .Row("sine-of-difference", Sin.Of(A) * Cos.Of(B) - Cos.Of(A) * Sin.Of(B), Sin.Of(A - B))
        .Row("cosine-of-sum", Cos.Of(A) * Cos.Of(B) - Sin.Of(A) * Sin.Of(B), Cos.Of(A + B))
        .Row("cosine-of-difference", Cos.Of(A) * Cos.Of(B) + Sin.Of(A) * Sin.Of(B), Cos.Of(A - B))
        .Both("tangent", Sin.Of(A) / Cos.Of(A), Tan.Of(A))
        .Row("tangent-times-cosine", Tan.Of(A) * Cos.Of(A), Sin.Of(A), NonZero(Cos.Of(A)))
        .Row("one-plus-tangent-square", 1 + Power.Of(Tan.Of(A), 2), 1 / Power.Of(Cos.Of(A), 2))
        .Row("sine-of-arc-sine", Sin.Of(Asin.Of(A)), A, NonNegative(1 - A), NonNegative(1 + A))
        .Row("cosine-of-arc-cosine", Cos.Of(Acos.Of(A)), A, NonNegative(1 - A), NonNegative(1 + A))
        .Row("cosine-of-arc-sine", Cos.Of(Asin.Of(A)), Sqrt.Of(1 - A * A))
        .Row("sine-of-arc-cosine", Sin.Of(Acos.Of(A)), Sqrt.Of(1 - A * A))
        .Row("tangent-of-arc-tangent", Tan.Of(Atan.Of(A)), A)
        .Row("hyperbolic-squares", Power.Of(Cosh.Of(A), 2) - Power.Of(Sinh.Of(A), 2), 1, Defined(A))
        .Both("hyperbolic-tangent", Sinh.Of(A) / Cosh.Of(A), Tanh.Of(A))
        .Row("hyperbolic-sine-times-cosine", Sinh.Of(A) * Cosh.Of(A), 0.5 * Sinh.Of(2 * A))
        .Both("hyperbolic-sine", Exp.Of(A) - Exp.Of(-A), 2 * Sinh.Of(A))
        .Both("hyperbolic-cosine", Exp.Of(A) + Exp.Of(-A), 2 * Cosh.Of(A))
        .Row("hyperbolic-cosine-of-double", Power.Of(Cosh.Of(A), 2) + Power.Of(Sinh.Of(A), 2), Cosh.Of(2 * A))
        .Row("one-less-hyperbolic-tangent-square", 1 - Power.Of(Tanh.Of(A), 2), 1 / Power.Of(Cosh.Of(A), 2))
        .Row("exponentials-to-tangent", (Exp.Of(A) - 1) / (Exp.Of(A) + 1), Tanh.Of(0.5 * A))
        .Row("exponential-above-to-tangent", 1 - 2 / (Exp.Of(A) + 1), Tanh.Of(0.5 * A))
        .Row("exponential-below-to-tangent", 2 / (Exp.Of(A) + 1) - 1, -Tanh.Of(0.5 * A))
        .Row("hyperbolic-sum", Cosh.Of(A) + Sinh.Of(A), Exp.Of(A))
        .Row("hyperbolic-difference", Cosh.Of(A) - Sinh.Of(A), Exp.Of(-A))
        .Row("sinh-of-asinh", Sinh.Of(Asinh.Of(A)), A)
        .Row("asinh-of-sinh", Asinh.Of(Sinh.Of(A)), A)
        .Row("cosh-of-acosh", Cosh.Of(Acosh.Of(A)), A, NonNegative(A - 1))
        .Row("atanh-of-tanh", Atanh.Of(Tanh.Of(A)), A)
        .Row("error-complement", 1 - Erf.Of(A), Erfc.Of(A))
        .Row("error-sum", Erf.Of(A) + Erfc.Of(A), 1, Defined(A))
        .Row("error-complement-back", 1 - Erfc.Of(A), Erf.Of(A))
        .Rounded("arc-sine-plus-arc-cosine", Asin.Of(A) + Acos.Of(A), Math.PI / 2, NonNegative(1 - A), NonNegative(1 + A), Defined(A))
        .UnsafeRounded("arc-sine-plus-arc-cosine-anywhere", Asin.Of(A) + Acos.Of(A), Math.PI / 2)
        .Unsafe("sine-of-arc-sine-anywhere", Sin.Of(Asin.Of(A)), A)
        .Unsafe("cosine-of-arc-cosine-anywhere", Cos.Of(Acos.Of(A)), A)
        .Unsafe("tangent-times-cosine-anywhere", Tan.Of(A) * Cos.Of(A), Sin.Of(A))
        .Unsafe("tanh-of-atanh-anywhere", Tanh.Of(Atanh.Of(A)), A)
        .Unsafe("hyperbolic-tangent-times-cosine-anywhere", Tanh.Of(A) * Cosh.Of(A), Sinh.Of(A))
        .Rules.AddRange(Shifts());

    // Half turns and quarter turns, as near as a double comes to them.
    private static ImmutableArray<Rule> Shifts()
    {
        var table = new RuleTable(RuleGroup.Trigonometry);
        foreach (var (name, turn, sine, cosine) in (ReadOnlySpan<(string, double, Expr, Expr)>)
            [
                ("full-turn", 2 * Math.PI, Sin.Of(A), Cos.Of(A)),
                ("half-turn", Math.PI, -Sin.Of(A), -Cos.Of(A)),
                ("quarter-turn", Math.PI / 2, Cos.Of(A), -Sin.Of(A)),
            ])
        {
            table.Rounded($"sine-of-{name}", Sin.Of(A + turn), sine).Rounded($"cosine-of-{name}", Cos.Of(A + turn), cosine);
            var turnsBack = turn < Math.PI;
            table.Rounded($"sine-of-{name}-less", Sin.Of(A - turn), turnsBack ? -sine : sine).Rounded($"cosine-of-{name}-less", Cos.Of(A - turn), turnsBack ? -cosine : cosine);
        }
        return table.Rounded("tangent-of-half-turn", Tan.Of(A + Math.PI), Tan.Of(A)).Rounded("tangent-of-half-turn-less", Tan.Of(A - Math.PI), Tan.Of(A)).Rules;
    }
}
