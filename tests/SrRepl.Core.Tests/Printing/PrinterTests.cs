using static SrRepl.Core.Operators;

namespace SrRepl.Core.Tests;

public sealed class PrinterTests
{
    private static readonly Expr X = new Variable("x0");
    private static readonly Expr Y = new Variable("x1");

    /// <summary>A formula, then infix, SymPy and LaTeX.</summary>
    public static TheoryData<Expr, string, string, string> Formulas() => new()
    {
        { X + Y * 2, "x0 + x1*2", "x0 + x1*2", @"x_{0} + x_{1} \cdot 2" },
        { (X + Y) * 2.5, "(x0 + x1)*2.5", "(x0 + x1)*2.5", @"\left(x_{0} + x_{1}\right) \cdot 2.5" },
        { X - (Y - 1), "x0 - (x1 - 1)", "x0 - (x1 - 1)", @"x_{0} - \left(x_{1} - 1\right)" },
        { X / (Y / X), "x0/(x1/x0)", "x0/(x1/x0)", @"\frac{x_{0}}{\frac{x_{1}}{x_{0}}}" },
        { Power.Of(X, Power.Of(Y, 2)), "x0**x1**2", "x0**x1**2", "{x_{0}}^{{x_{1}}^{2}}" },
        { Power.Of(Power.Of(X, Y), 2), "(x0**x1)**2", "(x0**x1)**2", @"{\left({x_{0}}^{x_{1}}\right)}^{2}" },
        { Power.Of(-X, 2), "(-x0)**2", "(-x0)**2", @"{\left(-x_{0}\right)}^{2}" },
        { -Power.Of(X, 2), "-x0**2", "-x0**2", "-{x_{0}}^{2}" },
        { Power.Of(-2.0, X), "(-2)**x0", "(-2)**x0", @"{\left(-2\right)}^{x_{0}}" },
        { X * -2.0, "x0*-2", "x0*-2", @"x_{0} \cdot -2" },
        { X * (-Y), "x0*-x1", "x0*-x1", @"x_{0} \cdot -x_{1}" },
        { -(X + Y), "-(x0 + x1)", "-(x0 + x1)", @"-\left(x_{0} + x_{1}\right)" },
        { new Constant(1.5e-7) * X, "1.5e-07*x0", "1.5e-07*x0", @"1.5 \cdot 10^{-7} x_{0}" },
        { Square.Of(X + 1), "square(x0 + 1)", "(x0 + 1)*(x0 + 1)", @"{\left(x_{0} + 1\right)}^{2}" },
        { Inverse.Of(X), "inv(x0)", "1/x0", @"\frac{1}{x_{0}}" },
        { Sqrt.Of(X) + Abs.Of(Y), "sqrt(x0) + abs(x1)", "sqrt(x0) + Abs(x1)", @"\sqrt{x_{0}} + \left|x_{1}\right|" },
        { Exp.Of(-X), "exp(-x0)", "exp(-x0)", "e^{-x_{0}}" },
        { Square.Of(Exp.Of(X)), "square(exp(x0))", "exp(x0)*exp(x0)", @"{\left(e^{x_{0}}\right)}^{2}" },
        { LogAbs.Of(X), "log_abs(x0)", "log(Abs(x0))", @"\operatorname{log\_abs}\left(x_{0}\right)" },
        { Gauss.Of(X), "gauss(x0)", "exp(-(x0*x0))", @"\operatorname{gauss}\left(x_{0}\right)" },
        { Max.Of(X, 0), "max(x0, 0)", "Max(x0, 0)", @"\max\left(x_{0}, 0\right)" },
        { Greater.Of(X, Y), "x0 > x1", "Piecewise((1, (x0) > (x1)), (0, True))", "x_{0} > x_{1}" },
        { Greater.Of(X, Y) * 2, "(x0 > x1)*2", "(Piecewise((1, (x0) > (x1)), (0, True)))*2", @"\left(x_{0} > x_{1}\right) \cdot 2" },
        { GreaterEqual.Of(X, Y), "x0 >= x1", "Piecewise((1, (x0) >= (x1)), (0, True))", @"x_{0} \ge x_{1}" },
        { IfElse.Of(X, Y, 1), "ifelse(x0, x1, 1)", "Piecewise((x1, (x0) > 0), (1, True))", @"\begin{cases} x_{1} & \text{if } x_{0} > 0 \\ 1 & \text{otherwise} \end{cases}" },
        { Cbrt.Of(X), "cbrt(x0)", "real_root(x0, 3)", @"\sqrt[3]{x_{0}}" },
        { new Variable("mass mmdt"), "``mass mmdt``", "Symbol('mass mmdt')", @"\mathrm{mass\ mmdt}" },
        { new Variable("mass_mmdt"), "mass_mmdt", "mass_mmdt", @"\mathrm{mass\_mmdt}" },
        { new Variable("theta2"), "theta2", "theta2", @"\theta_{2}" },
        { new Variable("E"), "E", "Symbol('E')", "E" },
        { new DefinedOperator("f", ["a", "b"], new Variable("a") * 2 + new Variable("b")).Of(X, Y), "f(x0, x1)", "x0*2 + x1", @"\operatorname{f}\left(x_{0}, x_{1}\right)" },
        { new Constant(double.NaN), "nan", "nan", @"\mathrm{nan}" },
        { new Constant(double.NegativeInfinity), "-inf", "-oo", @"-\infty" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Prints(Expr formula, string infix, string symPy, string latex)
    {
        InfixPrinter.Print(formula).ShouldBe(infix);
        SymPyPrinter.Print(formula).ShouldBe(symPy);
        LatexPrinter.Print(formula).ShouldBe(latex);
    }

    [Fact]
    public void Draws_the_tree() =>
        TreePrinter.Print(X * 2 + Cos.Of(Y) - 0.5).ShouldBe(
            """
            -
            ├─ +
            │  ├─ *
            │  │  ├─ x0
            │  │  └─ 2
            │  └─ cos
            │     └─ x1
            └─ 0.5
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void SymPy_knows_every_name_that_is_printed()
    {
        // SymPy's own functions that the printer may use; anything else would be read as a product or an error.
        string[] known =
        [
            "Abs", "sign", "Min", "Max", "Mod", "sqrt", "real_root", "exp", "log", "sin", "cos", "tan", "cot", "sec", "csc", "asin", "acos", "atan", "acot", "asec", "acsc", "atan2",
            "sinh", "cosh", "tanh", "coth", "sech", "csch", "asinh", "acosh", "atanh", "acoth", "asech", "acsch", "erf", "erfc", "gamma", "digamma", "floor", "ceiling", "Piecewise", "Eq", "Ne", "And", "Or", "Rational",
        ];
        foreach (var op in Operators.All)
        {
            Expr[] arguments = [X, Y, new Variable("x2")];
            var text = SymPyPrinter.Print(new Apply(op, [.. arguments[..op.Arity]]));
            foreach (System.Text.RegularExpressions.Match call in System.Text.RegularExpressions.Regex.Matches(text, @"([A-Za-z_]\w*)\("))
                known.ShouldContain(call.Groups[1].Value, text);
        }
    }
}
