using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The functions of the vendor's hls_math.h that a formula can reach, with the operator each one computes.</summary>
public static class MathFunctions
{
    private static readonly FrozenDictionary<string, BuiltInOperator> ByName = new Dictionary<string, BuiltInOperator>
    {
        ["sin"] = Operators.Sin,
        ["cos"] = Operators.Cos,
        ["tan"] = Operators.Tan,
        ["asin"] = Operators.Asin,
        ["acos"] = Operators.Acos,
        ["atan"] = Operators.Atan,
        ["atan2"] = Operators.Atan2,
        ["sinh"] = Operators.Sinh,
        ["cosh"] = Operators.Cosh,
        ["tanh"] = Operators.Tanh,
        ["asinh"] = Operators.Asinh,
        ["acosh"] = Operators.Acosh,
        ["atanh"] = Operators.Atanh,
        ["exp"] = Operators.Exp,
        ["log"] = Operators.Log,
        ["log2"] = Operators.Log2,
        ["log10"] = Operators.Log10,
        ["erf"] = Operators.Erf,
        ["erfc"] = Operators.Erfc,
        ["tgamma"] = Operators.Gamma,
        ["sqrt"] = Operators.Sqrt,
        ["cbrt"] = Operators.Cbrt,
        ["pow"] = Operators.Power,
        // Of magnitudes only: of those the remainder of C and that of the operator table are one.
        ["fmod"] = Operators.Mod,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<BuiltInOperator, string> ByOperator =
        ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The vendor's name of an operator, or null where its library has no such function.</summary>
    public static string? NameOf(BuiltInOperator op) => ByOperator.GetValueOrDefault(op);

    /// <summary>The operator a function of the library computes.</summary>
    public static BuiltInOperator OperatorOf(string function) => ByName[function];

    /// <summary>The function in double precision; 0 where it has no value, since fixed point has no NaN.</summary>
    public static double Value(string function, ReadOnlySpan<double> arguments)
    {
        var value = ByName[function].Evaluate(arguments);
        return double.IsFinite(value) ? value : 0;
    }
}
