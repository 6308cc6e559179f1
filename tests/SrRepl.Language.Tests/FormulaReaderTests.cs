using FsCheck.Fluent;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

public sealed class FormulaReaderTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");

    [Fact]
    public void Reads_back_whatever_the_printer_prints() =>
        Prop.ForAll(RandomFormula.Generator.ToArbitrary(), formula =>
        {
            var text = InfixPrinter.Print(formula);
            return FormulaReader.Read(text).Equals(formula).Label(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));

    [Theory]
    [InlineData("-x**2", "-x**2")]
    [InlineData("(-x)**2", "(-x)**2")]
    [InlineData("2**-x", "2**(-x)")]
    [InlineData("x^2^y", "x**2**y")]
    [InlineData("(x**2)**y", "(x**2)**y")]
    [InlineData("x - -3", "x - -3")]
    [InlineData("x -3", "x - 3")]
    [InlineData("-(0.5)", "-(0.5)")]
    [InlineData("2/3*x1", "2/3*x1")]
    [InlineData("sin(x)*gamma + gamma(sign)", "sin(x)*gamma + gamma(sign)")]
    [InlineData("pow(x, 2) + Abs(y)", "x**2 + abs(y)")]
    [InlineData("x0 > 1 && x1 <= 2 || x2 = 3", "logical_or(logical_and(x0 > 1, x1 <= 2), equal(x2, 3))")]
    [InlineData("if x > 0 then x else -x", "ifelse(x > 0, x, -x)")]
    [InlineData(" 1.e3 + .5 + 1E-2 + 1_000 ", "1000 + 0.5 + 0.01 + 1000")]
    [InlineData("x +\n  y", "x + y")]
    [InlineData("E**x + I", "E**x + I")]
    [InlineData("7 % x", "mod(7, x)")]
    public void Reads_as_written(string text, string printed) => FormulaReader.Read(text).ToString().ShouldBe(printed);

    [Fact]
    public void Folds_nothing_but_the_sign_of_a_number()
    {
        FormulaReader.Read("-0.5").ShouldBe(new Constant(-0.5));
        FormulaReader.Read("-(0.5)").ShouldBe(Operators.Negate.Of(new Constant(0.5)));
        FormulaReader.Read("-0.5**2").ShouldBe(Operators.Negate.Of(Operators.Power.Of(0.5, 2)));
        FormulaReader.Read("2/3*x").ShouldBe(Operators.Multiply.Of(Operators.Divide.Of(2, 3), X));
        FormulaReader.Read("pi").ShouldBe(new Constant(Math.PI));
    }

    [Fact]
    public void Calls_functions_it_is_given()
    {
        var twice = new DefinedOperator("twice", ["x"], 2 * X);
        FormulaReader.Read("twice(y) + twice", name => name == "twice" ? twice : null)
            .ShouldBe(twice.Of(Y) + new Variable("twice"));
    }

    [Fact]
    public void Reads_a_sum_of_many_terms()
    {
        var formula = FormulaReader.Read(string.Join(" + ", Enumerable.Repeat("x", 100_000)));
        formula.Nodes.ShouldBe(199_999);
        formula.Depth.ShouldBe(100_000);
    }

    [Theory]
    [InlineData("x + «foo»(1)", 41)]
    [InlineData("«sin»(x, y)", 2002)]
    [InlineData("x +«»", 1)]
    [InlineData("«x» y", 41)]
    [InlineData("«1x» + 2", 6)]
    [InlineData("«(»x + 1", 8)]
    [InlineData("x + 1«)»", 9)]
    [InlineData("x + «\"a\"»", 42)]
    [InlineData("x «|>» y", 42)]
    [InlineData("«1e999»*x", 5)]
    [InlineData("x «#» y", 2)]
    public void Points_at_what_is_wrong(string marked, int number)
    {
        var (text, span) = Marked.Read(marked);
        var failure = Should.Throw<DiagnosticException>(() => FormulaReader.Read(text)).Diagnostic;
        failure.Number.ShouldBe(number);
        failure.Place!.ShouldSatisfyAllConditions(
            place => place.Column.ShouldBe(span.Start + 1),
            place => place.Length.ShouldBe(Math.Max(1, span.Length)));
    }

    // Time varies with the machine; what is allocated does not, and was what made long texts slow.
    [Theory]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void Allocates_little_more_than_the_tree(int terms)
    {
        var text = "x0" + string.Concat(Enumerable.Repeat(" + 2.5*cos(x1)**2 - 0.5", terms));
        // Code that is not yet compiled with optimisation allocates more; when it is, on a busy machine, cannot be told.
        Enumerable.Range(0, 100).Select(_ => AllocatedPerCharacter(text)).ShouldContain(bytes => bytes < 80);
    }

    private static double AllocatedPerCharacter(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        FormulaReader.Read(text);
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / text.Length;
    }
}

/// <summary>A text in which « and » mark the span where a diagnostic is due.</summary>
public static class Marked
{
    public static (string Text, Span Span) Read(string marked)
    {
        var start = marked.IndexOf('«');
        var end = marked.IndexOf('»') - 1;
        return (marked.Replace("«", "").Replace("»", ""), Span.FromBounds(start, end));
    }
}
