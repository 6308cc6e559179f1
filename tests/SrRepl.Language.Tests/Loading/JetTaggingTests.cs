using System.Collections.Immutable;
using System.Text.Json;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Hls;
using SrRepl.Rewriting;
using SrRepl.Search;
using SrRepl.Tests;

namespace SrRepl.Language.Tests;

/// <summary>The fronts of a real PySR run on LHC jets, 112 equations of five outputs, through every room.</summary>
[Collection(WorkingFolder.Name)]
public sealed class JetTaggingTests(WorkingFolder folder)
{
    private const string SineCosine = "let sc x = sin x * cos x";
    private const double UnitInTheLastPlace = 1.0 / 1024;

    [ReferenceFact]
    public void EveryEquationIsReadPrintedSimplifiedQuantizedAndExported()
    {
        folder.Enter();
        var fronts = Fronts(SineCosine, out var session);
        fronts.Select(front => front.Count).ShouldBe([15, 28, 25, 22, 22]);
        fronts[0][6].ToString().ShouldBe("sin(x15 - (x2 + 0.94548184))");
        fronts[0][6].Loss.ShouldBe(0.40619352);
        fronts[0][6].Score.ShouldBe(0.2670151436447037);

        ImmutableArray<IFormula> formulas = [.. fronts.SelectMany(front => front.Candidates)];
        foreach (var formula in formulas)
        {
            FormulaReader.Read(formula.Formula.ToString(), session.FindOperator).ShouldBe(formula.Formula);
            Simplifier.Simplify(formula).Formula.Nodes.ShouldBeLessThanOrEqualTo(formula.Formula.Nodes);
        }
        var kernel = Quantizer.Quantize(formulas, new() { Type = new(16, 6), MathLibrary = MathLibrary.HlsMath });
        kernel.Outputs.Length.ShouldBe(112);
        var project = ProjectWriter.Write(kernel, new() { Dir = "jets" });
        project.Vectors.ShouldBeGreaterThan(200);
        File.ReadLines("jets/firmware/formula.cpp").Count(line => line.StartsWith("    y[", StringComparison.Ordinal)).ShouldBe(112);
    }

    [ReferenceFact]
    public void TheBestEquationsGiveThePublishedValues()
    {
        using var golden = Golden(out var x);
        var best = Fronts(SineCosine, out _).Select(front => front.Candidates.MinBy(candidate => candidate.Loss)!).ToList();
        var expected = Numbers(golden, "pysr");
        for (var i = 0; i < best.Count; i++)
            best[i].Equation.Evaluate(x).ShouldBe(expected[i], 1e-6);
    }

    private const string Tables = """
        let sin = sin |> lut { from = -8; to = 8; size = 256; name = "sine" }
        let cos = cos |> lut { from = -8; to = 8; size = 256; name = "cosine" }
        let sc x = sin x * cos x
        """;

    // The best equation of each output as SymPy prints it after sc x = sin x * cos x: this is what hls4ml was given.
    private static readonly string[] Reordered =
    [
        "0.218740281461912*sin(2*x14 - 1.03665108)*cos(2*x14 - 1.03665108) - sin(x14 - (0.9237657 - 0.11933863*x3)*(-x15 + 2*x2 - 0.3817056) + 1.761264957)",
        "(-(0.5822144*sin(0.83811*x14)*cos(0.83811*x14) - 0.5324657)*(sin(0.3923645*x2)*cos(0.3923645*x2) - 0.63548696) + sin(x14 - 0.3923645*x15 + x3 + 0.51168373)*cos(x14 - 0.3923645*x15 + x3 + 0.51168373))*(0.561041303633489*sin(x15) - 0.47277835) - 0.84055585",
        "0.49239117*(sin(x2)*cos(x2) + 0.297648246528697)*(sin(x3)*cos(x3) + sin(x15 + 0.76784414*x3)*cos(x15 + 0.76784414*x3)) - sin(x14 + 0.25715914*x15*x3 - x2 - x3 + 0.66443527)",
        "0.41071504*(0.9298677 - sin(0.59376544*x15))*(sin(x14)*cos(x14) - 5.2546763*sin(x3 - 0.71913457)*cos(x3 - 0.71913457))*(-sin(2*x3)*cos(2*x3) + sin(5.2546763*x14 + x3 + 0.77032656)*cos(5.2546763*x14 + x3 + 0.77032656) + 0.32492808) - 0.863786752431664",
        "(sin(x14 + 0.4094719)*cos(x14 + 0.4094719) + 1.0745832)*(-0.15737492*x15 - sin(x14 - 4.2594776)*cos(x14 - 4.2594776) + sin(3*x14 - x3*(x14 - 4.1772995) - x3 + 3.087878)*cos(3*x14 - x3*(x14 - 4.1772995) - x3 + 3.087878) - 0.690204005690814)",
    ];

    /// <summary>
    /// The published kernels were made of text that SymPy had reordered, and every order rounds differently: the equation as PySR wrote
    /// it, simplified, or in SymPy's order must do, and the last does for every output.
    /// </summary>
    [ReferenceTheory]
    [InlineData("hls_lut", Tables)]
    [InlineData("hls", SineCosine)]
    public void TheBestKernelsGiveThePublishedBits(string published, string definitions)
    {
        using var golden = Golden(out var x);
        var point = new Dataset([.. x.Select(pair => new Column(pair.Key, new[] { pair.Value }))]);
        var best = Fronts(definitions, out var session).Select(front => front.Candidates.MinBy(candidate => candidate.Loss)!.Equation).ToList();
        var expected = Numbers(golden, published);
        for (var output = 0; output < best.Count; output++)
        {
            Expr[] orders = [best[output], Simplifier.Simplify(best[output]).Formula, FormulaReader.Read(Reordered[output], session.FindOperator)];
            if (published == "hls_lut")
                Value(orders[^1]).ShouldBe(expected[output], 2 * UnitInTheLastPlace + 1e-7, $"output {output}");
            orders.Min(order => Math.Abs(Value(order) - expected[output])).ShouldBeLessThanOrEqualTo(2 * UnitInTheLastPlace + 1e-7, $"output {output}");
        }

        double Value(Expr formula) => Emulator.Run(
            Quantizer.Quantize([formula], new() { Type = new(16, 6), MathLibrary = MathLibrary.HlsMath, Simplify = false }), point)["y0"][0];
    }

    private static ImmutableArray<ParetoFront> Fronts(string definitions, out Session session)
    {
        session = new Session();
        RunContext.Current = new() { Output = TextWriter.Null, Error = TextWriter.Null };
        var outcome = session.Run(new SourceText($"{definitions}\nload \"{ReferenceData.File("pysr/jet-tagging-pareto.csv")}\"", "test"));
        outcome.Diagnostics.ShouldBeEmpty();
        return [.. ((ListValue)outcome.Value!).Items.Cast<ParetoFront>()];
    }

    private static JsonDocument Golden(out Dictionary<string, double> x)
    {
        var golden = JsonDocument.Parse(File.ReadAllText(ReferenceData.File("paper/golden-vector.json")));
        x = Numbers(golden, "x").Select((value, i) => (value, i)).ToDictionary(pair => $"x{pair.i}", pair => pair.value);
        return golden;
    }

    private static double[] Numbers(JsonDocument golden, string name) =>
        [.. golden.RootElement.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
}
