using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using SrRepl.Tests;

namespace SrRepl.Core.Tests;

/// <summary>A formula written in another language computes there what it computes here, operator by operator.</summary>
public class CodePrinterTests
{
    private static readonly Expr X = new Variable("x");
    private static readonly Expr Y = new Variable("y");

    private static readonly (double X, double Y)[] Points = [(0.25, 0.75), (0.5, -0.5), (-0.75, 0.5), (-0.25, -0.25), (2.5, 1.5), (0.125, 3)];

    // Every operator, and shapes where a forgotten parenthesis or an integer division would show.
    private static List<Expr> Formulas =>
    [
        .. Operators.All.Where(op => op != Operators.Digamma).Select(op => op.Of([.. new[] { X, Y, X - Y }.Take(op.Arity)])),
        X - (Y - 2.0) - (X - 1.0), X / (Y / 3.0) / 2.0, -(X + Y) * -2.0, -(-X) - -Y, new Constant(1) / new Constant(3) * X, Operators.Power.Of(X - Y, 2.0) * -X,
        Operators.Square.Of(X + Y) / Operators.Cube.Of(Y - 7.0), Operators.Greater.Of(X, Y) + Operators.IfElse.Of(Y, X + 1.0, -X) * 2.0,
        new DefinedOperator("bump", ["u"], Operators.Exp.Of(-(new Variable("u") * new Variable("u")))).Of(X) * Y, 1e-7 * X + 1e20,
    ];

    [ToolFact("gcc")]
    public void CComputesTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-code-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "code.c"), Program(CodeLanguages.C, "#include <stdio.h>\n", "int main(void) {\n", "    printf(\"%.17g\\n\", {0}({1}, {2}));\n", "    return 0;\n}\n"));
            Tool.Run(folder, "gcc", "-std=c99", "-Wall", "-Werror", "-o", "code", "code.c", "-lm").ShouldBe((0, ""));
            Compare(Tool.Run(folder, Path.Combine(folder, "code")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [PythonFact("numpy")]
    public void NumPyComputesTheSame()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-code-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "code.py"), Program(CodeLanguages.NumPy, "import numpy as np\nnp.seterr(all='ignore')\n", "", "print('%.17g' % float({0}(np.float64({1}), np.float64({2}))))\n", ""));
            Compare(Tool.Run(folder, Python.With("numpy")!, "code.py"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void NamesThatALanguageCannotHaveAreChanged()
    {
        Expr sum = new Variable("int") + new Variable("a b") + new Variable("a_b") + new Variable("2x") + new Variable("lambda");
        CodePrinter.Print(sum, CodeLanguages.C, "f").ShouldEndWith("double f(double int_, double a_b, double a_b_, double _2x, double lambda) {\n    return int_ + a_b + a_b_ + _2x + lambda;\n}");
        CodePrinter.Print(sum, CodeLanguages.NumPy, "f").ShouldEndWith("def f(int, a_b, a_b_, _2x, lambda_):\n    return int + a_b + a_b_ + _2x + lambda_");
        CodePrinter.Print(sum, CodeLanguages.Julia, "f").ShouldBe("f(int, a_b, a_b_, _2x, lambda) = int + a_b + a_b_ + _2x + lambda");
        CodePrinter.Print(X / 3.0 - Operators.Sqrt.Of(Y), CodeLanguages.CSharp).ShouldBe("static double formula(double x, double y) => x / 3.0 - Math.Sqrt(y);");
    }

    [Fact]
    public void WhatALanguageLacksIsNamed() =>
        Should.Throw<DiagnosticException>(() => CodePrinter.Print(Operators.Erf.Of(X), CodeLanguages.CSharp)).Diagnostic.Message.ShouldBe("`erf` has no form in csharp");

    [Fact]
    public void JsonReadsBackToTheFormula()
    {
        foreach (var formula in Formulas)
            using (var json = JsonDocument.Parse(JsonPrinter.Print(formula)))
            {
                Node(json.RootElement.GetProperty("formula")).ShouldBe(Inlined(formula));
                json.RootElement.GetProperty("parameters").EnumerateArray().Select(name => name.GetString()).ShouldBe(formula.Variables());
            }
    }

    [Fact]
    public void AGraphDrawsEqualPartsOnce()
    {
        var sine = Operators.Sin.Of(X);
        GraphvizPrinter.Print(sine * sine + new Variable("a\"b")).ShouldBe("""
            digraph formula {
                node [shape=box, style=rounded];
                n0 [label="x"];
                n1 [label="sin"];
                n1 -> n0;
                n2 [label="*"];
                n2 -> n1;
                n2 -> n1;
                n3 [label="``a\"b``"];
                n4 [label="+"];
                n4 -> n2;
                n4 -> n3;
            }
            """.ReplaceLineEndings("\n"));
    }

    // One run draws every graph; each is a picture of its own behind the one before.
    [ToolFact("dot")]
    public void DotDrawsEveryGraph()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-dot-").FullName;
        try
        {
            Expr[] formulas = [.. Formulas, new Variable("a\"b\\") * new Variable("<b>&amp;") + new Variable("\\n")];
            File.WriteAllLines(Path.Combine(folder, "formulas.dot"), formulas.Select(GraphvizPrinter.Print));
            var (exit, output) = Tool.Run(folder, "dot", "-Tsvg", "formulas.dot");
            exit.ShouldBe(0, output);
            var pictures = output.Split("<?xml", StringSplitOptions.RemoveEmptyEntries).Select(text => Drawn("<?xml" + text)).ToList();
            pictures.Count.ShouldBe(formulas.Length);
            foreach (var (formula, picture) in formulas.Zip(pictures))
            {
                Expr[] parts = [.. Parts(formula).Distinct()];
                Groups(picture, "node").Select(node => node.Descendants().Single(part => part.Name.LocalName == "text").Value).Order()
                    .ShouldBe(parts.Select(TreePrinter.NameOf).Order(), formula.ToString());
                Groups(picture, "edge").Count().ShouldBe(parts.OfType<Apply>().Sum(part => part.Arguments.Length), formula.ToString());
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<XElement> Groups(XElement picture, string kind) =>
        picture.Descendants().Where(group => group.Name.LocalName == "g" && (string?)group.Attribute("class") == kind);

    private static XElement Drawn(string svg)
    {
        using var reader = XmlReader.Create(new StringReader(svg), new() { DtdProcessing = DtdProcessing.Ignore });
        return XElement.Load(reader);
    }

    private static IEnumerable<Expr> Parts(Expr formula) =>
        formula is Apply { Arguments: var arguments } ? arguments.SelectMany(Parts).Append(formula) : [formula];

    private static string Program(CodeLanguage language, string head, string begin, string line, string end)
    {
        var text = new StringBuilder(head);
        var calls = new StringBuilder(begin);
        foreach (var (formula, i) in Formulas.Select((formula, i) => (formula, i)))
        {
            var name = $"f{i}";
            text.Append(CodePrinter.Print(new Function(formula), language, name)).Append('\n');
            foreach (var (x, y) in Points)
                calls.AppendFormat(CultureInfo.InvariantCulture, line.Replace("{\n", "{{\n"), name, x, y);
        }
        return text.Append(calls).Append(end).ToString();
    }

    private static void Compare((int Exit, string Output) run)
    {
        run.Exit.ShouldBe(0, run.Output);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(Formulas.Count * Points.Length);
        for (var i = 0; i < lines.Length; i++)
        {
            var formula = Formulas[i / Points.Length];
            var (x, y) = Points[i % Points.Length];
            var expected = formula.Evaluate(new Dictionary<string, double> { ["x"] = x, ["y"] = y });
            var got = double.Parse(lines[i].Replace("-nan", "nan").Replace("inf", "Infinity").Replace("nan", "NaN"), CultureInfo.InvariantCulture);
            if (double.IsNaN(expected))
                got.ShouldBe(double.NaN, $"{formula} at {x}, {y}");
            else if (double.IsInfinity(expected))
                got.ShouldBe(expected, $"{formula} at {x}, {y}");
            else
                got.ShouldBe(expected, 1e-11 * Math.Max(1, Math.Abs(expected)), $"{formula} at {x}, {y}");
        }
    }

    private static Expr Node(JsonElement node)
    {
        if (node.TryGetProperty("constant", out var constant))
            return new Constant(constant.GetDouble());
        if (node.TryGetProperty("variable", out var variable))
            return new Variable(variable.GetString()!);
        Expr[] arguments = [.. node.GetProperty("arguments").EnumerateArray().Select(Node)];
        return Operators.Find(node.GetProperty("operator").GetString()!)!.Of([.. arguments]);
    }

    private static Expr Inlined(Expr formula) => formula.Rewrite(node => node is Apply { Operator: DefinedOperator function, Arguments: var arguments } ? function.Inline(arguments) : node);

    private sealed record Function(Expr Formula) : IFormula
    {
        public System.Collections.Immutable.ImmutableArray<string> Parameters => ["x", "y"];
    }
}
