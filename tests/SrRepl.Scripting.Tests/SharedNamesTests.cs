using SrRepl.Core;
using SrRepl.Language;

namespace SrRepl.Scripting.Tests;

/// <summary>What a session and its C# see of each other's names.</summary>
public class SharedNamesTests
{
    private readonly Session _session = new();
    private readonly CSharpHost _host = new([]);

    [Fact]
    public void What_either_side_binds_the_other_one_has()
    {
        Sr("let x = 20\nlet ``a name`` = 1\nlet f = expr \"m\"");
        CSharp("var y = x + 1; x = 5; var g = f * f;").ShouldBe(["g", "x", "y"]);
        Sr("y + x").ShouldBe("26");
        Sr("g").ShouldBe("m*m");
        CSharp("1").ShouldBeEmpty();
    }

    // The session has them as numbers and lists of its own, which must not come back.
    [Fact]
    public void What_C_sharp_declared_keeps_its_type_there()
    {
        CSharp("int n = 3; var list = new List<int> { 1 };");
        CSharp("list.Add(new int[n].Length);").ShouldBe(["list"]);
        Sr("list").ShouldBe("[1; 3]");
    }

    [Fact]
    public void Lists_and_tuples_are_those_of_C_sharp()
    {
        (string Value, string Type)[] values =
        [
            ("[1; 2.5]", "double[]"), ("[\"a\"]", "string[]"), ("[expr \"x\"]", "Expr[]"), ("[1; \"a\"]", "object[]"), ("(1, [true])", "(double, bool[])"),
        ];
        Sr(string.Join('\n', values.Select((row, i) => $"let v{i} = {row.Value}")));
        CSharp(string.Concat(values.Select((row, i) => $"{row.Type} same{i} = v{i}; ")));
        for (var i = 0; i < values.Length; i++)
            Sr($"same{i}").ShouldBe(Sr($"v{i}"));
    }

    // One piece of C# declares them all: a compilation for each would take long.
    [Fact]
    public void A_function_of_C_sharp_is_one_of_the_language()
    {
        (string Declared, string Used, string Value)[] functions =
        [
            ("Func<double, double> F = x => x * x;", "F 3", "9"),
            ("double F(double x) => x * x;", "F 3", "9"),
            ("static double F(double x) { return x * x; }", "[for x in [1; 2] -> F x]", "[1; 4]"),
            ("var F = (double x) => x * x;", "3 |> F", "9"),
            ("Func<double, double, double> F = Math.Pow;", "[F 2 3; F(2, 3); (F 2) 3]", "[8; 8; 8]"),
            ("Func<double, Func<double, double>> F = a => b => a - b;", "F 3 2", "1"),
            ("int F() => 42;", "F ()", "42"),
            ("bool F(string s, int n) => s.Length == n;", "F \"abc\" 3", "true"),
            ("List<double> F(List<double> xs) => xs;", "F [1; 2]", "[1; 2]"),
            ("double F(Func<double, double, double> g, double x) => g(x, x);", "F (fun x y -> x + y) 2", "4"),
            ("string F(object o) => o.GetType().Name;", "F [1; 2]", "Double[]"),
            ("async Task<double> F(double x) { await Task.Yield(); return x; }", "F 2", "2"),
            ("int F(Dataset d) => d.Rows;", "F (sample \"jets\" { rows = 3 })", "3"),
            ("Expr F(Expr x) => x * x;", "F 3", "9"),
            ("Expr F(Expr x) => x * x;", "F |> derivative", "2*x"),
        ];
        CSharp(string.Join('\n', functions.Select((row, i) => row.Declared.Replace("F", $"F{i}").Replace($"F{i}unc", "Func"))));
        for (var i = 0; i < functions.Length; i++)
            Sr(functions[i].Used.Replace("F", $"F{i}")).ShouldBe(functions[i].Value, functions[i].Declared);
    }

    [Fact]
    public void A_wrong_call_of_it_is_told_where_it_stands()
    {
        CSharp("""
            double f(double x) => x;
            double whole(int x) => x;
            double fails(double x) => throw new InvalidOperationException("no");
            double endless(double x) => endless(x + 1);
            """);
        (string Marked, int Number)[] calls =
        [
            ("f [|\"a\"|]", 21), ("whole [|2.5|]", 21), ("f ([|expr \"x\"|])", 21), ("[|f 1 2|]", 2002), ("1 + [|fails 2|]", 9031), ("[|endless 2|]", 9032),
            ("f |> [|derivative|]", 9033),
        ];
        foreach (var (marked, number) in calls)
        {
            var diagnostic = _session.Run(new SourceText(marked.Replace("[|", "").Replace("|]", ""), "input")).Diagnostics.ShouldHaveSingleItem();
            diagnostic.Number.ShouldBe(number, diagnostic.ToString());
            diagnostic.Place!.Column.ShouldBe(marked.IndexOf("[|", StringComparison.Ordinal) + 1, diagnostic.ToString());
        }
    }

    [Fact]
    public void A_function_of_the_language_is_called_in_C_sharp()
    {
        (string Declared, string Used, string Value)[] functions =
        [
            ("f x = x*x", "f(3)", "9"),
            ("f x = x*x", "f(Var(\"t\"))", "t*t"),
            ("f x = x*x", "f.Derivative()", "2*x"),
            ("f x = x*x", "new[] { 1.0, 2 }.Sum(x => f(x))", "5"),
            ("f x y = x - y", "f(Var(\"t\"), 1)", "t - 1"),
            ("f = (+) 1", "f(2)", "3"),
            ("f x = x > 1", "f(2)", "1"),
            ("f xs = [for x in xs -> x + 1]", "f(new[] { 1, 2 })", "[2; 3]"),
            ("f () = 5", "f()", "5"),
            ("f = lut sin { from = -1; to = 1; size = 16 }", "f(Var(\"t\"))", "f(t)"),
        ];
        var named = functions.Select((row, i) => (Declared: $"let {Named(row.Declared, i)}", Used: Named(row.Used, i), Value: Named(row.Value, i))).ToArray();
        Sr(string.Join('\n', named.Select(row => row.Declared)));
        Printed($"new object[] {{ {string.Join(", ", named.Select(row => row.Used))} }}").ShouldBe($"[{string.Join("; ", named.Select(row => row.Value))}]");

        static string Named(string code, int i) => System.Text.RegularExpressions.Regex.Replace(code, "\\bf\\b", $"f{i}");
    }

    [Fact]
    public void The_last_function_of_a_name_is_the_one_that_both_sides_have()
    {
        CSharp("double f(double x) => 1;");
        Sr("let f x = 2");
        Printed("f(0)").ShouldBe("2");
        CSharp("double f(double x) => 3;");
        Sr("f 0").ShouldBe("3");
        Printed("f(0)").ShouldBe("3");
    }

    [Fact]
    public void What_fails_when_it_is_printed_is_told_where_it_was_written()
    {
        var diagnostic = Should.Throw<DiagnosticException>(() => Printed("new[] { 1, 0 }.Select(i => 1 / i)")).Diagnostic;
        diagnostic.Number.ShouldBe(9031);
        diagnostic.Place!.Column.ShouldBe(28);
    }

    [Fact]
    public void An_error_of_an_earlier_piece_is_shown_in_that_piece()
    {
        CSharp("int F(string s) => int.Parse(s);");
        Should.Throw<DiagnosticException>(() => CSharp("F(\"x\")")).Diagnostic.Place!.LineText.ShouldStartWith("int F");
    }

    private string Sr(string code)
    {
        var outcome = _session.Run(new SourceText(code, "input"));
        outcome.Diagnostics.ShouldBeEmpty();
        return outcome.Value is { } value ? Session.Print(value) : "";
    }

    private IEnumerable<string> CSharp(string code)
    {
        Printed(code);
        return _host.GiveBack(_session).Keys;
    }

    private string? Printed(string code)
    {
        _host.Share(_session);
        return _host.Print(new SourceText(code, "input"));
    }
}
