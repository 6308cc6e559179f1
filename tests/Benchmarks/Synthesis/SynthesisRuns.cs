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
    /// <summary>Reads the runs from the folder of reference data.</summary>
    public static ImmutableArray<SynthesisRun> Read(string folder)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "vivado", "runs.json")));
        var expressions = document.RootElement.GetProperty("expressions");
        return [.. document.RootElement.GetProperty("runs").EnumerateArray()
            .Where(run => !run.GetProperty("degenerate").GetBoolean())
            .Select(run => Run(run, expressions))];
    }

    /// <summary>
    /// The paper's comparison: its three families of expressions at any type, functions by CORDIC (<c>nonlut</c>), by hls4ml's octants (<c>lut</c>) or as
    /// user tables (<c>userlut</c>), whether or not somebody synthesised it.
    /// </summary>
    public static ImmutableArray<(string Family, string Tables, Kernel Kernel)> Families(string folder, params ImmutableArray<FixedType> types)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "vivado", "runs.json")));
        return [.. document.RootElement.GetProperty("expressions").EnumerateObject().SelectMany(family =>
            (family.Name.StartsWith("poly", StringComparison.Ordinal) ? [""] : Forms).SelectMany(tables =>
                types.Select(type => (family.Name.Split('_')[0], tables, Build(Texts(family.Value), type, tables)))))];
    }

    private static readonly ImmutableArray<string> Forms = ["nonlut", "lut", "userlut"];

    private static IEnumerable<string> Texts(JsonElement expressions) => expressions.EnumerateArray().Select(text => text.GetString()!);

    private static SynthesisRun Run(JsonElement run, JsonElement expressions)
    {
        var family = run.GetProperty("family").GetString()!;
        var tables = run.GetProperty("implementation").GetString()!;
        var texts = Texts(expressions.GetProperty(run.GetProperty("expressions_key").GetString()!));
        var type = new FixedType(Number("W"), Number("I"));
        return new(
            run.GetProperty("run").GetString()!, family == "poly" ? family : $"{family} {tables}", Build(texts, type, tables),
            Number("LUT"), Number("FF"), Number("DSP"), Number("BRAM_18K"), Number("latency_cycles_max"));

        int Number(string name) => run.GetProperty(name).GetInt32();
    }

    // What a script says: expr "..." |> quantize { type; mode = "hls4ml"; mathLibrary; simplify = false }.
    private static Kernel Build(IEnumerable<string> texts, FixedType type, string tables) =>
        Quantizer.Quantize(
            [.. texts.Select(text => (IFormula)FormulaReader.Read(text).Rewrite(node => tables == "userlut" ? Tabulated(node) : node))],
            new() { Type = type, Mode = QuantizeMode.Hls4ml, MathLibrary = tables == "lut" ? MathLibrary.Nnet : MathLibrary.HlsMath, Simplify = false });

    private static Expr Tabulated(Expr node) =>
        node is Apply { Operator: BuiltInOperator op, Arguments: [var a] } && (op == Operators.Sin || op == Operators.Cos)
            ? new TableOperator(op.Name + "_lut", op, -8, 8, 1024).Of(a)
            : node;
}
