using System.Collections.Immutable;
using System.Text.Json;
using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Language;

namespace SrRepl.Benchmarks;

/// <summary>
/// A real synthesis: its name, its family (the expressions, and where their functions came from), what its C++ comes down
/// to, and what the tool reported of it.
/// </summary>
internal sealed record SynthesisRun(string Name, string Family, Kernel Kernel, int Lut, int Ff, int Dsp, int Bram, int Latency);

/// <summary>The synthesis runs of the reference data (vivado/runs.json), the degenerate ones left out, as Kernels in the order of hls4ml's text.</summary>
internal static class SynthesisRuns
{
    private const int Inputs = 16;

    private sealed record Formula(Expr Expr, ImmutableArray<string> Names) : IFormula
    {
        Expr IFormula.Formula => Expr;

        ImmutableArray<string> IFormula.Parameters => Names;
    }

    /// <summary>Reads the runs from the folder of reference data.</summary>
    public static ImmutableArray<SynthesisRun> Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "vivado", "runs.json")));
        var expressions = document.RootElement.GetProperty("expressions");
        return [.. document.RootElement.GetProperty("runs").EnumerateArray()
            .Where(run => !run.GetProperty("degenerate").GetBoolean())
            .Select(run => Run(run, expressions))];
    }

    private static SynthesisRun Run(JsonElement run, JsonElement expressions)
    {
        var family = run.GetProperty("family").GetString()!;
        var tables = run.GetProperty("implementation").GetString()!;
        var texts = expressions.GetProperty(run.GetProperty("expressions_key").GetString()!).EnumerateArray().Select(text => text.GetString()!);
        var type = new FixedType(Number("W"), Number("I"));
        return new(
            run.GetProperty("run").GetString()!, family == "poly" ? family : $"{family} {tables}", Build(texts, type, family == "poly", tables),
            Number("LUT"), Number("FF"), Number("DSP"), Number("BRAM_18K"), Number("latency_cycles_max"));

        int Number(string name) => run.GetProperty(name).GetInt32();
    }

    private static Kernel Build(IEnumerable<string> texts, FixedType type, bool flatPowers, string tables)
    {
        ImmutableArray<string> names = [.. Enumerable.Range(0, Inputs).Select(i => $"x{i}")];
        var formulas = texts.Select(text => (IFormula)new Formula(InTextOrder(FormulaReader.Read(text), flatPowers, tables == "userlut"), names)).ToArray();
        var kernel = Lowering.Lower(formulas, type, new OneTypePrecision(type), tables == "lut" ? MathLibrary.Nnet : MathLibrary.HlsMath);
        // hls4ml of that time had its built-in tables at every width; with too few bits for octants we refuse them.
        return tables != "lut" ? kernel : kernel with
        {
            Operations = [.. kernel.Operations.Select(operation => operation.Kind == OperationKind.MathCall ? operation with { Kind = OperationKind.OctantTable } : operation)],
        };
    }

    // As hls4ml writes C++: the sign of a first term stands before its constant, a subtracted constant is an added negative one,
    // and the runs of November wrote a power of a variable as more factors of its product.
    private static Expr InTextOrder(Expr formula, bool flatPowers, bool userTables) => formula.Rewrite(node => node switch
    {
        Apply { Operator: var op, Arguments: [var a, Constant c] } when op == Operators.Subtract => a + new Constant(-c.Value),
        Apply { Operator: var op, Arguments: [var a] } when op == Operators.Negate => Signed(a),
        Apply { Operator: var op, Arguments: [Constant { Value: < 0 } c, var b] } when op == Operators.Multiply => -new Constant(-c.Value) * b,
        Apply { Operator: var op, Arguments: [var a, Apply { Operator: var power, Arguments: [Variable x, Constant n] }] }
            when flatPowers && op == Operators.Multiply && power == Operators.Power => Enumerable.Range(0, (int)n.Value).Aggregate(a, (product, _) => product * x),
        Apply { Operator: BuiltInOperator op, Arguments: [var a] } when userTables && (op == Operators.Sin || op == Operators.Cos) =>
            new TableOperator(op.Name + "_lut", op, -8, 8, 1024).Of(a),
        _ => node,
    });

    private static Expr Signed(Expr term) => term is Apply { Operator: var op, Arguments: [var a, var b] } && op == Operators.Multiply
        ? Signed(a) * b
        : -term;
}
