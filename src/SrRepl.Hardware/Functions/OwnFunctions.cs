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
        [Operators.Sin] = request => Trigonometry.Sine(request),
        [Operators.Cos] = request => Trigonometry.Cosine(request),
        [Operators.Exp] = request => Exponential.Build(request),
        [Operators.Log] = request => Logarithm.Build(request),
        [Operators.Sqrt] = request => SquareRoot.Build(request),
        [Operators.Tanh] = request => SmoothFunction.Odd("tanh", Math.Tanh, request),
        [Operators.Atan] = request => SmoothFunction.Odd("atan", Math.Atan, request),
        [Operators.Erf] = request => SmoothFunction.Odd("erf", x => Operators.Erf.Evaluate([x]), request),
        [Operators.Asinh] = request => SmoothFunction.Odd("asinh", Math.Asinh, request),
    }.ToFrozenDictionary();

    /// <summary>Builds a function, or gives null where there is no own form of it for these types.</summary>
    public static int? Build(BuiltInOperator op, FunctionRequest request) =>
        Rules.TryGetValue(op, out var rule) ? rule(request) : null;
}
