using System.Collections.Frozen;
using SrRepl.Core;
using static SrRepl.Core.Operators;
using static SrRepl.Rewriting.DoubleDoubleMath;

namespace SrRepl.Rewriting;

/// <summary>
/// The value of a formula to about 28 digits, in real arithmetic: what has a pole or leaves its domain anywhere inside
/// has no value at all, and comparisons see what doubles would round away.
/// </summary>
internal static class PreciseValue
{
    private delegate DoubleDouble Rule(ReadOnlySpan<DoubleDouble> arguments);

    private static readonly FrozenDictionary<Operator, Rule> Rows = new Dictionary<Operator, Rule>
    {
        [Add] = a => a[0] + a[1],
        [Subtract] = a => a[0] - a[1],
        [Multiply] = a => a[0] * a[1],
        [Divide] = a => a[0] / a[1],
        [Power] = a => Raised(a[0], a[1]),
        [Negate] = a => -a[0],
        [Square] = a => a[0] * a[0],
        [Cube] = a => a[0] * a[0] * a[0],
        [Inverse] = a => 1 / a[0],
        [Abs] = a => a[0].Abs(),
        [Sign] = a => Math.Sign(a[0].High),
        [Min] = a => a[0] < a[1] ? a[0] : a[1],
        [Max] = a => a[0] > a[1] ? a[0] : a[1],
        [Mod] = a => a[0] - a[1] * (a[0] / a[1]).Floor(),
        [CopySign] = a => a[0].Abs() * Math.CopySign(1, a[1].High),
        [Operators.Sqrt] = a => DoubleDoubleMath.Sqrt(a[0]),
        [Operators.Cbrt] = a => DoubleDoubleMath.Cbrt(a[0]),
        [Operators.Exp] = a => DoubleDoubleMath.Exp(a[0]),
        [Operators.Log] = a => DoubleDoubleMath.Log(a[0]),
        [Operators.Log2] = a => DoubleDoubleMath.Log(a[0]) / DoubleDouble.Log2,
        [Log10] = a => DoubleDoubleMath.Log(a[0]) / DoubleDoubleMath.Log(10),
        [Sin] = a => SinCos(a[0]).Sin,
        [Cos] = a => SinCos(a[0]).Cos,
        [Tan] = a => SinCos(a[0]) is var (sin, cos) ? sin / cos : default,
        [Asin] = a => Arc(a[0]),
        [Acos] = a => DoubleDouble.HalfPi - Arc(a[0]),
        [Operators.Atan] = a => DoubleDoubleMath.Atan(a[0]),
        [Atan2] = a => Angle(a[0], a[1]),
        [Operators.Sinh] = a => DoubleDoubleMath.Sinh(a[0]),
        [Operators.Cosh] = a => DoubleDoubleMath.Cosh(a[0]),
        [Tanh] = a => Math.Abs(a[0].High) > 300 ? Math.Sign(a[0].High) : DoubleDoubleMath.Sinh(a[0]) / DoubleDoubleMath.Cosh(a[0]),
        [Asinh] = a => Math.Sign(a[0].High) * DoubleDoubleMath.Log(a[0].Abs() + DoubleDoubleMath.Sqrt(a[0] * a[0] + 1)),
        [Acosh] = a => a[0] < 1 ? DoubleDouble.NaN : DoubleDoubleMath.Log(a[0] + DoubleDoubleMath.Sqrt(a[0] * a[0] - 1)),
        [Atanh] = a => DoubleDoubleMath.Log((1 + a[0]) / (1 - a[0])) / 2,
        [Operators.Erf] = a => DoubleDoubleMath.Erf(a[0]),
        [Erfc] = a => 1 - DoubleDoubleMath.Erf(a[0]),
        [Floor] = a => a[0].Floor(),
        [Ceil] = a => -(-a[0]).Floor(),
        [Round] = a => Rounded(a[0]),
        [Greater] = a => a[0] > a[1] ? 1 : 0,
        [GreaterEqual] = a => a[0] < a[1] ? 0 : 1,
        [Less] = a => a[0] < a[1] ? 1 : 0,
        [LessEqual] = a => a[0] > a[1] ? 0 : 1,
        [Equal] = a => a[0] == a[1] ? 1 : 0,
        [NotEqual] = a => a[0] == a[1] ? 0 : 1,
        [And] = a => a[0].High > 0 && a[1].High > 0 ? 1 : 0,
        [Or] = a => a[0].High > 0 || a[1].High > 0 ? 1 : 0,
        [Cond] = a => a[0].High > 0 ? a[1] : 0,
        [IfElse] = a => a[0].High > 0 ? a[1] : a[2],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<Operator> Periodic = new Operator[] { Sin, Cos, Tan }.ToFrozenSet();

    private static readonly FrozenSet<Operator> Graded =
        new Operator[] { Multiply, Divide, Power, Square, Cube, Inverse, Operators.Sinh, Operators.Cosh }.ToFrozenSet();

    /// <summary>Whether every operator of a formula has its row here, by itself or by its meaning.</summary>
    public static bool Covers(Expr formula)
    {
        var covered = true;
        formula.Visit(node => covered &= node is not Apply { Operator: var op } || Rows.ContainsKey(op)
            || (op is BuiltInOperator { Meaning: not null }) || (op is DefinedOperator defined && Covers(defined.Body)));
        return covered;
    }

    /// <summary>The value at a point, or null where there is none.</summary>
    /// <param name="formula">A formula that <see cref="Covers"/>.</param>
    /// <param name="point">A value for each variable.</param>
    /// <param name="magnitude">
    /// Raised to the largest magnitude met inside: what cancels can be wrong by its last digits. Infinite where a part is
    /// too large, too near 0 or too large an angle for the arithmetic: nothing is known of the point then.
    /// </param>
    public static DoubleDouble? Of(Expr formula, IReadOnlyDictionary<string, DoubleDouble> point, ref double magnitude)
    {
        switch (formula)
        {
            case Constant { Value: var value }:
                if (!double.IsFinite(value))
                    return null;
                magnitude = Math.Max(magnitude, Math.Abs(value));
                return DoubleDouble.OfDecimal(value);
            case Variable { Name: var name }:
                return point[name];
        }
        var apply = (Apply)formula;
        var arguments = new DoubleDouble[apply.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            if (Of(apply.Arguments[i], point, ref magnitude) is not { } argument)
                return null;
            arguments[i] = argument;
        }
        if (!Rows.TryGetValue(apply.Operator, out var row))
            return apply.Operator is DefinedOperator defined
                ? Of(defined.Body, defined.Parameters.Select((name, i) => (name, arguments[i])).ToDictionary(pair => pair.name, pair => pair.Item2), ref magnitude)
                : OfMeaning((BuiltInOperator)apply.Operator, arguments, ref magnitude);
        var result = row(arguments);
        if (IsOutOfReach(apply.Operator, arguments, result))
            magnitude = double.PositiveInfinity;
        if (!result.IsFinite)
            return null;
        magnitude = Math.Max(magnitude, Math.Abs(result.High));
        return result;
    }

    // Arguments other than 0 give no 0 and no pole here, so one of them is the end of the arithmetic's range.
    private static bool IsOutOfReach(Operator op, DoubleDouble[] arguments, DoubleDouble result) =>
        Periodic.Contains(op) ? Math.Abs(arguments[0].High) >= LargestAngle
        : op == Operators.Exp ? result.High == 0 || double.IsInfinity(result.High)
        : Graded.Contains(op) && (result.High == 0 || double.IsInfinity(result.High)) && Array.TrueForAll(arguments, argument => argument.High != 0);

    private static DoubleDouble? OfMeaning(BuiltInOperator op, DoubleDouble[] arguments, ref double magnitude)
    {
        var names = arguments.Select((_, i) => $"#{i}").ToArray();
        var point = names.Zip(arguments).ToDictionary(pair => pair.First, pair => pair.Second);
        return Of(op.Meaning!([.. names.Select(name => (Expr)new Variable(name))]), point, ref magnitude);
    }

    private static DoubleDouble Raised(DoubleDouble x, DoubleDouble exponent)
    {
        if (exponent.Low == 0 && Math.Floor(exponent.High) == exponent.High && Math.Abs(exponent.High) <= 1024)
        {
            DoubleDouble power = 1;
            for (var i = 0; i < Math.Abs(exponent.High); i++)
                power *= x;
            return exponent.High < 0 ? 1 / power : power;
        }
        return x.High == 0 ? (exponent.High > 0 ? 0 : DoubleDouble.NaN) : DoubleDoubleMath.Exp(exponent * DoubleDoubleMath.Log(x));
    }

    private static DoubleDouble Arc(DoubleDouble x) =>
        x.Abs() > 1 ? DoubleDouble.NaN
        : x.Abs() == 1 ? Math.Sign(x.High) * DoubleDouble.HalfPi
        : DoubleDoubleMath.Atan(x / DoubleDoubleMath.Sqrt((1 - x) * (1 + x)));

    private static DoubleDouble Angle(DoubleDouble y, DoubleDouble x) =>
        x.High > 0 ? DoubleDoubleMath.Atan(y / x)
        : x.High < 0 ? DoubleDoubleMath.Atan(y / x) + (y.High < 0 ? -DoubleDouble.Pi : DoubleDouble.Pi)
        : Math.Sign(y.High) * DoubleDouble.HalfPi;

    private static DoubleDouble Rounded(DoubleDouble x)
    {
        var down = x.Floor();
        var rest = x - down;
        return rest > 0.5 || (rest == 0.5 && down.High % 2 != 0) ? down + 1 : down;
    }
}
