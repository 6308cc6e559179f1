using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>The value of an operator at constants: exact for rational arithmetic, the nearest double for the rest.</summary>
internal static class Folding
{
    private const int LargestPower = 64;

    /// <summary>The value, or null where there is none that is finite, or where an annotation would be lost.</summary>
    public static Number? Fold(Operator op, ReadOnlySpan<Number> a)
    {
        if (op is Annotation)
            return null;
        if (Exact(op, a) is { } exact && double.IsFinite(exact.Value))
            return exact;
        Span<double> values = stackalloc double[a.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = a[i].Value;
        var value = op == Sin || op == Cos || op == Tan ? OnTheCircle(op, values[0]) : op.Evaluate(values);
        return double.IsFinite(value) ? Number.Of(value) : null;
    }

    // At multiples of pi/12 that a double can only come near to, the value of the multiple: 0 for sin(pi).
    private static double OnTheCircle(Operator op, double angle)
    {
        var value = op.Evaluate([angle]);
        var twelfths = angle / (Math.PI / 12);
        var slack = 4e-16 * Math.Abs(twelfths);
        if (Math.Abs(twelfths) is < 0.5 or > 1e6 || Math.Abs(twelfths - Math.Round(twelfths)) > slack)
            return value;
        if (op == Tan && Math.Round(twelfths) % 12 is 6 or -6)
            return double.NaN;
        foreach (var exact in (ReadOnlySpan<double>)[0, 0.5, 1])
            if (Math.Abs(Math.Abs(value) - exact) <= slack)
                return Math.CopySign(exact, exact == 0 ? 1 : value);
        return value;
    }

    private static Number? Exact(Operator op, ReadOnlySpan<Number> a) =>
        op == Add ? a[0] + a[1]
        : op == Subtract ? a[0] - a[1]
        : op == Multiply ? a[0] * a[1]
        : op == Divide && !a[1].IsZero ? a[0] / a[1]
        : op == Negate ? -a[0]
        : op == Square ? a[0] * a[0]
        : op == Cube ? a[0] * a[0] * a[0]
        : op == Inverse && !a[0].IsZero ? Number.One / a[0]
        : op == Abs ? a[0].Abs()
        : op == Power && a[1].IsWhole && Math.Abs(a[1].Value) <= LargestPower && (!a[0].IsZero || !a[1].IsNegative) ? a[0].Power((int)a[1].Value)
        : null;
}
