using System.Globalization;
using System.Text;
using SrRepl.Export;
using SrRepl.Hardware;

namespace SrRepl.Hls;

/// <summary>The texts under firmware/ that a kernel decides: the statements, the tables and the types.</summary>
internal sealed class Firmware
{
    private const int LongestComment = 100;

    /// <summary>Writes the firmware of a kernel.</summary>
    /// <param name="kernel">What is computed.</param>
    /// <param name="project">The top function's name.</param>
    public Firmware(Kernel kernel, string project)
    {
        Types = new InterfaceTypes(kernel);
        var names = new TypeNames();
        var tables = new TableNames(kernel, project);
        Statements = Body(kernel, names, tables);
        Tables = tables.Definitions(names) + OctantEmission.Definitions(kernel, names);
        Typedefs = names.Typedefs();
        UsesMath = kernel.Operations.Any(operation => operation.Kind == OperationKind.MathCall);
    }

    /// <summary>The types of the ports.</summary>
    public InterfaceTypes Types { get; }

    /// <summary>The body of the top function.</summary>
    public string Statements { get; }

    /// <summary>The tables as arrays of literals.</summary>
    public string Tables { get; }

    /// <summary>A typedef for every type that occurs.</summary>
    public string Typedefs { get; }

    /// <summary>Whether the vendor's math library is called.</summary>
    public bool UsesMath { get; }

    private static string Body(Kernel kernel, TypeNames names, TableNames tables)
    {
        var text = new StringBuilder();
        for (var i = 0; i < kernel.Operations.Length; i++)
        {
            foreach (var line in Emission.Of(new Emission.Site(kernel, i, tables)))
            {
                var type = line.Type is { } fixedType ? names.Of(fixedType, line.Name) : "bool";
                text.Append(CultureInfo.InvariantCulture, $"    const {type} {line.Name} = {line.Expression};{Comment(kernel.Operations[i], line.Name)}\n");
            }
        }
        for (var i = 0; i < kernel.Outputs.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"    y[{i}] = {Emission.NameOf(kernel.Outputs[i].Operation)}; // {CommentText.Of(kernel.Outputs[i].Name, LongestComment)}\n");
        return text.ToString().TrimEnd('\n');
    }

    // t5 is the formula's own value, t5_offset the offset on the way to it.
    private static string Comment(Operation operation, string name)
    {
        var formula = operation.Kind == OperationKind.Input ? operation.Function : operation.Source?.ToString() ?? "";
        var part = name.IndexOf('_', StringComparison.Ordinal);
        var text = part < 0 || formula.Length == 0 ? formula : $"{name[(part + 1)..].Replace('_', ' ')} of {formula}";
        return text.Length == 0 ? "" : $" // {CommentText.Of(text, LongestComment)}";
    }
}
