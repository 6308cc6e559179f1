using System.Collections.Frozen;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>The operators of one argument that a sign passes through, and those that it does not reach.</summary>
internal static class Parity
{
    /// <summary>f(-x) = -f(x)</summary>
    public static readonly FrozenSet<Operator> Odd =
        new Operator[] { Sin, Tan, Asin, Atan, Sinh, Tanh, Asinh, Atanh, Cbrt, Erf, Sign, Cube, Inverse, Cot, Round }.ToFrozenSet();

    /// <summary>f(-x) = f(x)</summary>
    public static readonly FrozenSet<Operator> Even =
        new Operator[] { Cos, Cosh, Abs, Square, Gauss, LogAbs, Log2Abs, Log10Abs, Log1pAbs, SqrtAbs, AcoshAbs }.ToFrozenSet();
}
