using System.Globalization;
using System.Numerics;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Our own functions in fixed point beside the exact ones: at every argument of a type, or at some.</summary>
/// <param name="Function">The operator's name.</param>
/// <param name="Type">The type of arguments and results.</param>
/// <param name="Checked">Arguments tried.</param>
/// <param name="Worst">The farthest a result is from the rounded exact one, in units of the last place.</param>
/// <param name="Where">The arguments of that result.</param>
public sealed record FunctionAccuracy(string Function, FixedType Type, int Checked, BigInteger Worst, string Where)
{
    /// <summary>The functions that have a form of their own.</summary>
    public static readonly string[] Functions =
    [
        "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "log", "log2", "log10",
        "sqrt", "cbrt", "erf", "erfc", "pow", "gamma",
    ];

    /// <summary>Exponents that a power is tried with when its exponent is known.</summary>
    public static readonly double[] Exponents = [1.5, -0.5, 0.3125, 2.75, -3.25];

    /// <summary>Tries a function at all arguments, or at <paramref name="most"/> spread ones; null where it has no form of its own in the type.</summary>
    public static FunctionAccuracy? Of(string function, FixedType type, int most, double? exponent = null)
    {
        var op = Operators.Find(function)!;
        var binary = op.Arity == 2 && exponent is null;
        Expr formula = exponent is { } known ? op.Of(new Variable("x"), known) : binary ? op.Of(new Variable("x"), new Variable("y")) : op.Of(new Variable("x"));
        var kernel = Lowering.Lower([formula], type, new OneTypePrecision(type), MathLibrary.Own);
        if (!kernel.IsBitExact)
            return null;
        var power = exponent is { } real ? FixedValue.From(real, type).Double : 0;
        var x = Arguments(type, most);
        var y = Arguments(type, most);
        new Xoshiro256(1).Shuffle(y.AsSpan());
        var data = new Dataset(binary ? [new Column("x", x), new Column("y", y)] : [new Column("x", x)]);
        var results = Emulator.Run(kernel, data).Columns[0];
        var nearest = type with { Rounding = Rounding.Rnd, Overflow = Overflow.Sat };
        var (worst, where) = (BigInteger.Zero, "");
        for (var i = 0; i < x.Length; i++)
        {
            double[] at = exponent is not null ? [x[i], power] : binary ? [x[i], y[i]] : [x[i]];
            var wanted = FixedCast.Cast(Math.Clamp(Exact(function, op, at), -1e30, 1e30), nearest);
            var off = BigInteger.Abs(FixedCast.Cast(results[i], type) - wanted);
            if (off > worst)
                (worst, where) = (off, string.Create(CultureInfo.InvariantCulture, $"{function}({string.Join(", ", at)}) = {results[i]}, not {wanted}/2^{type.Fraction}"));
        }
        return new(function, type, x.Length, worst, where);
    }

    /// <summary>Every raw value of a type, or so many of them, evenly spread with an odd stride.</summary>
    public static double[] Arguments(FixedType type, int most)
    {
        var all = type.Width < 31 ? 1 << type.Width : int.MaxValue;
        var count = Math.Min(most, all);
        var stride = Math.Max(1, (1L << type.Width) / count) | 1;
        // The type's own overflow may take its lowest value away.
        return [.. Enumerable.Range(0, count).Select(i => FixedValue.From(new FixedValue((long)type.MinRaw + i * stride % (1L << type.Width), type).Double, type).Double)];
    }

    // What a function gives where it has no value: the nearest it has, or 0.
    private static double Exact(string function, BuiltInOperator op, double[] at) => function switch
    {
        "log" or "log2" or "log10" when at[0] <= 0 => double.NegativeInfinity,
        "asin" or "acos" => op.Evaluate([Math.Clamp(at[0], -1, 1)]),
        "acosh" => op.Evaluate([Math.Max(1, at[0])]),
        "atanh" when Math.Abs(at[0]) >= 1 => at[0] * double.PositiveInfinity,
        "gamma" when at[0] == 0 => double.PositiveInfinity,
        _ => op.Evaluate(at) is var value && double.IsNaN(value) ? 0 : value,
    };
}
