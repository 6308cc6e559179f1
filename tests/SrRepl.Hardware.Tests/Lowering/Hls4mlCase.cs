using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Tests;

/// <summary>A case of the reference data: formulas as hls4ml built them, and what its compiled project gave.</summary>
public sealed class Hls4mlCase
{
    private readonly Dictionary<string, Operator> _functions = new(StringComparer.Ordinal);

    public Hls4mlCase(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceData.File($"hls4ml/{name}.json")));
        var root = json.RootElement;
        Type = FixedType.Parse(root.GetProperty("precision").GetString()!);
        BuiltIn = root.GetProperty("use_built_in_lut_functions").GetBoolean();
        foreach (var table in root.GetProperty("lut_functions").EnumerateObject())
            _functions[table.Name] = new TableOperator(
                table.Name,
                Operators.Find(table.Value.GetProperty("math_func").GetString()!)!,
                table.Value.GetProperty("range_start").GetDouble(),
                table.Value.GetProperty("range_end").GetDouble(),
                table.Value.GetProperty("table_size").GetInt32());
        ImmutableArray<string> inputs = [.. Enumerable.Range(0, root.GetProperty("n_symbols").GetInt32()).Select(i => $"x{i}")];
        Formulas = [.. root.GetProperty("structure").EnumerateArray().Select(text => new Function(Tree(text.GetString()!), inputs))];
        var lines = File.ReadAllLines(ReferenceData.File($"hls4ml/{name}.csv"));
        var header = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        Data = new([.. header.Select((column, i) => new Column(column, rows.Select(row => row[i]).ToArray()))]);
    }

    public static IEnumerable<string> Names =>
    [
        "builtin_sincos", "div_plain", "gauss_exp_lut", "lut_nested", "lut_nonpow2", "lut_rnd_sat", "lut_sin_exp",
        "multi3", "poly", "poly_18_8", "poly_rnd_sat", "poly_unsigned", "poly_wrap", "tutorial_lut",
    ];

    public FixedType Type { get; }

    public bool BuiltIn { get; }

    public ImmutableArray<IFormula> Formulas { get; }

    public Dataset Data { get; }

    public Kernel Kernel => Lowering.Lower(
        Formulas, Type, new OneTypePrecision(Type), BuiltIn ? MathLibrary.Nnet : MathLibrary.HlsMath);

    private Expr Tree(string text)
    {
        var words = new Queue<string>(text.Replace("(", " ( ").Replace(")", " ) ").Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return Node(words);
    }

    private Expr Node(Queue<string> words)
    {
        var word = words.Dequeue();
        if (word != "(")
            return new Variable(word);
        var head = words.Dequeue();
        if (head == "const")
        {
            var value = double.Parse(words.Dequeue(), CultureInfo.InvariantCulture);
            words.Dequeue();
            return new Constant(value);
        }
        var arguments = ImmutableArray.CreateBuilder<Expr>();
        while (words.Peek() != ")")
            arguments.Add(Node(words));
        words.Dequeue();
        var op = _functions.GetValueOrDefault(head) ?? Operators.Find(BuiltIn ? head.Replace("_lut", "") : head);
        return op!.Of(arguments.ToImmutable());
    }

    private sealed record Function(Expr Formula, ImmutableArray<string> Parameters) : IFormula;
}
