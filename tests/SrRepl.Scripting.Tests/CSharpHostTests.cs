using SrRepl.Core;

namespace SrRepl.Scripting.Tests;

public class CSharpHostTests
{
    [Fact]
    public void A_formula_is_written_as_on_paper() =>
        Run("""
            Formula mass = Var("mass");
            0.34 * Var("mult") - Gauss(mass - 0.9)
            """)!.ToString().ShouldBe("0.34*mult - gauss(mass - 0.9)");

    [Fact]
    public void Arguments_are_in_scope() => new CSharpHost(["a", "b"]).Run(Source("Args[1] + Args.Count")).ShouldBe("b2");

    [Fact]
    public void What_a_verb_gives_is_written_on_as_a_formula() =>
        Run("""
            var x = Var("x");
            var halved = (x / 2 + x / 2 + 1).Simplify();
            2 * Exp(-halved) - halved / x + 1 / halved
            """)!.ToString().ShouldBe("2*exp(-(x + 1)) - (x + 1)/x + 1/(x + 1)");

    [Fact]
    public void Objects_are_a_dataset_by_their_properties() =>
        new CSharpHost([]).Run(Source("new[] { new { T = 1.0, Late = false }, new { T = 2.0, Late = true } }.Read().Columns()"))
            .ShouldBeAssignableTo<IEnumerable<string>>()!.ShouldBe(["t", "late"]);

    [Fact]
    public void A_host_remembers()
    {
        var host = new CSharpHost([]);
        host.Run(Source("int Twice(int x) => 2 * x; var y = 4;")).ShouldBeNull();
        host.Run(Source("Twice(y)")).ShouldBe(8);
    }

    [Theory]
    [InlineData("var y = 4")]
    [InlineData("var y = 4\n")]
    [InlineData("int Four() => 4; var y = Four()")]
    public void The_last_semicolon_may_be_missing(string code)
    {
        var host = new CSharpHost([]);
        host.Run(Source(code));
        host.Run(Source("y")).ShouldBe(4);
    }

    [Fact]
    public void A_failed_piece_leaves_the_earlier_ones()
    {
        var host = new CSharpHost([]);
        host.Run(Source("var y = 4;"));
        Should.Throw<DiagnosticException>(() => host.Run(Source("y = int.Parse(\"x\");")));
        host.Run(Source("y")).ShouldBe(4);
    }

    [Theory]
    [InlineData("var x = 1;\nvar y = [|nope|];", 9030)]
    [InlineData("int x = 0;\nfor (int i = 0; i < 3; i++) x += [|y|];", 9030)]
    [InlineData("var a = new int[2];\nfor (int i = 0; i < 3; i++) [|a[i] = 1;|]", 9031)]
    [InlineData("int F(int n) => [|F(n + 1)|];\nF(0)", 9032)]
    [InlineData("class A { [|A a = new A();|] }\nnew A()", 9032)]
    [InlineData("class A { public int B => [|B|]; }\nnew A().B", 9032)]
    [InlineData("class A { public int this[int i] => [|this[i]|]; }\nnew A()[0]", 9032)]
    [InlineData("class A { public static implicit operator int(A a) => [|a|]; }\nint i = new A();", 9032)]
    [InlineData("Func<int, int> f = null!;\nf = n => [|f(n + 1)|];\nf(0)", 9032)]
    [InlineData("new[] { 1, 0 }.Select(i => [|1 / i|]).ToList()", 9031)]
    [InlineData("[|Operators.Sin.Of(1, 2)|]", 2002)]
    [InlineData("void G() { while (true) { [|throw new Exception(\"no\");|] } }\nG();", 9031)]
    [InlineData("#r [|\"nuget: MathNet\"|]", 9040)]
    [InlineData("[|Console.WriteLine(Args[0])|];", 9034)]
    [InlineData("var (a, b) = \"jets\".Sample() | Split([|0.8|]);", 9030)]
    [InlineData("var f = \"x + 1\".Expr();\nvar g = \"x + [|foo|](1)\".Expr();", 41)]
    public void An_error_points_at_what_the_user_wrote(string marked, int number)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var length = marked.IndexOf("|]", StringComparison.Ordinal) - start - 2;
        var source = Source(marked.Replace("[|", "").Replace("|]", ""));
        var diagnostic = Should.Throw<DiagnosticException>(() => new CSharpHost([]).Run(source)).Diagnostic;
        diagnostic.Number.ShouldBe(number, diagnostic.ToString());
        var expected = source.PlaceOf(new Span(start, length));
        var place = diagnostic.Place.ShouldNotBeNull(diagnostic.ToString());
        (place.File, place.Line, place.Column).ShouldBe((expected.File, expected.Line, expected.Column));
    }

    [Theory]
    [InlineData("\"jets\".Sample(new() { Rows = 9, Sed = 1 });", "Seed")]
    [InlineData("\"x + x\".Expr().Simplfy();", "Simplify")]
    [InlineData("Gaus(Var(\"x\"));", "Gauss")]
    [InlineData("var train = 1;\ntrian + 1", "train")]
    public void A_slip_in_a_name_is_told(string code, string meant) =>
        Should.Throw<DiagnosticException>(() => Run(code)).Diagnostic.Hint.ShouldBe($"did you mean `{meant}`?");

    [Theory]
    [InlineData("while (true);")]
    [InlineData("for (;;) { }")]
    [InlineData("do { } while (true);")]
    [InlineData("again: goto again;")]
    [InlineData("foreach (var i in Forever()) { }\nIEnumerable<int> Forever() { while (true) yield return 1; }")]
    [InlineData("Action spin = () => { while (true); };\nspin();")]
    [InlineData("class A { public int B { get { while (true); } } }\nnew A().B")]
    [InlineData("Func<int, int> fibonacci = null!;\nfibonacci = n => n < 2 ? n : fibonacci(n - 1) + fibonacci.Invoke(n - 2);\nfibonacci(60)")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => (long)i).Where(i => i < 0).Count()")]
    [InlineData("Enumerable.Repeat(1, int.MaxValue).ToList().ForEach(i => Console.Write(\"\"))")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) where i < 0 select i).Count()")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Sum(_ => Math.Sin(1))")]
    [InlineData("Parallel.For(0L, long.MaxValue, i => Math.Sin(i));")]
    [InlineData("await Task.Delay(-1);")]
    [InlineData("while (true) { try { while (true); } catch (Exception) { } }")]
    [InlineData("Action<int> both = n => Array.ForEach([n - 1, n - 2], i => { if (i > 0) both(i); });\nboth(60)")]
    public async Task An_endless_script_stops_when_it_is_interrupted(string code)
    {
        using var stop = new CancellationTokenSource();
        var running = Task.Run(() =>
        {
            RunContext.Current = new RunContext { Output = TextWriter.Null, Error = TextWriter.Null, Cancellation = stop.Token };
            return new CSharpHost([]).Run(Source(code));
        });
        stop.CancelAfter(TimeSpan.FromSeconds(0.2));
        await Should.ThrowAsync<OperationCanceledException>(running.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_checkpoint_changes_no_value() =>
        Run("""
            int sum = 0;
            for (int i = 0; i < 4; i++) if (i % 2 == 0) continue; else sum += i;
            int j = 3;
            while (j --> 0) sum += 10;
            do sum += 100; while (j++ < 0);
            foreach (var (a, b) in new[] { (1, 2) }) sum += 1000 * (a + b);
            int Twice(int x) => 2 * x;
            string Shout(string s) { return s + "!"; }
            async Task<int> Later(int x) => await Task.FromResult(x);
            void Add(int x) => sum += x;
            int Fail() => throw new Exception();
            new Held().List.Add(1);
            var each = new List<int>();
            new List<int> { 1, 2 }.ForEach(i => each.Add(i));
            Func<int, byte> small = i => 7;
            Func<int, Func<int, int>> curried = a => b => a + b;
            Func<Task> bare = async () => await Task.Delay(0);
            await bare();
            System.Linq.Expressions.Expression<Func<int, int>> tree = i => i + 1;
            Add(each.Sum() + small(0) + curried(1)(2) + tree.Compile()(6) - 20);
            Add((from i in each where i > 1 orderby -i group i by i % 2 into g select g.Key).Count() - 1);
            Add(Twice(5000) + await Later(10000));
            class Held { public IList<int> List = new List<int>(); public List<int> More { get; } = new(); object o = new(); }
            Shout(sum.ToString())
            """).ShouldBe("23234!");

    [Fact]
    public void Loaded_scripts_are_found_beside_the_loading_one_and_errors_name_them()
    {
        var folder = Directory.CreateTempSubdirectory("sr-").FullName;
        File.WriteAllText(Path.Combine(folder, "inner.csx"), "int Third(int[] a)\n{\n    return a[2];\n}\n");
        File.WriteAllText(Path.Combine(folder, "outer.csx"), "#load \"inner.csx\"\nThird(new[] { 1, 2, 3 })");
        new CSharpHost([]).Run(FromFile("outer.csx")).ShouldBe(3);

        File.WriteAllText(Path.Combine(folder, "wrong.csx"), "#load \"inner.csx\"\nThird(new[] { 1 })");
        var place = Should.Throw<DiagnosticException>(() => new CSharpHost([]).Run(FromFile("wrong.csx"))).Diagnostic.Place;
        place.ShouldNotBeNull().File.ShouldEndWith("inner.csx");
        (place.Line, place.Column).ShouldBe((3, 5));
        Directory.Delete(folder, recursive: true);

        SourceText FromFile(string name) => new(File.ReadAllText(Path.Combine(folder, name)), Path.Combine(folder, name));
    }

    [Fact]
    public void A_dll_can_be_referenced()
    {
        var dll = typeof(Xunit.Assert).Assembly.Location.Replace('\\', '/');
        Run($"#r \"{dll}\"\nXunit.Assert.Equal(1, 1);\ntypeof(Xunit.Assert).Name").ShouldBe("Assert");
    }

    [Fact]
    public void A_package_of_the_feed_can_be_referenced_and_is_kept()
    {
        var folder = Directory.CreateTempSubdirectory("sr-").FullName;
        var cache = new PackageCache(folder);
        var package = PackageName.Parse("MathNet.Numerics, 5.0.0");
        var restored = cache.Restore(package);
        restored.ShouldContain(path => path.EndsWith("MathNet.Numerics.dll"));
        restored.ShouldAllBe(path => File.Exists(path));

        var project = Path.Combine(folder, "mathnet.numerics", "5.0.0", "package.csproj");
        File.WriteAllText(project, "restoring this would fail");
        cache.Restore(package).ShouldBe(restored);
        Directory.Delete(folder, recursive: true);
    }

    private static SourceText Source(string code) => new(code, "test.csx");

    private static object? Run(string code) => new CSharpHost([]).Run(Source(code));
}
