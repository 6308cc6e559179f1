using SrRepl.Core;

namespace SrRepl.Language.Tests;

public sealed class SessionTests
{
    [Theory]
    [InlineData("1 + 2", true)]
    [InlineData("1 +", false)]
    [InlineData("(1 + 2", false)]
    [InlineData("{ a = 1", false)]
    [InlineData("[1;", false)]
    [InlineData("let x =", false)]
    [InlineData("let f x =\n    let y = x", false)]
    [InlineData("let f x =\n    let y = x\n    y", true)]
    [InlineData("if 1 < 2 then", false)]
    [InlineData("if 1 < 2 then 3 else", false)]
    [InlineData("fun x ->", false)]
    [InlineData("x |>", false)]
    [InlineData("(* a comment", false)]
    [InlineData("\"\"\"over", false)]
    [InlineData("\"a text", true)]
    [InlineData("1 + + 2", true)]
    [InlineData("(1 + 2]", true)]
    [InlineData("", true)]
    [InlineData("// only a remark", true)]
    public void Knows_what_is_unfinished(string text, bool complete) => Session.IsComplete(text).ShouldBe(complete);

    [Fact]
    public void Keeps_names_and_the_last_value()
    {
        var session = new Session();
        Run(session, "let f x = x + 1\nf 2");
        session.It.ShouldBe(3.0);
        session.Bindings.Keys.ShouldBe(["f"]);
        session.Bind("n", 7);
        Run(session, "f n").ShouldBe("8\n");
        session.Reset();
        session.Bindings.ShouldBeEmpty();
        session.It.ShouldBeNull();
    }

    [Fact]
    public void Runs_nothing_of_a_text_that_does_not_parse()
    {
        var session = new Session();
        Run(session, "let x = 1\nprint x\nlet y = = 2\nlet z = )").ShouldNotContain("1\n1");
        session.Bindings.ShouldBeEmpty();
        session.Run(new SourceText("let a = = 1\nlet b = 2\nlet c = * 3", "input")).Diagnostics.Select(diagnostic => diagnostic.Place!.Line).ShouldBe([1, 3]);
    }

    [Fact]
    public void A_closure_keeps_what_it_saw()
    {
        var session = new Session();
        Run(session, "let x = 1\nlet f y = x + y\nlet x = 10\nf 0\nx").ShouldBe("1\n10\n");
    }

    [Fact]
    public void Stops_a_loop_when_interrupted()
    {
        using var stop = new CancellationTokenSource();
        RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null, Cancellation = stop.Token };
        var session = new Session();
        stop.CancelAfter(TimeSpan.FromMilliseconds(50));
        var outcome = session.Run(new SourceText("let before = 1\nlet rec wait n = if n < 1 then 0 else wait (n - 1)\nlet all = [for i in [1 .. 9000000] -> wait 2000]", "input"));
        outcome.Interrupted.ShouldBeTrue();
        outcome.Succeeded.ShouldBeFalse();
        session.Bindings.Keys.ShouldBe(["before", "wait"], ignoreOrder: true);
        RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null };
        session.Run(new SourceText("before + 1", "input")).Value.ShouldBe(2.0);
    }

    [Theory]
    [InlineData("expr \"x + «foo»(1)\"", "")]
    [InlineData("expr \"\\u0078 + «foo»(1)\"", "")]
    [InlineData("expr \"\"\"x +\n «foo»(1)\"\"\"", "")]
    [InlineData("\"x + «foo»(1)\" |> expr", "")]
    [InlineData("let s = \"x + foo(1)\"\nexpr s", "expr(1,5)")]
    [InlineData("expr (\"x + \" + \"foo(1)\")", "expr(1,5)")]
    public void Points_into_the_text_of_a_formula(string marked, string elsewhere)
    {
        var (text, span) = marked.Contains('«') ? Marked.Read(marked) : (marked, default);
        var place = new Session().Run(new SourceText(text, "input")).Diagnostics.ShouldHaveSingleItem().Place!;
        if (elsewhere.Length > 0)
            $"{place.File}({place.Line},{place.Column})".ShouldBe(elsewhere);
        else
            place.ShouldBe(new SourceText(text, "input").PlaceOf(span));
    }

    [Theory]
    [InlineData("broken.file", 43)]
    [InlineData("broken.fault", 900)]
    public void Turns_what_a_room_throws_into_a_diagnostic(string code, int number)
    {
        var session = new Session();
        session.Bind("broken", new Broken());
        var diagnostic = session.Run(new SourceText(code, "input")).Diagnostics.ShouldHaveSingleItem();
        diagnostic.Number.ShouldBe(number);
        diagnostic.Place!.Column.ShouldBe(1);
        diagnostic.ToString().ShouldNotContain("   at ");
    }

    private sealed class Broken
    {
        public double File => throw new IOException("the disk is full");

        public double Fault => throw new InvalidOperationException("impossible");
    }

    [Fact]
    public void Sums_a_hundred_thousand_terms() =>
        Run(new Session(), string.Join(" + ", Enumerable.Repeat("1", 100_000))).ShouldBe("100000\n");

    [Theory]
    [InlineData("simp", "simplify", CompletionKind.Verb)]
    [InlineData("co", "cosh", CompletionKind.Operator)]
    [InlineData("1 + my", "myName", CompletionKind.Binding)]
    [InlineData("data |> evolve { max", "maxSize", CompletionKind.Option)]
    [InlineData("data |> evolve { maxSize = 3; nIt", "nIterations", CompletionKind.Option)]
    [InlineData("data |> target \"", "is_top", CompletionKind.Column)]
    [InlineData("expr \"x + is", "is_top", CompletionKind.Column)]
    [InlineData("data.ro", "rows", CompletionKind.Field)]
    [InlineData("option.wi", "width", CompletionKind.Field)]
    [InlineData("le", "let", CompletionKind.Keyword)]
    [InlineData("data |> hls { backend = ", "\"Vitis\"", CompletionKind.Binding)]
    [InlineData("data |> hls { backend = \"V", "Vitis", CompletionKind.Binding)]
    [InlineData("data |> cost { clock = 5<n", "ns>", CompletionKind.Keyword)]
    [InlineData("data |> evolve { loss = ", "\"HuberLoss\"", CompletionKind.Binding)]
    [InlineData("data |> evolve { loss = \"l2m", "L2MarginLoss", CompletionKind.Binding)]
    [InlineData("data |> fit { maxIterations = 3; loss = \"l2m", "L2MarginLoss", CompletionKind.Binding)]
    [InlineData("data |> cost { device = \"zc", "zcu102", CompletionKind.Binding)]
    [InlineData("data |> quantize { mathLibrary = \"hls", "hls_math", CompletionKind.Binding)]
    [InlineData("data |> pick \"ac", "accuracy", CompletionKind.Binding)]
    [InlineData("data |> pick { by = \"ac", "accuracy", CompletionKind.Binding)]
    [InlineData("derivative { by = \"is", "is_top", CompletionKind.Column)]
    [InlineData("sample \"", "jets", CompletionKind.Binding)]
    [InlineData("code \"ju", "julia", CompletionKind.Binding)]
    public void Completes(string text, string expected, CompletionKind kind)
    {
        var session = new Session();
        session.Bind("data", new Dataset([new Column("x", [1.0]), new Column("is_top", [1.0])]));
        Run(session, "let myName = 1\nlet option = { width = 16 }");
        var completions = session.Complete(text, text.Length);
        var item = completions.Items.ShouldHaveSingleItemNamed(expected);
        item.Kind.ShouldBe(kind);
        text[completions.Replaced.Start..].ShouldBe(text[completions.Replaced.Start..completions.Replaced.End]);
    }

    [Fact]
    public void Says_the_default_of_an_option() =>
        new Session().Complete("evolve { maxS", 13).Items.ShouldHaveSingleItemNamed("maxSize").Help.ShouldContain("default 30");

    [Theory]
    [InlineData("quant", "ize")]
    [InlineData("simp", "lify")]
    [InlineData("1 |> std", "")]
    [InlineData("evolve { population", "")]
    [InlineData("evolve { maxs", "")]
    [InlineData("deri", "vative")]
    [InlineData("asi", "n")]
    public void Knows_what_all_that_fits_has_in_common(string text, string common) =>
        new Session().Complete(text, text.Length).Common(text).ShouldBe(common);

    [Fact]
    public void Completes_paths()
    {
        var folder = Directory.CreateTempSubdirectory("srrepl-complete-").FullName;
        File.WriteAllText(Path.Combine(folder, "jets.csv"), "");
        var text = $"read \"{folder}/je";
        var completions = new Session().Complete(text, text.Length);
        completions.Items.ShouldBe([new CompletionItem("jets.csv", CompletionKind.Path)]);
        completions.Replaced.ShouldBe(new Span(text.Length - 2, 2));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Classifies_every_piece()
    {
        var text = "let f = sin 2.5 |> simplify // ap_fixed<8,4>";
        var classes = new Session().Classify(text).ToDictionary(piece => text.Substring(piece.Span.Start, piece.Span.Length), piece => piece.Class);
        classes["let"].ShouldBe(TokenClass.Keyword);
        classes["f"].ShouldBe(TokenClass.Name);
        classes["sin"].ShouldBe(TokenClass.Function);
        classes["2.5"].ShouldBe(TokenClass.Number);
        classes["|>"].ShouldBe(TokenClass.Sign);
        classes["simplify"].ShouldBe(TokenClass.Verb);
        classes["// ap_fixed<8,4>"].ShouldBe(TokenClass.Comment);
    }

    private static string Run(Session session, string code)
    {
        var output = new StringWriter { NewLine = "\n" };
        RunContext.Current = new RunContext { Output = output, Error = TextWriter.Null };
        foreach (var diagnostic in session.Run(new SourceText(code, "input")).Diagnostics)
            output.WriteLine(diagnostic);
        return output.ToString();
    }
}

internal static class CompletionAssertions
{
    public static CompletionItem ShouldHaveSingleItemNamed(this IReadOnlyList<CompletionItem> items, string name) =>
        items.Where(item => item.Text == name).ShouldHaveSingleItem();
}
