using System.Text;
using SrRepl.Core;

namespace SrRepl.Language.Tests;

/// <summary>Texts no one means to write: each gives values or a clear diagnostic, never an exception.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("\uFEFF1 + 1", "2")]
    [InlineData("let x = 1\r\nlet y =\r\n    x + 1\r\ny\r\n", "2")]
    [InlineData("let f x =\n\tlet y = x + 1\n\ty * 2\nf 1", "4")]
    [InlineData("1 +\u00A02", "3")]
    [InlineData("let größe = 2\nlet 質量 = 3\ngröße * 質量", "6")]
    [InlineData("let 𝛼 = 2\n𝛼 + 1", "3")]
    [InlineData("let x1 = 1\n\n\n\n// end", "")]
    [InlineData("   1", "1")]
    [InlineData("", "")]
    [InlineData("[\"\"]", "[\"\"]")]
    [InlineData("\0", "SR0002")]
    [InlineData("\u0001\u0002", "SR0002")]
    [InlineData("\uD800", "SR0002")]
    [InlineData("1 + \u2212 2", "SR0002")]
    [InlineData("MZ\u0090\0\u0003", "SR0002")]
    [InlineData("\"no end", "SR0003")]
    [InlineData("\"\"\"no end", "SR0003")]
    [InlineData("(* no (* end *)", "SR0004")]
    [InlineData("1e400", "SR0005")]
    [InlineData("9223372036854775808999999999999999999", "9.223372036854776e36")]
    [InlineData("1e-400", "0")]
    [InlineData("1/0", "inf")]
    [InlineData("-1/0", "-inf")]
    [InlineData("0/0", "nan")]
    [InlineData("sqrt -1", "nan")]
    [InlineData("let", "SR0001")]
    [InlineData("= 3", "SR0001")]
    [InlineData("|> sin", "SR0001")]
    [InlineData(")", "SR0009")]
    [InlineData("``", "SR0014")]
    [InlineData("x.[", "SR0008")]
    [InlineData("{ a = }", "SR0001")]
    [InlineData("{ 1 }", "SR0001")]
    [InlineData("fun -> 1", "SR0001")]
    [InlineData("let f x x = x\nf 1 2", "2")]
    [InlineData("read \".\"", "SR1003")]
    [InlineData("read \"\"", "SR1")]
    [InlineData("read \"/no/such/file.csv\"", "SR1002")]
    public void Gives_a_value_or_a_diagnostic(string text, string expected) => Run(text).ShouldContain(expected);

    [Fact]
    public void Nests_256_deep_and_no_deeper()
    {
        Run(new string('(', 256) + "1" + new string(')', 256)).ShouldBe("1\n");
        Run(new string('(', 257) + "1" + new string(')', 257)).ShouldContain("SR0010");
        Run(new string('[', 100_000)).ShouldContain("SR0010");
        Run(string.Concat(Enumerable.Repeat("fun x -> ", 100_000)) + "x").ShouldContain("SR0010");
        Run(string.Concat(Enumerable.Repeat("if true then 1 else ", 100_000)) + "1").ShouldContain("SR0010");
    }

    [Fact]
    public void Takes_a_line_of_a_megabyte()
    {
        Run("// " + new string('x', 1_000_000) + "\n1").ShouldBe("1\n");
        Run("\"" + new string('x', 1_000_000) + "\".length").ShouldBe("1000000\n");
        Run("let " + new string('x', 1_000_000) + " = 1").ShouldBe("");
        Run(new string('-', 100_000) + "1").ShouldContain("SR0010");
        Run("x" + string.Concat(Enumerable.Repeat(".a", 100_000))).ShouldContain("SR0010");
        Run("f" + string.Concat(Enumerable.Repeat("()", 100_000))).ShouldContain("SR0010");
        Run(new string('1', 1_000_000)).ShouldContain("SR0005");
        Run(string.Concat(Enumerable.Repeat("1;", 50_000))[..^1]).Length.ShouldBe(100_000);
    }

    [Fact]
    public void A_wide_line_is_shown_around_the_place()
    {
        var shown = Run(new string(' ', 500_000) + "foo" + new string(' ', 500_000));
        shown.ShouldContain("input(1,500001): error SR0012");
        shown.Length.ShouldBeLessThan(1000);
    }

    [Fact]
    public void Any_bytes_give_values_or_diagnostics()
    {
        var random = new Random(3);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(60)];
            random.NextBytes(bytes);
            Run(Encoding.Latin1.GetString(bytes)).ShouldNotContain("SR0900");
            var letters = string.Concat(Enumerable.Range(0, random.Next(40)).Select(_ => "x1 +-*(){}[];=,.\n|>\"`let ifun->"[random.Next(31)]));
            Run(letters).ShouldNotContain("SR0900");
        }
    }

    private static string Run(string code)
    {
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        foreach (var diagnostic in new Session().Run(new SourceText(code, "input")).Diagnostics)
            output.WriteLine(diagnostic);
        return output.ToString();
    }
}
