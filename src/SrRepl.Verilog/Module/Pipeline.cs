using System.Globalization;
using System.Text;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>
/// The body of a module, stage by stage: what each computes, and the registers that carry values over the edge to the next. A
/// value's name says the stage it is in: <c>t5_s2</c> is operation 5 as the third stage sees it.
/// </summary>
internal sealed class Pipeline
{
    private const int LongestComment = 100;

    private readonly List<string>[] _lines;
    private readonly List<(string From, string To, string Range)>[] _edges;
    private readonly HashSet<string> _registers = [];
    private readonly int[] _made;

    /// <summary>Begins the body of a kernel's module.</summary>
    public Pipeline(Kernel kernel, string module, int latency)
    {
        Kernel = kernel;
        Module = module;
        Memories = new(module);
        _lines = [.. Enumerable.Range(0, latency + 1).Select(_ => new List<string>())];
        _edges = [.. Enumerable.Range(0, latency).Select(_ => new List<(string, string, string)>())];
        _made = new int[kernel.Operations.Length];
    }

    /// <summary>What is computed.</summary>
    public Kernel Kernel { get; }

    /// <summary>The module's name.</summary>
    public string Module { get; }

    /// <summary>The tables that its operations read.</summary>
    public Memories Memories { get; }

    /// <summary>Bits that registers between stages take.</summary>
    public int Registers { get; private set; }

    /// <summary>Adds a line to a stage.</summary>
    public void Line(int stage, string text) => _lines[stage].Add(text);

    /// <summary>Gives an operation its value, in a stage.</summary>
    public void Define(int index, int stage, string expression)
    {
        _made[index] = stage;
        var operation = Kernel.Operations[index];
        var source = CommentText.Of(operation.Kind == OperationKind.Input ? operation.Function : operation.Source?.ToString() ?? "", LongestComment);
        Line(stage, $"wire {VerilogText.Range(operation.Type)}{Name(index, stage)} = {expression};{(source.Length > 0 ? $" // {source}" : "")}");
    }

    /// <summary>Gives an operation a value that never changes.</summary>
    public void DefineConstant(int index, string value) =>
        Line(0, $"localparam {VerilogText.Range(Kernel.Operations[index].Type)}{Constant(index)} = {value}; // {KernelPrinter.Operands(Kernel, Kernel.Operations[index])}");

    /// <summary>The name of an operation's value in a stage, where registers have carried it if need be.</summary>
    public string At(int index, int stage)
    {
        var operation = Kernel.Operations[index];
        return operation.Kind == OperationKind.Literal
            ? Constant(index)
            : Delayed(Name(index, _made[index]), operation.Type.Width, operation.Type.Signed, _made[index], stage);
    }

    /// <summary>The name of a value of one stage as it is in a later one.</summary>
    public string Delayed(string name, int width, bool signed, int from, int to)
    {
        for (var stage = from; stage < to; stage++)
        {
            var next = NameIn(name, stage + 1);
            if (_registers.Add(next))
            {
                _edges[stage].Add((name, next, VerilogText.Range(width, signed)));
                Registers += width;
            }
            name = next;
        }
        return name;
    }

    /// <summary>The text of all stages.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        for (var stage = 0; stage < _lines.Length; stage++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    // Stage {stage}.\n");
            foreach (var line in _lines[stage])
                text.Append("    ").Append(line).Append('\n');
            if (stage < _edges.Length && _edges[stage].Count > 0)
                Edge(text, stage);
        }
        return text.ToString();
    }

    private void Edge(StringBuilder text, int stage)
    {
        foreach (var (_, to, range) in _edges[stage])
            text.Append(CultureInfo.InvariantCulture, $"    reg {range}{to};\n");
        text.Append("    always @(posedge clk) begin\n");
        foreach (var (from, to, _) in _edges[stage])
            text.Append(CultureInfo.InvariantCulture, $"        {to} <= {from};\n");
        text.Append("    end\n");
    }

    private static string Name(int index, int stage) => string.Create(CultureInfo.InvariantCulture, $"t{index}_s{stage}");

    private static string Constant(int index) => string.Create(CultureInfo.InvariantCulture, $"t{index}");

    // t5_s2 becomes t5_s3, a part's name such as t5_sign gets the stage behind it.
    private static string NameIn(string name, int stage)
    {
        var at = name.LastIndexOf("_s", StringComparison.Ordinal);
        var numbered = at >= 0 && at + 2 < name.Length && name.AsSpan(at + 2).IndexOfAnyExceptInRange('0', '9') < 0;
        return string.Create(CultureInfo.InvariantCulture, $"{(numbered ? name[..at] : name)}_s{stage}");
    }
}
