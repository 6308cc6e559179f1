using System.Globalization;
using SrRepl.Core;
using SrRepl.Tests;

namespace SrRepl.Language.Tests;

/// <summary>Formulas to SymPy and back: as its text, and as its srepr.</summary>
public sealed class SymPyTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");
    private static readonly (double X, double Y)[] Points = [(0.25, 0.75), (0.5, -0.5), (-0.75, 0.5), (2.5, 1.5), (0.125, 3)];

    [Theory]
    [InlineData("Add(Symbol('x'), Mul(Integer(-1), Rational(1, 2), Symbol('y')), Rational(1, 4))", "x - 0.5*y + 0.25")]
    [InlineData("Mul(Pow(Symbol('x'), Rational(1, 2)), Pow(Symbol('y'), Integer(-1)), exp(Mul(Integer(-1), Pow(Symbol('x'), Integer(2)))))", "sqrt(x)*exp(-x**2)/y")]
    [InlineData("Mul(Pow(Symbol('x'), Integer(-1)), Pow(Symbol('y'), Integer(-1)))", "1/(x*y)")]
    [InlineData("Mul(Float('2.5', precision=53), Symbol('x', real=True, positive=True))", "2.5*x")]
    [InlineData("Piecewise(ExprCondPair(Symbol('x'), StrictGreaterThan(Symbol('x'), Integer(0))), ExprCondPair(Integer(0), true))", "ifelse(x > 0, x, 0)")]
    [InlineData("Max(Integer(2), Symbol('x'), Symbol('y'))", "max(max(2, x), y)")]
    [InlineData("Mul(Pow(log(Integer(10)), Integer(-1)), log(Symbol('x')))", "log(x)/log(10)")]
    [InlineData("And(GreaterThan(Symbol('y'), Integer(1)), Unequality(Symbol('x'), Integer(0)))", "logical_and(y >= 1, not_equal(x, 0))")]
    [InlineData("Add(erf(Symbol('x')), polygamma(Integer(0), Symbol(\"it's\")))", "erf(x) + digamma(it's)")]
    [InlineData("Function('twice')(Symbol('x'))", "twice(x)")]
    [InlineData("Mul(-1, Abs(Symbol('a b')))", "-abs(``a b``)")]
    [InlineData("Mul(Integer(2), pi, Symbol('x'))", "2*3.141592653589793*x")]
    [InlineData("Piecewise(ExprCondPair(Symbol('x'), And(Or(Not(Symbol('b')), StrictLessThan(Symbol('y'), Integer(1))), true)), ExprCondPair(nan, true))", "ifelse(logical_and(logical_or(b <= 0, y < 1), 1), x, nan)")]
    [InlineData("Add(Symbol('x', integer=True), Mul(Integer(-1), oo), Float('0.33333333333333331483', precision=53))", "x - inf + 0.3333333333333333")]
    [InlineData("Max(Abs(Symbol('x')), Min(Rational(-1, 3), zoo))", "max(abs(x), min(-0.3333333333333333, nan))")]
    [InlineData("\n  Pow(Symbol('x'),\n  Float('1e-2'))\n", "x**0.01")]
    public void SreprIsRead(string text, string printed) =>
        FormulaReader.Read(text, name => name == "twice" ? new DefinedOperator("twice", ["x"], 2 * X) : null).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("Piecewise((x, x > 0), (y, x < -1), (0, True))", "ifelse(x > 0, x, ifelse(x < -1, y, 0))")]
    [InlineData("Max(2, x, y) + Min(x, y, 1)", "max(max(2, x), y) + min(min(x, y), 1)")]
    [InlineData("Eq(x, y) + Ne(x, 2)*And(x > 0, y > 0, x < 3)", "equal(x, y) + not_equal(x, 2)*logical_and(logical_and(x > 0, y > 0), x < 3)")]
    [InlineData("log(x, 10)*Rational(1, 2)", "log(x)/log(10)*(1/2)")]
    [InlineData("Piecewise((x, (x > 0) & ~((y < 1) | (y > 2))), (oo, True))", "ifelse(logical_and(x > 0, logical_or(y < 1, y > 2) <= 0), x, inf)")]
    [InlineData("(x == 1) | (y != 2)", "logical_or(equal(x, 1), not_equal(y, 2))")]
    [InlineData("a | ~b & c", "logical_or(a, logical_and(b <= 0, c))")]
    [InlineData("(x > 0) & True | False", "logical_or(logical_and(x > 0, 1), 0)")]
    [InlineData("NaN*x + Inf - Inf*y + -Inf + zoo", "nan*x + inf - inf*y + -inf + nan")]
    [InlineData("``NaN`` + ``True``", "``NaN`` + ``True``")]
    public void SymPysOwnFunctionsAreRead(string text, string printed) => FormulaReader.Read(text).ToString().ShouldBe(printed);

    [Theory]
    [InlineData("Add(Symbol('x'), Integer(2)", 1, 28)]
    [InlineData("Add(Symbol('x'), Integer(2)) x", 1, 30)]
    [InlineData("Add(Symbol('x'), Matrix(Symbol('y')))", 41, 18)]
    [InlineData("sin(Symbol('x'), Symbol('y'))", 2002, 1)]
    [InlineData("Mul(I, Symbol('x'))", 42, 5)]
    [InlineData("Add(Symbol(x), Integer(2))", 1, 12)]
    [InlineData("Mul(Rational(1, 0), Symbol('x'))", 1, 19)]
    [InlineData("Add(Symbol('x'), , Integer(2))", 1, 18)]
    [InlineData("Float('one')", 1, 7)]
    [InlineData("Mul(Integer(2), LambertW(Symbol('x')))", 41, 17)]
    [InlineData("Xor(Symbol('x'), Symbol('y'))", 41, 1)]
    [InlineData("And()", 41, 1)]
    [InlineData("x > 0 & y < 1", 1, 7)]
    [InlineData("(x > 0) & y < 1", 1, 9)]
    [InlineData("(x > 0) &", 1, 10)]
    [InlineData("~", 1, 2)]
    [InlineData("x ~ y", 1, 3)]
    public void WhatIsNoFormulaIsNamedByItsColumn(string text, int number, int column)
    {
        var refusal = Should.Throw<DiagnosticException>(() => FormulaReader.Read(text)).Diagnostic;
        (refusal.Number, refusal.Place!.Column).ShouldBe((number, column), refusal.Message);
    }

    [PythonFact("sympy")]
    public void WhatIsPrintedComesBackFromSymPy()
    {
        Expr[] formulas =
        [
            .. Operators.All.Where(op => op != Operators.Digamma && op != Operators.AtanhClip).Select(op => op.Of([.. new[] { X, Y, X - Y }.Take(op.Arity)])),
            X - (Y - 2.0) - (X - 1.0), X / (Y / 3.0) / 2.0, -(X + Y) * -2.0, 1 / new Constant(3) * X, Operators.Sqrt.Of(X * X + 1) * 1e-7, 2.5 * X * Operators.Exp.Of(-X / 3),
        ];
        var folder = Directory.CreateTempSubdirectory("srrepl-sympy-").FullName;
        try
        {
            File.WriteAllLines(Path.Combine(folder, "formulas.txt"), formulas.Select(SymPyPrinter.Print));
            File.WriteAllText(Path.Combine(folder, "read.py"), """
                from sympy import *
                for line in open('formulas.txt'):
                    print(srepr(sympify(line)))
                    print(str(sympify(line)))
                """);
            var (exit, output) = Tool.Run(folder, Python.With("sympy")!, "read.py");
            exit.ShouldBe(0, output);
            var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(2 * formulas.Length);
            for (var i = 0; i < lines.Length; i++)
                Same(formulas[i / 2], FormulaReader.Read(lines[i]), lines[i]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Not where either has no value: SymPy may have given it another domain, as by cancelling.
    private static void Same(Expr formula, Expr read, string text)
    {
        foreach (var (x, y) in Points)
        {
            var at = new Dictionary<string, double> { ["x"] = x, ["y"] = y };
            var (expected, got) = (formula.Evaluate(at), read.Evaluate(at));
            if (double.IsFinite(expected))
                got.ShouldBe(expected, 1e-11 * Math.Max(1, Math.Abs(expected)), string.Create(CultureInfo.InvariantCulture, $"{formula} at {x}, {y}: {text}"));
        }
    }
}
