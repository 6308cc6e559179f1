using System.Collections.Frozen;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// Functions defined bit by bit, as compositions of a Kernel's plain operations: what the emulator computes, the cost
/// model counts and the exported C++ spells out. Every result is within one unit in the last place of the rounded exact
/// result; results too large for the type saturate, and so do logarithms of 0 and below.
/// </summary>
internal static class OwnFunctions
{
    private delegate int? Rule(FunctionRequest request);

    private static readonly FrozenDictionary<BuiltInOperator, Rule> Rules = new Dictionary<BuiltInOperator, Rule>
    {
        [Operators.Sin] = Trigonometry.Sine,
        [Operators.Cos] = Trigonometry.Cosine,
        [Operators.Tan] = Tangent.Build,
        [Operators.Asin] = InverseTrigonometry.Arcsine,
        [Operators.Acos] = InverseTrigonometry.Arccosine,
        [Operators.Atan] = Odd(new("atan", Math.Atan, 0)),
        [Operators.Atan2] = InverseTrigonometry.Arctangent2,
        [Operators.Sinh] = Hyperbolic.Sine,
        [Operators.Cosh] = Hyperbolic.Cosine,
        [Operators.Tanh] = Odd(new("tanh", Math.Tanh, 0)),
        [Operators.Asinh] = Odd(new("asinh", Math.Asinh, 0)),
        [Operators.Acosh] = Hyperbolic.AreaCosine,
        [Operators.Atanh] = Hyperbolic.AreaTangent,
        [Operators.Exp] = Exponential.Build,
        [Operators.Log] = Logarithm.Natural.Build,
        [Operators.Log2] = Logarithm.Base2.Build,
        [Operators.Log10] = Logarithm.Base10.Build,
        [Operators.Sqrt] = SquareRoot.Build,
        [Operators.Cbrt] = Odd(new("cbrt", Math.Cbrt, 0)),
        [Operators.Power] = Powers.Build,
        [Operators.Erf] = Odd(ErrorFunction),
        [Operators.Erfc] = request => Symmetric.Complement(request, ErrorFunction),
        [Operators.Gamma] = GammaAboveZero,
    }.ToFrozenDictionary();

    private static HalfLine ErrorFunction => new("erf", x => Operators.Erf.Evaluate([x]), 0);

    /// <summary>Builds a function, or gives null where there is no own form of it for these types.</summary>
    public static int? Build(BuiltInOperator op, FunctionRequest request) =>
        Rules.TryGetValue(op, out var rule) ? rule(request) : null;

    private static Rule Odd(HalfLine half) => request => Symmetric.Odd(request, half);

    // Below 0 there is a pole at every whole number.
    private static int? GammaAboveZero(FunctionRequest request) =>
        request.Range.Low >= 0 && new HalfLine("gamma", x => Operators.Gamma.Evaluate([x]), double.PositiveInfinity).Build(request, Mantissa.WithoutSign(request)) is { } value
            ? request.Finish(value)
            : null;
}
