using System.Globalization;
using System.Text;
using SrRepl.Hardware;

namespace SrRepl.Verilog;

/// <summary>The test bench of a module: reads the vectors, a row every cycle, and compares what comes out.</summary>
internal static class TestBench
{
    /// <summary>Its text.</summary>
    public static string Of(Kernel kernel, VerilogModule module, string name)
    {
        FixedType[] inputs = [.. kernel.Inputs.Select(input => input.Type)];
        FixedType[] outputs = [.. kernel.Outputs.Select(output => kernel.Operations[output.Operation].Type)];
        return Built.In.Fill("bench.v", new Dictionary<string, string>
        {
            ["name"] = name,
            ["latency"] = Number(module.Latency),
            ["widest"] = Number(inputs.Concat(outputs).Max(type => type.Width)),
            ["half"] = (module.Report.Target.ClockNs / 2).ToString("R", CultureInfo.InvariantCulture),
            ["outputs"] = Number(outputs.Length),
            ["reads"] = Number(Math.Max(1, inputs.Length)),
            ["declarations"] = Declarations(inputs, outputs),
            ["connections"] = Connections(module),
            ["readinputs"] = inputs.Length == 0
                ? Lines("if ($fscanf(inputs, \"%h\", word) == 1) words = words + 1;", "if ($fscanf(inputs_decimal, \"%f\", number) == 1) decimals = decimals + 1;")
                : string.Concat(inputs.Select((type, i) => Input(type, i, module.Inputs[i]))),
            ["readoutputs"] = string.Concat(outputs.Select((type, i) => Output(type, i, module.Outputs[i]))),
        });
    }

    private static string Declarations(FixedType[] inputs, FixedType[] outputs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < inputs.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    reg {VerilogText.Range(inputs[i].Width, signed: false)}in{i};\n");
        for (var i = 0; i < outputs.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    wire {VerilogText.Range(outputs[i].Width, signed: false)}out{i};\n    reg {VerilogText.Range(outputs[i].Width, signed: false)}expected{i};\n");
        return text.ToString();
    }

    private static string Connections(VerilogModule module) => string.Concat(
        module.Inputs.Select((port, i) => $",\n        .{port}(in{Number(i)})").Concat(module.Outputs.Select((port, i) => $",\n        .{port}(out{Number(i)})")));

    private static string Input(FixedType type, int i, string port) => Lines([.. Read("inputs", $"in{Number(i)}", type, "sent", $"input {port}")]);

    private static string Output(FixedType type, int i, string port) => Lines(
    [
        .. Read("outputs", $"expected{Number(i)}", type, "received", $"output {port}"),
        $"if (words == {Number(i + 1)} && out{Number(i)} !== expected{Number(i)}) begin",
        $"    $display(\"FAIL: row %0d, output {port}: expected %0.17g (%h), got %0.17g (%h)\", received, {Value($"expected{Number(i)}", type)}, expected{Number(i)}, {Value($"out{Number(i)}", type)}, out{Number(i)});",
        "    $fatal(1);",
        "end",
    ]);

    // A double says whether the two files agree as long as it holds the value.
    private static IEnumerable<string> Read(string file, string variable, FixedType type, string row, string what)
    {
        yield return $"if ($fscanf({file}, \"%h\", word) == 1) words = words + 1;";
        yield return $"{variable} = word;";
        yield return $"if ($fscanf({file}_decimal, \"%f\", number) == 1) decimals = decimals + 1;";
        if (type.Width > 53)
            yield break;
        yield return $"if (words == decimals && words > 0 && number != {Value(variable, type)}) begin";
        yield return $"    $display(\"FAIL: row %0d, {what}: the .dat file says %0.17g and the .hex file %h\", {row}, number, {variable});";
        yield return "    $fatal(1);";
        yield return "end";
    }

    private static string Value(string variable, FixedType type) =>
        string.Create(CultureInfo.InvariantCulture, $"value({variable}, {type.Width}, {type.Fraction}, 1'b{(type.Signed ? 1 : 0)})");

    private static string Lines(params string[] lines) => string.Concat(lines.Select(line => $"            {line}\n"));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
