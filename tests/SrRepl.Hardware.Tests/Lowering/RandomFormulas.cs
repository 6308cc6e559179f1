using FsCheck.Fluent;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>Random formulas, types and data for the laws of Kernels.</summary>
public static class RandomFormulas
{
    private static readonly Operator[] Unary =
    [
        Operators.Negate, Operators.Square, Operators.Abs, Operators.Sign, Operators.Floor, Operators.Ceil, Operators.Round,
        Operators.Relu, Operators.Sin, Operators.Exp, Operators.Sqrt, Operators.Tanh,
        new TableOperator("cos_lut", Operators.Cos, -8, 8, 64),
        new TableOperator("fine", Operators.Sin, -3, 3, 50) { Interpolate = true },
        new TableOperator("half", Operators.Tanh, 0, 4, 32) { Sampling = Sampling.Midpoint, Symmetry = Symmetry.Odd },
    ];

    private static readonly Operator[] Binary =
    [
        Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Min, Operators.Max, Operators.Greater,
        Operators.LessEqual, Operators.Equal, Operators.And, Operators.Or, Operators.CopySign, Operators.Cond,
    ];

    public static readonly Gen<FixedType> Types =
        from width in Gen.Choose(8, 20)
        from integer in Gen.Choose(4, 7)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from overflow in Gen.Elements(Enum.GetValues<Overflow>())
        select new FixedType(width, integer, true, rounding, overflow);

    public static Gen<Expr> Formulas(int size) => size <= 1
        ? Gen.OneOf(
            Gen.Elements<Expr>(new Variable("x"), new Variable("y")),
            Gen.Choose(-400, 400).Select(n => (Expr)new Constant(n / 64.0)))
        : Gen.OneOf(
            from op in Gen.Elements(Unary)
            from a in Formulas(size - 1)
            select op.Of(a),
            from op in Gen.Elements(Binary)
            from a in Formulas(size / 2)
            from b in Formulas(size / 2)
            select op.Of(a, b));

    public static readonly Dataset Data = new(
    [
        new Column("x", [.. Enumerable.Range(0, 150).Select(i => Math.Sin(i * 1.7) * 9)]),
        new Column("y", [.. Enumerable.Range(0, 150).Select(i => Math.Cos(i * 2.3) * i / 20)]),
    ]);

    /// <summary>The Kernel, or null where a result is wider than can be built.</summary>
    public static Kernel? Kernel(Expr formula, FixedType type)
    {
        try
        {
            return Lowering.Lower([formula], type, new OneTypePrecision(type), MathLibrary.Own);
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Number is 4005 or 4012)
        {
            return null;
        }
    }
}
