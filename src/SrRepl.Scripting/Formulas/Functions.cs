using SrRepl.Core;

namespace SrRepl.Scripting;

/// <summary>
/// The operator table as functions of C# scripts: <c>0.34 * x - Gauss(y - 0.9)</c> is a formula of x and y. Written from
/// the table by the test that holds the two equal.
/// </summary>
public static class Functions
{
    /// <summary>A named input, usually a column of a dataset.</summary>
    public static Expr Var(string name) => new Variable(name);

    /// <summary>sum</summary>
    public static Expr Add(Expr x, Expr y) => Operators.Add.Of(x, y);

    /// <summary>difference</summary>
    public static Expr Subtract(Expr x, Expr y) => Operators.Subtract.Of(x, y);

    /// <summary>product</summary>
    public static Expr Multiply(Expr x, Expr y) => Operators.Multiply.Of(x, y);

    /// <summary>quotient</summary>
    public static Expr Divide(Expr x, Expr y) => Operators.Divide.Of(x, y);

    /// <summary>power, not a number for a negative base and a fractional exponent</summary>
    public static Expr Power(Expr x, Expr y) => Operators.Power.Of(x, y);

    /// <summary>sign change</summary>
    public static Expr Negate(Expr x) => Operators.Negate.Of(x);

    /// <summary>second power</summary>
    public static Expr Square(Expr x) => Operators.Square.Of(x);

    /// <summary>third power</summary>
    public static Expr Cube(Expr x) => Operators.Cube.Of(x);

    /// <summary>reciprocal</summary>
    public static Expr Inverse(Expr x) => Operators.Inverse.Of(x);

    /// <summary>absolute value</summary>
    public static Expr Abs(Expr x) => Operators.Abs.Of(x);

    /// <summary>-1, 0 or 1</summary>
    public static Expr Sign(Expr x) => Operators.Sign.Of(x);

    /// <summary>smaller of two</summary>
    public static Expr Min(Expr x, Expr y) => Operators.Min.Of(x, y);

    /// <summary>larger of two</summary>
    public static Expr Max(Expr x, Expr y) => Operators.Max.Of(x, y);

    /// <summary>remainder with the divisor's sign</summary>
    public static Expr Mod(Expr x, Expr y) => Operators.Mod.Of(x, y);

    /// <summary>magnitude of the first with the sign of the second</summary>
    public static Expr CopySign(Expr x, Expr y) => Operators.CopySign.Of(x, y);

    /// <summary>square root</summary>
    public static Expr Sqrt(Expr x) => Operators.Sqrt.Of(x);

    /// <summary>cube root</summary>
    public static Expr Cbrt(Expr x) => Operators.Cbrt.Of(x);

    /// <summary>e to the power x</summary>
    public static Expr Exp(Expr x) => Operators.Exp.Of(x);

    /// <summary>natural logarithm</summary>
    public static Expr Log(Expr x) => Operators.Log.Of(x);

    /// <summary>logarithm to base 2</summary>
    public static Expr Log2(Expr x) => Operators.Log2.Of(x);

    /// <summary>logarithm to base 10</summary>
    public static Expr Log10(Expr x) => Operators.Log10.Of(x);

    /// <summary>natural logarithm of 1 + x</summary>
    public static Expr Log1p(Expr x) => Operators.Log1p.Of(x);

    /// <summary>natural logarithm of |x|</summary>
    public static Expr LogAbs(Expr x) => Operators.LogAbs.Of(x);

    /// <summary>logarithm to base 2 of |x|</summary>
    public static Expr Log2Abs(Expr x) => Operators.Log2Abs.Of(x);

    /// <summary>logarithm to base 10 of |x|</summary>
    public static Expr Log10Abs(Expr x) => Operators.Log10Abs.Of(x);

    /// <summary>natural logarithm of 1 + |x|</summary>
    public static Expr Log1pAbs(Expr x) => Operators.Log1pAbs.Of(x);

    /// <summary>square root of |x|</summary>
    public static Expr SqrtAbs(Expr x) => Operators.SqrtAbs.Of(x);

    /// <summary>|x| to the power y</summary>
    public static Expr PowAbs(Expr x, Expr y) => Operators.PowAbs.Of(x, y);

    /// <summary>sine</summary>
    public static Expr Sin(Expr x) => Operators.Sin.Of(x);

    /// <summary>cosine</summary>
    public static Expr Cos(Expr x) => Operators.Cos.Of(x);

    /// <summary>tangent</summary>
    public static Expr Tan(Expr x) => Operators.Tan.Of(x);

    /// <summary>cotangent</summary>
    public static Expr Cot(Expr x) => Operators.Cot.Of(x);

    /// <summary>arc sine</summary>
    public static Expr Asin(Expr x) => Operators.Asin.Of(x);

    /// <summary>arc cosine</summary>
    public static Expr Acos(Expr x) => Operators.Acos.Of(x);

    /// <summary>arc tangent</summary>
    public static Expr Atan(Expr x) => Operators.Atan.Of(x);

    /// <summary>angle of the point (y, x), the ordinate first</summary>
    public static Expr Atan2(Expr x, Expr y) => Operators.Atan2.Of(x, y);

    /// <summary>hyperbolic sine</summary>
    public static Expr Sinh(Expr x) => Operators.Sinh.Of(x);

    /// <summary>hyperbolic cosine</summary>
    public static Expr Cosh(Expr x) => Operators.Cosh.Of(x);

    /// <summary>hyperbolic tangent</summary>
    public static Expr Tanh(Expr x) => Operators.Tanh.Of(x);

    /// <summary>inverse hyperbolic sine</summary>
    public static Expr Asinh(Expr x) => Operators.Asinh.Of(x);

    /// <summary>inverse hyperbolic cosine</summary>
    public static Expr Acosh(Expr x) => Operators.Acosh.Of(x);

    /// <summary>inverse hyperbolic cosine of 1 + |x|</summary>
    public static Expr AcoshAbs(Expr x) => Operators.AcoshAbs.Of(x);

    /// <summary>inverse hyperbolic tangent</summary>
    public static Expr Atanh(Expr x) => Operators.Atanh.Of(x);

    /// <summary>inverse hyperbolic tangent of x folded into -1 to 1</summary>
    public static Expr AtanhClip(Expr x) => Operators.AtanhClip.Of(x);

    /// <summary>exp(-x*x)</summary>
    public static Expr Gauss(Expr x) => Operators.Gauss.Of(x);

    /// <summary>error function</summary>
    public static Expr Erf(Expr x) => Operators.Erf.Of(x);

    /// <summary>complementary error function</summary>
    public static Expr Erfc(Expr x) => Operators.Erfc.Of(x);

    /// <summary>gamma function</summary>
    public static Expr Gamma(Expr x) => Operators.Gamma.Of(x);

    /// <summary>logarithmic derivative of the gamma function</summary>
    public static Expr Digamma(Expr x) => Operators.Digamma.Of(x);

    /// <summary>x where positive, else 0</summary>
    public static Expr Relu(Expr x) => Operators.Relu.Of(x);

    /// <summary>nearest whole number, halves to even</summary>
    public static Expr Round(Expr x) => Operators.Round.Of(x);

    /// <summary>whole number at or below</summary>
    public static Expr Floor(Expr x) => Operators.Floor.Of(x);

    /// <summary>whole number at or above</summary>
    public static Expr Ceil(Expr x) => Operators.Ceil.Of(x);

    /// <summary>1 where x exceeds y</summary>
    public static Expr Greater(Expr x, Expr y) => Operators.Greater.Of(x, y);

    /// <summary>1 where x is at least y</summary>
    public static Expr GreaterEqual(Expr x, Expr y) => Operators.GreaterEqual.Of(x, y);

    /// <summary>1 where x is below y</summary>
    public static Expr Less(Expr x, Expr y) => Operators.Less.Of(x, y);

    /// <summary>1 where x is at most y</summary>
    public static Expr LessEqual(Expr x, Expr y) => Operators.LessEqual.Of(x, y);

    /// <summary>1 where the two are equal</summary>
    public static Expr Equal(Expr x, Expr y) => Operators.Equal.Of(x, y);

    /// <summary>1 where the two differ</summary>
    public static Expr NotEqual(Expr x, Expr y) => Operators.NotEqual.Of(x, y);

    /// <summary>1 where both are above 0</summary>
    public static Expr And(Expr x, Expr y) => Operators.And.Of(x, y);

    /// <summary>1 where either is above 0</summary>
    public static Expr Or(Expr x, Expr y) => Operators.Or.Of(x, y);

    /// <summary>y where x is above 0, else 0</summary>
    public static Expr Cond(Expr x, Expr y) => Operators.Cond.Of(x, y);

    /// <summary>y where x is above 0, else z</summary>
    public static Expr IfElse(Expr x, Expr y, Expr z) => Operators.IfElse.Of(x, y, z);
}
