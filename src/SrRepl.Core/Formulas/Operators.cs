using System.Collections.Frozen;
using System.Collections.Immutable;
using MathNet.Numerics;

namespace SrRepl.Core;

/// <summary>
/// The one operator table. A row says all that Core knows of an operator: name, other names, how it prints, value,
/// derivative, range. Every other floor that must know more of an operator has one row for it in its own table, and
/// a test fails where a row is missing. Names and meanings are PySR's where PySR has the operator.
/// </summary>
public static class Operators
{
    private static readonly Interval NonNegative = new(0, double.PositiveInfinity);
    private static readonly Interval Truth = new(0, 1);
    private static readonly Notation Additive = new(NotationForm.Infix, "+", Notation.Additive);
    private static readonly Notation Product = new(NotationForm.Infix, "*", Notation.Multiplicative);

    // ---- arithmetic

    /// <summary>sum</summary>
    public static readonly BuiltInOperator Add = Binary("+", "sum",
        (x, y) => x + y, (_, _) => 1, (_, _) => 1, (x, y) => x + y, aliases: ["add", "plus", "Add"], written: Additive, commutative: true, kernel: VectorKernel.Binary<VectorRules.Add>());

    /// <summary>difference</summary>
    public static readonly BuiltInOperator Subtract = Binary("-", "difference",
        (x, y) => x - y, (_, _) => 1, (_, _) => -1, (x, y) => x - y, aliases: ["sub", "subtract"], written: Additive with { Symbol = "-" }, kernel: VectorKernel.Binary<VectorRules.Subtract>());

    /// <summary>product</summary>
    public static readonly BuiltInOperator Multiply = Binary("*", "product",
        (x, y) => x * y, (_, y) => y, (x, _) => x, (x, y) => x * y, aliases: ["mul", "mult", "multiply", "Mul"], written: Product, commutative: true, kernel: VectorKernel.Binary<VectorRules.Multiply>());

    /// <summary>quotient</summary>
    public static readonly BuiltInOperator Divide = Binary("/", "quotient",
        (x, y) => x / y, (_, y) => 1 / y, (x, y) => -(x / Square!.Of(y)), (x, y) => x / y, aliases: ["div", "divide"], written: Product with { Symbol = "/" }, latex: @"\frac{#1}{#2}", kernel: VectorKernel.Binary<VectorRules.Divide>());

    /// <summary>power, not a number for a negative base and a fractional exponent</summary>
    public static readonly BuiltInOperator Power = Binary("**", "power, not a number for a negative base and a fractional exponent",
        Math.Pow, (x, y) => y * Power!.Of(x, LessOne(y)), (x, y) => Power!.Of(x, y) * Log!.Of(x), Interval.Pow, aliases: ["^", "pow", "Pow", "safe_pow"], written: new(NotationForm.Infix, "**", Notation.Power, RightAssociative: true), latex: "{#1}^{#2}", kernel: VectorKernel.Binary<VectorRules.Power>());

    /// <summary>sign change</summary>
    public static readonly BuiltInOperator Negate = Unary("neg", "sign change", x => -x, _ => -1, r => -r, written: new(NotationForm.Prefix, "-", Notation.Sign), kernel: VectorKernel.Unary<VectorRules.Negate>());

    /// <summary>second power</summary>
    public static readonly BuiltInOperator Square = Unary("square", "second power", x => x * x, x => 2 * x, r => r.Even(v => v * v), latex: "{#1}^{2}", meaning: a => a[0] * a[0], kernel: VectorKernel.Unary<VectorRules.Square>());

    /// <summary>third power</summary>
    public static readonly BuiltInOperator Cube = Unary("cube", "third power", x => x * x * x, x => 3 * Square.Of(x), r => r.Rising(v => v * v * v, Interval.Everything), latex: "{#1}^{3}", meaning: a => a[0] * a[0] * a[0], kernel: VectorKernel.Unary<VectorRules.Cube>());

    /// <summary>reciprocal</summary>
    public static readonly BuiltInOperator Inverse = Unary("inv", "reciprocal", x => 1 / x, x => -(1 / Square.Of(x)), r => Interval.Point(1) / r, aliases: ["recip", "reciprocal"], latex: @"\frac{1}{#1}", meaning: a => 1 / a[0], kernel: VectorKernel.Unary<VectorRules.Inverse>());

    /// <summary>absolute value</summary>
    public static readonly BuiltInOperator Abs = Unary("abs", "absolute value", Math.Abs, x => Sign!.Of(x), r => r.Abs(), aliases: ["Abs", "fabs"], symPy: "Abs", latex: @"\left|#1\right|", kernel: VectorKernel.Unary<VectorRules.Abs>());

    /// <summary>-1, 0 or 1</summary>
    public static readonly BuiltInOperator Sign = Unary("sign", "-1, 0 or 1", SignOf, _ => 0, r => r.Stepped(SignOf), symPy: "sign");

    /// <summary>smaller of two</summary>
    public static readonly BuiltInOperator Min = Binary("min", "smaller of two",
        Math.Min, (x, y) => LessEqual!.Of(x, y), (x, y) => Greater!.Of(x, y), (x, y) => x.IsEmpty || y.IsEmpty ? Interval.Empty : new(Math.Min(x.Low, y.Low), Math.Min(x.High, y.High)), aliases: ["Min", "fmin"], symPy: "Min", latex: @"\min\left(#1, #2\right)", commutative: true, kernel: VectorKernel.Binary<VectorRules.Min>());

    /// <summary>larger of two</summary>
    public static readonly BuiltInOperator Max = Binary("max", "larger of two",
        Math.Max, (x, y) => GreaterEqual!.Of(x, y), (x, y) => Less!.Of(x, y), (x, y) => x.IsEmpty || y.IsEmpty ? Interval.Empty : new(Math.Max(x.Low, y.Low), Math.Max(x.High, y.High)), aliases: ["Max", "fmax"], symPy: "Max", latex: @"\max\left(#1, #2\right)", commutative: true, kernel: VectorKernel.Binary<VectorRules.Max>());

    /// <summary>remainder with the divisor's sign</summary>
    public static readonly BuiltInOperator Mod = Binary("mod", "remainder with the divisor's sign",
        FloorMod, (_, _) => 1, (x, y) => -Floor!.Of(x / y), (_, y) => y.IsEmpty ? Interval.Empty : y.Union(Interval.Point(0)), aliases: ["Mod", "%"], symPy: "Mod", kernel: VectorKernel.Binary<VectorRules.Mod>());

    /// <summary>magnitude of the first with the sign of the second</summary>
    public static readonly BuiltInOperator CopySign = Binary("copysign", "magnitude of the first with the sign of the second",
        Math.CopySign, (x, y) => Sign.Of(x) * Sign.Of(y), (_, _) => 0, (x, _) => x.IsEmpty ? x : new(-x.Magnitude, x.Magnitude));

    // ---- roots, exponentials, logarithms

    /// <summary>square root</summary>
    public static readonly BuiltInOperator Sqrt = Unary("sqrt", "square root", Math.Sqrt, x => 1 / (2 * Sqrt!.Of(x)), r => r.Rising(Math.Sqrt, NonNegative), aliases: ["safe_sqrt"], symPy: "sqrt", latex: @"\sqrt{#1}", kernel: VectorKernel.Unary<VectorRules.Sqrt>());

    /// <summary>cube root</summary>
    public static readonly BuiltInOperator Cbrt = Unary("cbrt", "cube root", Math.Cbrt, x => 1 / (3 * Square.Of(Cbrt!.Of(x))), r => r.Rising(Math.Cbrt, Interval.Everything), latex: @"\sqrt[3]{#1}", kernel: VectorKernel.Unary<VectorRules.Cbrt>());

    /// <summary>e to the power x</summary>
    public static readonly BuiltInOperator Exp = Unary("exp", "e to the power x", Math.Exp, x => Exp!.Of(x), r => r.Rising(Math.Exp, Interval.Everything).Intersect(NonNegative), symPy: "exp", latex: "e^{#1}", kernel: VectorKernel.Wide<VectorRules.Exp>());

    /// <summary>natural logarithm</summary>
    public static readonly BuiltInOperator Log = Unary("log", "natural logarithm", Math.Log, x => 1 / x, r => r.Rising(Math.Log, NonNegative), aliases: ["ln", "safe_log"], symPy: "log", latex: @"\log\left(#1\right)", kernel: VectorKernel.Wide<VectorRules.Log>());

    /// <summary>logarithm to base 2</summary>
    public static readonly BuiltInOperator Log2 = Unary("log2", "logarithm to base 2", Math.Log2, x => 1 / (x * Math.Log(2)), r => r.Rising(Math.Log2, NonNegative), aliases: ["safe_log2"], latex: @"\log_{2}\left(#1\right)", meaning: a => Log.Of(a[0]) / Math.Log(2));

    /// <summary>logarithm to base 10</summary>
    public static readonly BuiltInOperator Log10 = Unary("log10", "logarithm to base 10", Math.Log10, x => 1 / (x * Math.Log(10)), r => r.Rising(Math.Log10, NonNegative), aliases: ["safe_log10"], latex: @"\log_{10}\left(#1\right)", meaning: a => Log.Of(a[0]) / Math.Log(10));

    /// <summary>natural logarithm of 1 + x</summary>
    public static readonly BuiltInOperator Log1p = Unary("log1p", "natural logarithm of 1 + x", LogOnePlus, x => 1 / (1 + x), r => r.Rising(LogOnePlus, new(-1, double.PositiveInfinity)), aliases: ["safe_log1p"], meaning: a => Log.Of(1 + a[0]));

    /// <summary>natural logarithm of |x|</summary>
    public static readonly BuiltInOperator LogAbs = Unary("log_abs", "natural logarithm of |x|", x => Math.Log(Math.Abs(x)), x => 1 / x, r => r.Abs().Rising(Math.Log, NonNegative), meaning: a => Log.Of(Abs.Of(a[0])), kernel: VectorKernel.Unary<VectorRules.LogAbs>());

    /// <summary>logarithm to base 2 of |x|</summary>
    public static readonly BuiltInOperator Log2Abs = Unary("log2_abs", "logarithm to base 2 of |x|", x => Math.Log2(Math.Abs(x)), x => 1 / (x * Math.Log(2)), r => r.Abs().Rising(Math.Log2, NonNegative), meaning: a => Log2.Of(Abs.Of(a[0])));

    /// <summary>logarithm to base 10 of |x|</summary>
    public static readonly BuiltInOperator Log10Abs = Unary("log10_abs", "logarithm to base 10 of |x|", x => Math.Log10(Math.Abs(x)), x => 1 / (x * Math.Log(10)), r => r.Abs().Rising(Math.Log10, NonNegative), meaning: a => Log10.Of(Abs.Of(a[0])));

    /// <summary>natural logarithm of 1 + |x|</summary>
    public static readonly BuiltInOperator Log1pAbs = Unary("log1p_abs", "natural logarithm of 1 + |x|", x => LogOnePlus(Math.Abs(x)), x => Sign.Of(x) / (1 + Abs.Of(x)), r => r.Even(LogOnePlus), meaning: a => Log1p.Of(Abs.Of(a[0])));

    /// <summary>square root of |x|</summary>
    public static readonly BuiltInOperator SqrtAbs = Unary("sqrt_abs", "square root of |x|", x => Math.Sqrt(Math.Abs(x)), x => Sign.Of(x) / (2 * SqrtAbs!.Of(x)), r => r.Even(Math.Sqrt), meaning: a => Sqrt.Of(Abs.Of(a[0])), kernel: VectorKernel.Unary<VectorRules.SqrtAbs>());

    /// <summary>|x| to the power y</summary>
    public static readonly BuiltInOperator PowAbs = Binary("pow_abs", "|x| to the power y",
        (x, y) => Math.Pow(Math.Abs(x), y), (x, y) => y * Sign.Of(x) * PowAbs!.Of(x, LessOne(y)), (x, y) => PowAbs!.Of(x, y) * LogAbs.Of(x), (x, y) => Interval.Pow(x.Abs(), y), meaning: a => Power.Of(Abs.Of(a[0]), a[1]));

    // ---- trigonometry, in radians

    /// <summary>sine</summary>
    public static readonly BuiltInOperator Sin = Unary("sin", "sine", Math.Sin, x => Cos!.Of(x), r => (r - Interval.Outward(Math.PI / 2, Math.PI / 2)).Cos(), symPy: "sin", latex: @"\sin\left(#1\right)", kernel: VectorKernel.Wide<VectorRules.Sin>());

    /// <summary>cosine</summary>
    public static readonly BuiltInOperator Cos = Unary("cos", "cosine", Math.Cos, x => -Sin.Of(x), r => r.Cos(), symPy: "cos", latex: @"\cos\left(#1\right)", kernel: VectorKernel.Wide<VectorRules.Cos>());

    /// <summary>tangent</summary>
    public static readonly BuiltInOperator Tan = Unary("tan", "tangent", Math.Tan, x => 1 + Square.Of(Tan!.Of(x)), r => TanBounds(r), symPy: "tan", latex: @"\tan\left(#1\right)", kernel: VectorKernel.Unary<VectorRules.Tan>());

    /// <summary>cotangent</summary>
    public static readonly BuiltInOperator Cot = Unary("cot", "cotangent", x => 1 / Math.Tan(x), x => -(1 + Square.Of(Cot!.Of(x))), r => Interval.Point(1) / TanBounds(r), symPy: "cot", meaning: a => 1 / Tan.Of(a[0]));

    /// <summary>arc sine</summary>
    public static readonly BuiltInOperator Asin = Unary("asin", "arc sine", Math.Asin, x => 1 / Sqrt.Of(1 - Square.Of(x)), r => r.Rising(Math.Asin, Interval.Unit), aliases: ["arcsin", "safe_asin"], symPy: "asin", kernel: VectorKernel.Unary<VectorRules.Asin>());

    /// <summary>arc cosine</summary>
    public static readonly BuiltInOperator Acos = Unary("acos", "arc cosine", Math.Acos, x => -(1 / Sqrt.Of(1 - Square.Of(x))), r => r.Falling(Math.Acos, Interval.Unit), aliases: ["arccos", "safe_acos"], symPy: "acos", kernel: VectorKernel.Unary<VectorRules.Acos>());

    /// <summary>arc tangent</summary>
    public static readonly BuiltInOperator Atan = Unary("atan", "arc tangent", Math.Atan, x => 1 / (1 + Square.Of(x)), r => r.Rising(Math.Atan, Interval.Everything), aliases: ["arctan"], symPy: "atan", kernel: VectorKernel.Unary<VectorRules.Atan>());

    /// <summary>angle of the point (y, x), the ordinate first</summary>
    public static readonly BuiltInOperator Atan2 = Binary("atan2", "angle of the point (y, x), the ordinate first",
        Math.Atan2, (y, x) => x / (Square.Of(x) + Square.Of(y)), (y, x) => -(y / (Square.Of(x) + Square.Of(y))), (y, x) => y.IsEmpty || x.IsEmpty ? Interval.Empty : Interval.Outward(-Math.PI, Math.PI), aliases: ["arctan2"], symPy: "atan2");

    // ---- hyperbolic functions

    /// <summary>hyperbolic sine</summary>
    public static readonly BuiltInOperator Sinh = Unary("sinh", "hyperbolic sine", Math.Sinh, x => Cosh!.Of(x), r => r.Rising(Math.Sinh, Interval.Everything), symPy: "sinh", latex: @"\sinh\left(#1\right)", kernel: VectorKernel.Unary<VectorRules.Sinh>());

    /// <summary>hyperbolic cosine</summary>
    public static readonly BuiltInOperator Cosh = Unary("cosh", "hyperbolic cosine", Math.Cosh, x => Sinh.Of(x), r => r.Even(Math.Cosh), symPy: "cosh", latex: @"\cosh\left(#1\right)", kernel: VectorKernel.Unary<VectorRules.Cosh>());

    /// <summary>hyperbolic tangent</summary>
    public static readonly BuiltInOperator Tanh = Unary("tanh", "hyperbolic tangent", Math.Tanh, x => 1 - Square.Of(Tanh!.Of(x)), r => r.Rising(Math.Tanh, Interval.Everything).Intersect(Interval.Unit), symPy: "tanh", latex: @"\tanh\left(#1\right)", kernel: VectorKernel.Unary<VectorRules.Tanh>());

    /// <summary>inverse hyperbolic sine</summary>
    public static readonly BuiltInOperator Asinh = Unary("asinh", "inverse hyperbolic sine", Math.Asinh, x => 1 / Sqrt.Of(Square.Of(x) + 1), r => r.Rising(Math.Asinh, Interval.Everything), aliases: ["arcsinh"], symPy: "asinh");

    /// <summary>inverse hyperbolic cosine</summary>
    public static readonly BuiltInOperator Acosh = Unary("acosh", "inverse hyperbolic cosine", Math.Acosh, x => 1 / Sqrt.Of(Square.Of(x) - 1), r => r.Rising(Math.Acosh, new(1, double.PositiveInfinity)), aliases: ["arccosh", "safe_acosh"], symPy: "acosh");

    /// <summary>inverse hyperbolic cosine of 1 + |x|</summary>
    public static readonly BuiltInOperator AcoshAbs = Unary("acosh_abs", "inverse hyperbolic cosine of 1 + |x|", x => Math.Acosh(1 + Math.Abs(x)), x => Sign.Of(x) / Sqrt.Of(Square.Of(1 + Abs.Of(x)) - 1), r => r.Even(v => Math.Acosh(1 + v)), meaning: a => Acosh.Of(1 + Abs.Of(a[0])));

    /// <summary>inverse hyperbolic tangent</summary>
    public static readonly BuiltInOperator Atanh = Unary("atanh", "inverse hyperbolic tangent", Math.Atanh, x => 1 / (1 - Square.Of(x)), r => r.Rising(Math.Atanh, Interval.Unit), aliases: ["arctanh", "safe_atanh"], symPy: "atanh");

    /// <summary>inverse hyperbolic tangent of x folded into -1 to 1</summary>
    public static readonly BuiltInOperator AtanhClip = Unary("atanh_clip", "inverse hyperbolic tangent of x folded into -1 to 1", x => Math.Atanh(FloorMod(x + 1, 2) - 1), x => 1 / (1 - Square.Of(Mod.Of(x + 1, 2) - 1)), r => r.IsEmpty ? r : Interval.Everything, aliases: ["clipped_atanh"], meaning: a => Atanh.Of(Mod.Of(a[0] + 1, 2) - 1));

    // ---- bells, steps, special functions

    /// <summary>exp(-x*x)</summary>
    public static readonly BuiltInOperator Gauss = Unary("gauss", "exp(-x*x)", x => Math.Exp(-x * x), x => -2 * x * Gauss!.Of(x), r => r.Abs().Falling(x => Math.Exp(-x * x), NonNegative).Intersect(Truth), meaning: a => Exp.Of(-(a[0] * a[0])), kernel: VectorKernel.Unary<VectorRules.Gauss>());

    /// <summary>error function</summary>
    public static readonly BuiltInOperator Erf = Unary("erf", "error function", SpecialFunctions.Erf, x => 2 / Math.Sqrt(Math.PI) * Gauss.Of(x), r => r.Rising(SpecialFunctions.Erf, Interval.Everything).Intersect(Interval.Unit), symPy: "erf");

    /// <summary>complementary error function</summary>
    public static readonly BuiltInOperator Erfc = Unary("erfc", "complementary error function", SpecialFunctions.Erfc, x => -2 / Math.Sqrt(Math.PI) * Gauss.Of(x), r => r.Falling(SpecialFunctions.Erfc, Interval.Everything).Intersect(new(0, 2)), symPy: "erfc");

    /// <summary>gamma function</summary>
    public static readonly BuiltInOperator Gamma = Unary("gamma", "gamma function", GammaOf, x => Gamma!.Of(x) * Digamma!.Of(x), r => r.IsEmpty ? r : r.Low >= 2 ? r.Rising(GammaOf, NonNegative) : Interval.Everything, symPy: "gamma", latex: @"\Gamma\left(#1\right)");

    /// <summary>logarithmic derivative of the gamma function</summary>
    public static readonly BuiltInOperator Digamma = Unary("digamma", "logarithmic derivative of the gamma function", SpecialFunctions.DiGamma, _ => throw new DiagnosticException(Errors.NoDerivative("digamma")), r => r.IsEmpty ? r : r.Low > 0 ? r.Rising(SpecialFunctions.DiGamma, NonNegative) : Interval.Everything, symPy: "digamma", latex: @"\psi\left(#1\right)");

    /// <summary>x where positive, else 0</summary>
    public static readonly BuiltInOperator Relu = Unary("relu", "x where positive, else 0", x => x > 0 ? x : 0, x => Greater!.Of(x, 0), r => r.IsEmpty ? r : new(Math.Max(0, r.Low), Math.Max(0, r.High)), meaning: a => Max.Of(a[0], 0), kernel: VectorKernel.Unary<VectorRules.Relu>());

    /// <summary>nearest whole number, halves to even</summary>
    public static readonly BuiltInOperator Round = Unary("round", "nearest whole number, halves to even", x => Math.Round(x, MidpointRounding.ToEven), _ => 0, r => r.Stepped(x => Math.Round(x, MidpointRounding.ToEven)));

    /// <summary>whole number at or below</summary>
    public static readonly BuiltInOperator Floor = Unary("floor", "whole number at or below", Math.Floor, _ => 0, r => r.Stepped(Math.Floor), symPy: "floor", latex: @"\left\lfloor #1\right\rfloor");

    /// <summary>whole number at or above</summary>
    public static readonly BuiltInOperator Ceil = Unary("ceil", "whole number at or above", Math.Ceiling, _ => 0, r => r.Stepped(Math.Ceiling), aliases: ["ceiling"], symPy: "ceiling", latex: @"\left\lceil #1\right\rceil");

    // ---- comparison and choice: 1 for true, 0 for false; an argument counts as true when above 0

    /// <summary>1 where x exceeds y</summary>
    public static readonly BuiltInOperator Greater = Binary("greater", "1 where x exceeds y",
        (x, y) => x > y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, written: new(NotationForm.Infix, ">", Notation.Comparison), kernel: VectorKernel.Binary<VectorRules.Greater>());

    /// <summary>1 where x is at least y</summary>
    public static readonly BuiltInOperator GreaterEqual = Binary("greater_equal", "1 where x is at least y",
        (x, y) => x >= y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, written: new(NotationForm.Infix, ">=", Notation.Comparison), kernel: VectorKernel.Binary<VectorRules.GreaterEqual>());

    /// <summary>1 where x is below y</summary>
    public static readonly BuiltInOperator Less = Binary("less", "1 where x is below y",
        (x, y) => x < y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, written: new(NotationForm.Infix, "<", Notation.Comparison), kernel: VectorKernel.Binary<VectorRules.Less>());

    /// <summary>1 where x is at most y</summary>
    public static readonly BuiltInOperator LessEqual = Binary("less_equal", "1 where x is at most y",
        (x, y) => x <= y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, written: new(NotationForm.Infix, "<=", Notation.Comparison), kernel: VectorKernel.Binary<VectorRules.LessEqual>());

    /// <summary>1 where the two are equal</summary>
    public static readonly BuiltInOperator Equal = Binary("equal", "1 where the two are equal",
        (x, y) => x == y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, commutative: true);

    /// <summary>1 where the two differ</summary>
    public static readonly BuiltInOperator NotEqual = Binary("not_equal", "1 where the two differ",
        (x, y) => x != y ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, commutative: true);

    /// <summary>1 where both are above 0</summary>
    public static readonly BuiltInOperator And = Binary("logical_and", "1 where both are above 0",
        (x, y) => x > 0 && y > 0 ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, commutative: true);

    /// <summary>1 where either is above 0</summary>
    public static readonly BuiltInOperator Or = Binary("logical_or", "1 where either is above 0",
        (x, y) => x > 0 || y > 0 ? 1 : 0, (_, _) => 0, (_, _) => 0, (_, _) => Truth, commutative: true);

    /// <summary>y where x is above 0, else 0</summary>
    public static readonly BuiltInOperator Cond = Binary("cond", "y where x is above 0, else 0",
        (x, y) => x > 0 ? y : 0, (_, _) => 0, (x, _) => Greater.Of(x, 0), (_, y) => y.IsEmpty ? y : y.Union(Interval.Point(0)), meaning: a => IfElse!.Of(a[0], a[1], 0), kernel: VectorKernel.Binary<VectorRules.Cond>());

    /// <summary>y where x is above 0, else z</summary>
    public static readonly BuiltInOperator IfElse = new("ifelse", 3, a => a[0] > 0 ? a[1] : a[2],
        (a, i) => i == 0 ? 0 : i == 1 ? Greater.Of(a[0], 0) : LessEqual.Of(a[0], 0), r => r[1].Union(r[2]))
    {
        Summary = "y where x is above 0, else z",
    };

    /// <summary>Every built-in operator, in the table's order.</summary>
    public static ImmutableArray<BuiltInOperator> All { get; } =
    [
        Add, Subtract, Multiply, Divide, Power, Negate, Square, Cube, Inverse, Abs, Sign, Min, Max, Mod,
        CopySign, Sqrt, Cbrt, Exp, Log, Log2, Log10, Log1p, LogAbs, Log2Abs, Log10Abs, Log1pAbs, SqrtAbs,
        PowAbs, Sin, Cos, Tan, Cot, Asin, Acos, Atan, Atan2, Sinh, Cosh, Tanh, Asinh, Acosh, AcoshAbs, Atanh,
        AtanhClip, Gauss, Erf, Erfc, Gamma, Digamma, Relu, Round, Floor, Ceil, Greater, GreaterEqual, Less,
        LessEqual, Equal, NotEqual, And, Or, Cond, IfElse,
    ];

    private static readonly FrozenDictionary<string, BuiltInOperator> ByName = All
        .SelectMany(op => op.Aliases.Append(op.Name).Select(name => (name, op)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.op, StringComparer.Ordinal);

    /// <summary>The built-in operator of a name or alias, or null. "-" is subtraction; the sign is "neg".</summary>
    public static BuiltInOperator? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>Every name and alias an operator is read by, sorted.</summary>
    public static ImmutableArray<string> Names { get; } = [.. ByName.Keys.Order(StringComparer.Ordinal)];

    private static BuiltInOperator Unary(
        string name, string summary, Func<double, double> value, Func<Expr, Expr> derivative, Func<Interval, Interval> bounds,
        ImmutableArray<string> aliases = default, Notation? written = null, string? symPy = null, string? latex = null,
        Func<ImmutableArray<Expr>, Expr>? meaning = null, VectorKernel? kernel = null) =>
        new(name, 1, a => value(a[0]), (a, _) => derivative(a[0]), r => bounds(r[0]))
        {
            Aliases = aliases.IsDefault ? [] : aliases,
            Written = written ?? Notation.Function,
            SymPy = symPy,
            Latex = latex,
            Meaning = meaning,
            Summary = summary,
            Kernel = kernel,
        };

    private static BuiltInOperator Binary(
        string name, string summary, Func<double, double, double> value,
        Func<Expr, Expr, Expr> byFirst, Func<Expr, Expr, Expr> bySecond, Func<Interval, Interval, Interval> bounds,
        ImmutableArray<string> aliases = default, Notation? written = null, string? symPy = null, string? latex = null,
        Func<ImmutableArray<Expr>, Expr>? meaning = null, bool commutative = false, VectorKernel? kernel = null) =>
        new(name, 2, a => value(a[0], a[1]), (a, i) => (i == 0 ? byFirst : bySecond)(a[0], a[1]), r => bounds(r[0], r[1]))
        {
            Aliases = aliases.IsDefault ? [] : aliases,
            Written = written ?? Notation.Function,
            SymPy = symPy,
            Latex = latex,
            Meaning = meaning,
            Commutative = commutative,
            Summary = summary,
            Kernel = kernel,
        };

    private static Expr LessOne(Expr exponent) => exponent is Constant constant ? constant.Value - 1 : exponent - 1;

    private static double SignOf(double x) => double.IsNaN(x) ? x : Math.Sign(x);

    // The remainder of C is exact; x - y * floor(x / y) loses everything where x / y is large.
    internal static double FloorMod(double x, double y)
    {
        var remainder = x % y;
        return remainder != 0 && remainder < 0 != y < 0 ? remainder + y : remainder;
    }

    // Kahan's correction: exact where 1 + x rounds.
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 || double.IsInfinity(sum) ? x : Math.Log(sum) * (x / (sum - 1));
    }

    // MathNet reflects at the poles; there the function has no value.
    private static double GammaOf(double x) => x <= 0 && Math.Floor(x) == x ? double.NaN : SpecialFunctions.Gamma(x);

    private static Interval TanBounds(Interval r) =>
        r.IsEmpty ? r
        : !r.IsFinite || r.Magnitude > 1e8 || Math.Floor(r.Low / Math.PI + 0.5 - 1e-7) != Math.Floor(r.High / Math.PI + 0.5 + 1e-7)
            ? Interval.Everything
            : r.Rising(Math.Tan, Interval.Everything);
}
