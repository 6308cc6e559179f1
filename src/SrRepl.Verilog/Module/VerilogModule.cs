using System.Globalization;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>A kernel as a pipelined module: a row of inputs every cycle, its outputs <see cref="Latency"/> cycles later.</summary>
public sealed class VerilogModule
{
    private static readonly string[] OwnNames = ["clk", "rst", "in_valid", "out_valid", "valid", "latency"];

    /// <summary>Writes a kernel's module.</summary>
    /// <param name="kernel">What it computes, to the bit.</param>
    /// <param name="name">The module's name.</param>
    /// <param name="cost">The schedule that the stages follow; by default that of the default device and clock.</param>
    /// <exception cref="SrRepl.Core.DiagnosticException">The kernel calls functions of the vendor's library (SR5022).</exception>
    public VerilogModule(Kernel kernel, string name, CostOptions? cost = null)
    {
        Refuse(kernel);
        Report = CostModel.Estimate(kernel, cost);
        var plan = new StagePlan(kernel, Report);
        Latency = plan.Latency;
        var taken = new HashSet<string>(OwnNames, StringComparer.OrdinalIgnoreCase);
        Inputs = [.. kernel.InputNames.Select(input => Port(input, "x", taken))];
        Outputs = [.. kernel.Outputs.Select(output => Port(output.Name, "y", taken))];
        Text = Write(kernel, name, plan);
    }

    /// <summary>Clock cycles from an input to its output.</summary>
    public int Latency { get; }

    /// <summary>The estimate whose schedule it follows.</summary>
    public CostReport Report { get; }

    /// <summary>The input ports, in the kernel's order.</summary>
    public IReadOnlyList<string> Inputs { get; }

    /// <summary>The output ports, in the kernel's order.</summary>
    public IReadOnlyList<string> Outputs { get; }

    /// <summary>The module, and after it the memories and the divider it uses: Verilog-2001.</summary>
    public string Text { get; }

    private static void Refuse(Kernel kernel)
    {
        var calls = kernel.Operations.Where(operation => operation.Kind == OperationKind.MathCall).Select(operation => $"hls::{operation.Function}").Distinct().ToList();
        if (calls.Count > 0)
            throw new Core.DiagnosticException(Core.Errors.VerilogNeedsOwnFunctions(calls));
    }

    // The module's own values are called t and a number.
    private static string Port(string name, string fallback, HashSet<string> taken)
    {
        var stem = Identifier.Port(name, fallback);
        if (stem.Length > 1 && stem[0] is 't' or 'T' && char.IsAsciiDigit(stem[1]))
            stem = $"{fallback}_{stem}";
        var port = stem;
        for (var i = 2; !taken.Add(port); i++)
            port = string.Create(CultureInfo.InvariantCulture, $"{stem}_{i}");
        return port;
    }

    private string Write(Kernel kernel, string name, StagePlan plan)
    {
        var pipeline = new Pipeline(kernel, name, Latency);
        var port = 0;
        for (var i = 0; i < kernel.Operations.Length; i++)
        {
            var operation = kernel.Operations[i];
            if (operation.Kind == OperationKind.Input)
                pipeline.Define(i, 0, Inputs[port++]);
            else if (operation.Kind == OperationKind.Literal)
                pipeline.DefineConstant(i, operation.Type.Signed ? VerilogText.Signed(operation.Raw, operation.Type.Width) : VerilogText.Unsigned(operation.Raw, operation.Type.Width));
            else
                Emission.Write(new Site(pipeline, i, plan));
        }
        for (var k = 0; k < kernel.Outputs.Length; k++)
            pipeline.Line(Latency, $"assign {Outputs[k]} = {pipeline.At(kernel.Outputs[k].Operation, Latency)};");
        var body = pipeline.Text();
        var text = Built.In.Fill("module.v", new Dictionary<string, string>
        {
            ["name"] = name,
            ["latency"] = Latency.ToString(CultureInfo.InvariantCulture),
            ["cycles"] = Latency == 1 ? "1 cycle" : string.Create(CultureInfo.InvariantCulture, $"{Latency} cycles"),
            ["device"] = Report.Target.Device.Name,
            ["clock"] = Report.Target.ClockNs.ToString("R", CultureInfo.InvariantCulture),
            ["registers"] = pipeline.Registers.ToString(CultureInfo.InvariantCulture),
            ["ports"] = string.Concat(Ports(kernel)),
            ["body"] = body,
        });
        var divides = kernel.Operations.Any(operation => operation.Kind == OperationKind.Divide);
        return text + pipeline.Memories.Text() + (divides ? Built.In.Fill("divider.v", new Dictionary<string, string> { ["name"] = name }) : "");
    }

    private IEnumerable<string> Ports(Kernel kernel)
    {
        for (var i = 0; i < Inputs.Count; i++)
            yield return Port("input  wire", kernel.Inputs[i].Type, Inputs[i], kernel.Inputs[i].Name);
        for (var k = 0; k < Outputs.Count; k++)
            yield return Port("output wire", kernel.Operations[kernel.Outputs[k].Operation].Type, Outputs[k], kernel.Outputs[k].Name);
    }

    private static string Port(string direction, FixedType type, string port, string name) =>
        $",\n    {direction} {VerilogText.Range(type)}{port} /* {type}{(name == port ? "" : $", {CommentText.Of(name, 60).Replace("*/", "* /", StringComparison.Ordinal)}")} */";
}
