using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;
using SrRepl.Search;
using SrRepl.Verilog;

namespace SrRepl.Language.Tests;

/// <summary>What load reads, and how it complains.</summary>
[Collection(WorkingFolder.Name)]
public sealed class LoadTests(WorkingFolder folder)
{
    [Fact]
    public void OldAndNewHallsOfFameAreFronts()
    {
        folder.Enter();
        File.WriteAllText("old.csv", "Complexity|MSE|Equation\n1|0.5|x0\n3|0.25|(x0 ^ 2.0)\n5|0.1|square(inv(x0) + cot(x1))\n");
        File.WriteAllText("new.csv", "Complexity,Loss,Equation\r\n1,0.5,\"x0\"\r\n3,0.25,\"x0 ^ 2.0\"\r\n4,0.2,\"max(x0, safe_log(x1))\"\r\n");
        var old = Load<ParetoFront>("old.csv");
        old.Complexity.ShouldBe([1, 3, 5]);
        old[5].Equation.ToString().ShouldBe("square(inv(x0) + cot(x1))");
        old[3].Score.ShouldBe(Math.Log(2) / 2, 1e-12);
        File.WriteAllText("tabs.csv", "complexity\tloss\tequation\n1\t0.5\tx0\n3\t0.25\tmax(x0, x1)\n");
        Load<ParetoFront>("tabs.csv")[3].Equation.ToString().ShouldBe("max(x0, x1)");
        Load<ParetoFront>("new.csv")[4].Equation.ToString().ShouldBe("max(x0, log(x1))");
    }

    [Theory]
    [InlineData("Complexity|MSE|Equation\n1|0.5|x0\n3|0.25|x0 + wibble(x1)\n", "hall.csv(3,13): error SR", "wibble(x1)\n              ^^^^^^")]
    [InlineData("Complexity,Loss,Equation\n1,0.5,\"x0 + \"\n", "hall.csv(2,", "1,0.5,\"x0 + \"")]
    [InlineData("Complexity,Loss,Equation\n1,Inf,\"NaN*x0\"\n3,0.25,\"x0 > 0 & x1\"\n", "hall.csv(3,16): error SR0001: expected parentheses", "x0 > 0 & x1")]
    [InlineData("Complexity,Loss,Equation\n1,much,\"x0\"\n", "hall.csv(2,3): error SR5013: `much` is no number", "^^^^")]
    [InlineData("Complexity,Loss,Equation\n1,0.5\n", "hall.csv(2,6): error SR5012", "^")]
    [InlineData("a,b\n1,2\n", "input(1,6): error SR5011: `hall.csv` is nothing that load knows", "")]
    public void WhatCannotBeReadIsPointedAt(string text, string begins, string contains)
    {
        folder.Enter();
        File.WriteAllText("hall.csv", text);
        var diagnostic = Failure("load \"hall.csv\"");
        diagnostic.ShouldStartWith(begins);
        diagnostic.ShouldContain(contains);
    }

    [Fact]
    public void SeveralOutputsAreSeveralFronts()
    {
        folder.Enter();
        File.WriteAllText("hof.csv.out1", "Complexity,Loss,Equation\n1,0.5,\"x0\"\n");
        File.WriteAllText("hof.csv.out2", "Complexity,Loss,Equation\n1,0.5,\"x1\"\n3,0.1,\"x1 + x0\"\n");
        Value<ListValue>("load \"hof.csv\"").Items.Cast<ParetoFront>().Select(front => front.Count).ShouldBe([1, 2]);
        Load<ParetoFront>("hof.csv.out2")[3].Equation.ToString().ShouldBe("x1 + x0");
        File.WriteAllText("table.csv", "output,complexity,loss,score,equation\n1,1,0.5,0.0,x0\n0,1,0.5,0.0,x1\n1,3,0.25,0.3,x0*x1\n");
        Value<ListValue>("load \"table.csv\"").Items.Cast<ParetoFront>().Select(front => front.Count).ShouldBe([2, 1]);
        // PySR's own table has its row numbers in front and two more forms of each equation behind.
        File.WriteAllText("equations.csv", ",complexity,loss,score,equation,sympy_format,lambda_format\n0,1,0.5,0.0,x0,x0,PySRFunction(X=>x0)\n1,3,0.25,0.3,\"max(x0, x1)\",\"Max(x0, x1)\",PySRFunction(X=>...)\n");
        Load<ParetoFront>("equations.csv")[3].Equation.ToString().ShouldBe("max(x0, x1)");
    }

    [Fact]
    public void JsonIsAFormulaAgain()
    {
        folder.Enter();
        File.WriteAllText("f.json", Value<string>("""
            let wave = lut sin { from = -4; to = 4; size = 64; name = "wave" }
            let bump u = exp (-u*u)
            expr "bump(``odd name`` - 0.5)*wave(x) + ifelse(x > 1e-7, 2, -inf)" |> code "json"
            """));
        Value<IFormula>("let wave = lut sin { from = -4; to = 4; size = 64 }\nload \"f.json\"").Formula.ToString()
            .ShouldBe("exp(-(``odd name`` - 0.5)*(``odd name`` - 0.5))*wave(x) + ifelse(x > 1e-07, 2, -inf)");
        Failure("load \"f.json\"").ShouldContain("error SR0041: there is no function `wave`");
        foreach (var (text, begins) in new[]
        {
            ("{\"formula\": {\"constant\": \"much\"}}", "f.json(1,26): error SR5013"),
            ("{\"formula\":\n {\"operator\": \"sin\", \"arguments\": [{\"variable\": \"x\"}, {\"constant\": 1}]}}", "f.json(2,15): error SR2002"),
            ("{\"formula\": [1]}", "f.json(1,13): error SR5023"),
            ("{\"formula\": {\"variable\": [1]}}", "f.json(1,26): error SR5023"),
        })
        {
            File.WriteAllText("f.json", text);
            Failure("load \"f.json\"").ShouldStartWith(begins);
        }
    }

    [Fact]
    public void LutFunctionsAreTablesByName()
    {
        folder.Enter();
        const string Json = """{"sin_lut": {"math_func": "sin", "range_start": -8, "range_end": 8, "table_size": 256}}""";
        const string Yaml = "lut_functions:\n  sin_lut:\n    math_func: sin\n    range_start: -8\n    range_end: 8\n    table_size: 256\n";
        foreach (var (file, text) in new[] { ("luts.json", Json), ("luts.yml", Yaml) })
        {
            File.WriteAllText(file, text);
            var formula = Value<IFormula>($"let sin_lut = (load \"{file}\").sin_lut\nexpr \"2*sin_lut(x0)\"").Formula;
            formula.ToString().ShouldBe("2*sin_lut(x0)");
            var table = ((Apply)((Apply)formula).Arguments[1]).Operator.ShouldBeOfType<TableOperator>();
            (table.From, table.To, table.Size, table.Function).ShouldBe((-8, 8, 256, Operators.Sin));
        }
        File.WriteAllText("luts.yml", Yaml.Replace("table_size", "size"));
        Failure("load \"luts.yml\"").ShouldStartWith("luts.yml(6,5): error SR5015: a table has no `size`");
        File.WriteAllText("luts.yml", Yaml.Replace("sin\n", "sine\n"));
        Failure("load \"luts.yml\"").ShouldStartWith("luts.yml(3,16): error SR5017");
        File.WriteAllText("luts.yml", "- 1\n");
        Failure("load \"luts.yml\"").ShouldStartWith("luts.yml(1,1): error SR5014");
    }

    [Fact]
    public void AProjectLoadsEditsAndExportsAgain()
    {
        folder.Enter();
        Value<HlsProject>("""
            let bump x = exp (-x*x)
            let wave = lut bump { from = -4; to = 4; size = 64; name = "wave" }
            let f mass spare odd_name = mass*mass + 2.5*wave odd_name
            let g mass = 1/3 - mass
            [f; g] |> quantize { type = ap_fixed<16,6,AP_RND,AP_SAT>; mathLibrary = "hls_math" } |> hls { dir = "top"; name = "tagger"; backend = "Vitis"; clock = 200<MHz> }
            """);
        var files = Directory.EnumerateFiles("top", "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

        var kernel = Load<Kernel>("top");
        kernel.Name.ShouldBe("tagger");
        kernel.InputNames.ShouldBe(["mass", "spare", "odd_name"]);
        kernel.Outputs.Length.ShouldBe(2);

        var here = Environment.CurrentDirectory;
        Environment.CurrentDirectory = "top";
        Value<HlsProject>(File.ReadAllText("formula.sr"));
        Environment.CurrentDirectory = here;
        foreach (var (file, bytes) in files)
            File.ReadAllBytes(file).ShouldBe(bytes, file);

        var script = File.ReadAllText("top/formula.sr");
        File.WriteAllText("top/formula.sr", "// sharper\n" + script.Replace("2.5*wave", "3.5*wave"));
        Environment.CurrentDirectory = "top";
        Value<HlsProject>(File.ReadAllText("formula.sr"));
        Environment.CurrentDirectory = here;
        File.ReadAllText("top/firmware/tagger.cpp").ShouldContain("= 3.5;");
        File.ReadAllText("top/formula.sr").ShouldBe(script.Replace("2.5*wave", "3.5*wave"));
        File.ReadAllText("top/formula.sr.edited").ShouldStartWith("// sharper\n");
        Load<Kernel>("top").Formulas[0].ToString().ShouldContain("3.5*wave");
    }

    [Fact]
    public void AVerilogFolderLoadsAndExportsAgain()
    {
        folder.Enter();
        Value<VerilogProject>("""
            let points = read "points.csv"
            let half = lut tanh { from = -4; to = 4; maxError = 0.01 }
            expr "x*x + half(x)" |> quantize ap_fixed<12,5> |> verilog { dir = "rtl"; name = "wave"; device = "xc7a35t"; clock = 8<ns>; vectors = points }
            """).Vectors.ShouldBe(6);
        var files = Directory.EnumerateFiles("rtl", "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);
        Load<Kernel>("rtl").Name.ShouldBe("wave");
        File.ReadAllText("rtl/formula.sr").ShouldContain("symmetry = \"Odd\"");
        var here = Environment.CurrentDirectory;
        Environment.CurrentDirectory = "rtl";
        Value<VerilogProject>(File.ReadAllText("formula.sr")).Name.ShouldBe("wave");
        Environment.CurrentDirectory = here;
        foreach (var (file, bytes) in files)
            File.ReadAllBytes(file).ShouldBe(bytes, file);
        // The two kinds of folder are not taken for each other.
        Failure("load \"rtl\" |> hls \"rtl\"").ShouldContain("error SR5006: `rtl` is not empty and was not written by hls");
    }

    [Fact]
    public void TypedKernelsCarryTheirData()
    {
        folder.Enter();
        Value<HlsProject>("""
            let data = sample "jets" { rows = 40; seed = 3 }
            let k = expr "zlogz*c1_b1 + 0.5" |> quantize { maxError = 0.01; on = data }
            k |> hls { dir = "typed"; vectors = data }
            """).Vectors.ShouldBe(40);
        File.ReadLines("typed/vectors.csv").First().ShouldBe("zlogz,c1_b1");
        var before = File.ReadAllText("typed/firmware/formula.cpp");
        var kernel = Load<Kernel>("typed");
        ProjectWriter.Write(kernel, new() { Dir = "again", Vectors = kernel.Options!.On });
        File.ReadAllText("again/firmware/formula.cpp").ShouldBe(before);
        File.ReadAllText("again/tb_data/tb_output_predictions.dat").ShouldBe(File.ReadAllText("typed/tb_data/tb_output_predictions.dat"));
    }

    [Fact]
    public void FoldersOfOthersAreNoProjects()
    {
        folder.Enter();
        Directory.CreateDirectory("empty");
        Failure("load \"empty\"").ShouldStartWith("input(1,6): error SR5018");
        Failure("load \"nowhere\"").ShouldStartWith("input(1,6): error SR5010");
    }

    private static T Load<T>(string path) => Value<T>($"load \"{path}\"");

    private static T Value<T>(string code)
    {
        var outcome = Run(code);
        outcome.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();
        return outcome.Value.ShouldBeAssignableTo<T>()!;
    }

    private static string Failure(string code) => Run(code).Diagnostics.ShouldHaveSingleItem().ToString();

    private static Outcome Run(string code)
    {
        RunContext.Current = new() { Output = TextWriter.Null, Error = TextWriter.Null };
        return new Session().Run(new SourceText(code, "input"));
    }
}
