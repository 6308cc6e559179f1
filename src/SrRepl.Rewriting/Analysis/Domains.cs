using System.Collections.Frozen;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>
/// Where the operators have a value, in real arithmetic: one row for every operator of the table. Poles that no double
/// meets count all the same (tan). An operator of another floor counts as partial until it is known better.
/// </summary>
internal static class Domains
{
    private delegate bool Proof(ReadOnlySpan<Facts> arguments);

    private static readonly Proof Everywhere = _ => true;
    private static readonly Proof Nowhere = _ => false;
    private static readonly Proof Positive = a => a[0].Positive;
    private static readonly Proof NotNegative = a => a[0].Range.Low >= 0;
    private static readonly Proof NotZero = a => a[0].NonZero;
    private static readonly Proof DivisorNotZero = a => a[1].NonZero;
    private static readonly Proof WithinUnit = a => Interval.Unit.Contains(a[0].Range);
    private static readonly Proof InsideUnit = a => a[0].Range is { Low: > -1, High: < 1 };

    private static readonly FrozenDictionary<Operator, Proof> Rows = new (Proof Proof, Operator[] Operators)[]
    {
        (Everywhere,
        [
            Add, Subtract, Multiply, Negate, Square, Cube, Abs, Sign, Min, Max, CopySign, Cbrt, Exp, Log1pAbs, SqrtAbs,
            Sin, Cos, Atan, Atan2, Sinh, Cosh, Tanh, Asinh, AcoshAbs, Gauss, Erf, Erfc, Relu, Round, Floor, Ceil,
            Greater, GreaterEqual, Less, LessEqual, Equal, NotEqual, And, Or, Cond, IfElse,
        ]),
        (Positive, [Log, Log2, Log10, Gamma, Digamma]),
        (NotNegative, [Sqrt]),
        (NotZero, [Inverse, LogAbs, Log2Abs, Log10Abs]),
        (DivisorNotZero, [Divide, Mod]),
        (WithinUnit, [Asin, Acos]),
        (InsideUnit, [Atanh]),
        (a => a[0].Range.Low > -1, [Log1p]),
        (a => a[0].Range.Low >= 1, [Acosh]),
        (a => HasPower(a[0], a[1]), [Power]),
        (a => a[0].NonZero || a[1].Range.Low >= 0, [PowAbs]),
        (Nowhere, [Tan, Cot, AtanhClip]),
    }.SelectMany(row => row.Operators.Select(op => (op, row.Proof))).ToFrozenDictionary(row => row.op, row => row.Proof);

    // Zero only where the argument is, the first one for powers.
    private static readonly FrozenSet<Operator> KeepsNonZero =
        new Operator[] { Negate, Square, Cube, Abs, Sign, Sqrt, Cbrt, SqrtAbs, Power, PowAbs, Sinh, Tanh, Atan, Asinh, Asin, Atanh, Erf, Log1pAbs }.ToFrozenSet();

    private static readonly FrozenSet<Operator> NeverZeroAnywhere =
        new Operator[] { Exp, Gauss, Erfc, Inverse, Cosh, Gamma }.ToFrozenSet();

    private static readonly FrozenSet<Operator> AlwaysWhole =
        new Operator[] { Sign, Round, Floor, Ceil, Greater, GreaterEqual, Less, LessEqual, Equal, NotEqual, And, Or }.ToFrozenSet();

    private static readonly FrozenSet<Operator> KeepsWhole =
        new Operator[] { Add, Subtract, Multiply, Negate, Square, Cube, Abs, Min, Max, Relu }.ToFrozenSet();

    /// <summary>Whether a row stands here for the operator.</summary>
    public static bool Knows(Operator op) => Rows.ContainsKey(op);

    /// <summary>Whether the operator is proven to have a value at every such argument.</summary>
    public static bool Holds(Operator op, ReadOnlySpan<Facts> arguments) => Rows.TryGetValue(op, out var proof) && proof(arguments);

    /// <summary>Whether the operator is proven never to give 0, beyond what its range says.</summary>
    public static bool NeverZero(Operator op, ReadOnlySpan<Facts> a) =>
        NeverZeroAnywhere.Contains(op)
        || (KeepsNonZero.Contains(op) && a[0].NonZero)
        || (op == Multiply && a[0].NonZero && a[1].NonZero)
        || (op == Divide && a[0].NonZero)
        || (op == Add && ((a[0].Positive && a[1].Range.Low >= 0) || (a[1].Positive && a[0].Range.Low >= 0)
            || (a[0].Negative && a[1].Range.High <= 0) || (a[1].Negative && a[0].Range.High <= 0)))
        || (op == Subtract && ((a[0].Positive && a[1].Range.High <= 0) || (a[0].Range.Low >= 0 && a[1].Negative)
            || (a[0].Negative && a[1].Range.Low >= 0) || (a[0].Range.High <= 0 && a[1].Positive)));

    /// <summary>Whether the operator is proven to give whole numbers.</summary>
    public static bool IsWhole(Operator op, bool argumentsWhole, ReadOnlySpan<Facts> a) =>
        AlwaysWhole.Contains(op)
        || (argumentsWhole && (KeepsWhole.Contains(op) || (op == Power && a[1].Range.Low >= 0)));

    private static bool HasPower(Facts x, Facts exponent) =>
        x.Positive || (x.Range.Low >= 0 && exponent.Range.Low >= 0) || (exponent.Whole && (exponent.Range.Low >= 0 || x.NonZero));
}
