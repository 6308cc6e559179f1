using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Language;
using SrRepl.Rewriting;

namespace SrRepl.Benchmarks;

/// <summary>Simplifies the equations of a real PySR run, and random formulas, beside SymPy's simplify where python3-sympy is installed.</summary>
internal static class SimplifyCommand
{
    private const int LargeNodes = 200;

    // The run's own operator.
    private static readonly DefinedOperator SineCosine = new("sc", ["u"], Operators.Sin.Of(new Variable("u")) * Operators.Cos.Of(new Variable("u")));

    private const string Script = """
        import re, sys, time
        from sympy import *
        functions = dict(sin=sin, cos=cos, tan=tan, exp=exp, log=log, sqrt=sqrt, abs=Abs, sign=sign, max=Max, min=Min, asin=asin,
            acos=acos, atan=atan, sinh=sinh, cosh=cosh, tanh=tanh, erf=erf, erfc=erfc, floor=floor, pi=pi, sc=lambda u: sin(u)*cos(u),
            cbrt=lambda u: real_root(u, 3), relu=lambda u: Max(u, 0), square=lambda u: u**2, cube=lambda u: u**3)
        for line in sys.stdin:
            names = {name: Symbol(name, real=True) for name in re.findall(r"[A-Za-z_]\w*", line)}
            names.update(functions)
            start = time.process_time()
            try:
                simple = simplify(sympify(line.replace("--", "- -"), locals=names))
            except Exception as failure:
                simple = "none"
            print(f"{time.process_time() - start:.6f}\t{simple}", flush=True)
        """;

    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("simplify FILE.csv [FORMULAS.txt] [list] [alone]: the last column of the file holds equations; the text has a formula a line, up to an arrow");
            return 2;
        }
        var texts = File.ReadLines(arguments[0]).Skip(1).Select(line => line.Split(',', 5)[4].Trim('"')).ToArray();
        // Both sides get the run's operator written out.
        var formulas = texts.Select(text => FormulaReader.Read(text, name => name == "sc" ? SineCosine : null).Rewrite(Inline)).ToArray();
        foreach (var formula in formulas)
            Simplifier.Simplify(formula);
        var start = Environment.CpuUsage.TotalTime;
        var ours = formulas.Select(formula => Simplifier.Simplify(formula)).ToArray();
        var seconds = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{formulas.Length} equations of {formulas.Sum(f => f.Nodes)} nodes: {ours.Sum(d => d.Formula.Nodes)} nodes in {seconds:F3} s of processor, {seconds / ours.Length * 1e3:F2} ms each"));
        Console.WriteLine(string.Join(", ", ours.GroupBy(d => d.Stop).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}")));
        Forms(formulas);
        Large();
        if (arguments.Contains("list"))
            foreach (var (formula, simple) in formulas.Zip(ours))
                Console.WriteLine($"{formula.Nodes,4} {simple.Formula.Nodes,4}  {simple}");
        return arguments.Contains("alone") ? 0 : BesideSymPy(texts, ours, seconds, Array.Find(arguments, argument => argument.EndsWith(".txt", StringComparison.Ordinal)));
    }

    private static Expr Inline(Expr node) => node is Apply { Operator: DefinedOperator op } call ? op.Inline(call.Arguments) : node;

    private static void Forms(Expr[] formulas)
    {
        const int rounds = 50;
        var start = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++)
            foreach (var formula in formulas)
                Canonical.Form(formula);
        var each = (Environment.CpuUsage.TotalTime - start).TotalMicroseconds / (rounds * formulas.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"canonical form: {each:F1} us each"));
    }

    // Time and memory of formulas of two hundred nodes, the worst of twenty.
    private static void Large()
    {
        var random = new Random(5);
        var (worst, most, reasons) = (0.0, 0L, new List<StopReason>());
        for (var i = 0; i < 20; i++)
        {
            var formula = Draw(random, LargeNodes);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var start = Environment.CpuUsage.TotalTime;
            reasons.Add(Simplifier.Simplify(formula).Stop);
            worst = Math.Max(worst, (Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
            most = Math.Max(most, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"random formulas of {LargeNodes} nodes: at most {worst:F1} ms of processor and {most / 1e6:F1} MB allocated, {string.Join(", ", reasons.GroupBy(r => r).Select(g => $"{g.Key} {g.Count()}"))}"));
    }

    // What people type: the file of the tests, its formulas before the arrow.
    private static (string Text, Derivation Simple)[] Typed(string file) =>
    [
        .. File.ReadLines(file).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split([" => ", " ~> "], StringSplitOptions.None)[0])
            .Select(text => (text, Simplifier.Simplify(FormulaReader.Read(text), new() { ChangeDomain = true }))),
    ];

    private static int BesideSymPy(string[] texts, Derivation[] ours, double seconds, string? typedFile)
    {
        if (SymPy(texts) is not { } theirs)
            return 0;
        var theirSeconds = theirs.Sum(their => their.Seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"SymPy simplify: {theirs.Sum(their => their.Simple!.Nodes)} nodes in {theirSeconds:F1} s of processor, {theirSeconds / seconds:F0} times as long"));
        Compare(texts, ours, theirs);
        if (typedFile is null)
            return 0;
        var typed = Typed(typedFile);
        if (SymPy([.. typed.Select(pair => pair.Text)]) is { } answers)
            Compare([.. typed.Select(pair => pair.Text)], [.. typed.Select(pair => pair.Simple)], answers);
        return 0;
    }

    private static void Compare(string[] texts, Derivation[] ours, (double Seconds, Expr? Simple)[] theirs)
    {
        var read = Enumerable.Range(0, texts.Length).Where(i => theirs[i].Simple is not null).ToArray();
        var larger = read.Where(i => ours[i].Formula.Nodes > theirs[i].Simple!.Nodes).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"of {read.Length} formulas ours are never larger than SymPy's in {100.0 * (read.Length - larger.Length) / read.Length:F1} %, smaller in {read.Count(i => ours[i].Formula.Nodes < theirs[i].Simple!.Nodes)}; ours {read.Sum(i => ours[i].Formula.Nodes)} nodes, SymPy's {read.Sum(i => theirs[i].Simple!.Nodes)}"));
        foreach (var i in larger)
            Console.WriteLine($"  {ours[i].Formula.Nodes} {ours[i]}\n  {theirs[i].Simple!.Nodes} {theirs[i].Simple}");
    }

    // The time and the answer for every formula, null where SymPy is missing; no answer where it fails or answers with cases.
    private static (double Seconds, Expr? Simple)[]? SymPy(string[] texts)
    {
        Process python;
        try
        {
            python = Process.Start(new ProcessStartInfo("python3", ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Console.WriteLine("no python3 here: not compared with SymPy");
            return null;
        }
        var feeding = Task.Run(() =>
        {
            try
            {
                python.StandardInput.Write(string.Join('\n', texts));
                python.StandardInput.Close();
            }
            catch (IOException)
            {
                // It ended early: its output tells.
            }
        });
        var lines = python.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        feeding.Wait();
        python.WaitForExit();
        if (lines.Length == texts.Length)
            return [.. lines.Select(line => line.Split('\t')).Select(parts => (double.Parse(parts[0], CultureInfo.InvariantCulture), TryRead(parts[1])))];
        Console.WriteLine("no python3-sympy here: not compared with SymPy");
        return null;
    }

    private static Expr? TryRead(string text)
    {
        try
        {
            return text == "none" ? null : FormulaReader.Read(text);
        }
        catch (DiagnosticException)
        {
            return null;
        }
    }

    private static Expr Draw(Random random, int nodes)
    {
        if (nodes <= 2)
            return random.Next(3) == 0 ? Math.Round(random.NextDouble() * 4 - 2, 3) : new Variable($"x{random.Next(6)}");
        if (random.NextDouble() < 0.2)
            return (random.Next(4) switch { 0 => Operators.Sin, 1 => Operators.Exp, 2 => Operators.Tanh, _ => Operators.Abs }).Of(Draw(random, nodes - 1));
        var left = random.Next(1, nodes - 1);
        ImmutableArray<BuiltInOperator> binary = [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide];
        return binary[random.Next(binary.Length)].Of(Draw(random, left), Draw(random, nodes - 1 - left));
    }
}
