using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Hardware;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SrRepl.Hls;

/// <summary>
/// hls4ml's lut_functions: a dictionary from a table's name to math_func, range_start, range_end and table_size, in JSON or
/// YAML (which contains JSON). A file may also hold it under the key lut_functions.
/// </summary>
public static class LutFunctions
{
    private static readonly ImmutableArray<string> Keys = ["math_func", "range_start", "range_end", "table_size"];

    /// <summary>The tables by name.</summary>
    /// <param name="source">The text; diagnostics name its file, line and column.</param>
    /// <param name="functions">Finds functions beside those of the operator table.</param>
    /// <exception cref="DiagnosticException">The text is no such dictionary, a value is of the wrong kind, or a table cannot be made.</exception>
    public static IReadOnlyDictionary<string, TableOperator> Read(SourceText source, Func<string, Operator?> functions)
    {
        var root = Parse(source);
        if (root.Children.TryGetValue("lut_functions", out var inner))
            root = Mapping(source, inner);
        var tables = new SortedDictionary<string, TableOperator>(StringComparer.Ordinal);
        foreach (var (name, table) in root.Children)
            tables[Scalar(source, name)] = Table(source, Scalar(source, name), Mapping(source, table), functions);
        return tables;
    }

    private static TableOperator Table(SourceText source, string name, YamlMappingNode table, Func<string, Operator?> functions)
    {
        foreach (var key in table.Children.Keys)
            if (!Keys.Contains(Scalar(source, key)))
                throw new DiagnosticException(Errors.UnknownLutKey(Scalar(source, key), Keys).At(At(source, key)));
        var function = Scalar(source, Value("math_func"));
        try
        {
            return new TableOperator(
                name,
                functions(function) ?? Operators.Find(function) ?? throw new DiagnosticException(Errors.UnknownLutFunction(function, Operators.Names)),
                Number("range_start"), Number("range_end"), (int)Math.Clamp(Number("table_size"), -1, int.MaxValue));
        }
        catch (DiagnosticException failure) when (failure.Diagnostic.Place is null)
        {
            throw new DiagnosticException(failure.Diagnostic.At(At(source, Value("math_func"))), failure);
        }

        YamlNode Value(string key) => table.Children.TryGetValue(key, out var value)
            ? value
            : throw new DiagnosticException(Errors.LutKeyMissing(name, key).At(At(source, table)));

        double Number(string key) => double.TryParse(Scalar(source, Value(key)), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DiagnosticException(Errors.FigureExpected(Scalar(source, Value(key))).At(At(source, Value(key))));
    }

    private static YamlMappingNode Parse(SourceText source)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(source.Text));
        }
        catch (YamlException failure)
        {
            throw new DiagnosticException(Errors.NotLutFunctions().At(At(source, failure.Start)), failure);
        }
        return stream.Documents.Count > 0 ? Mapping(source, stream.Documents[0].RootNode) : throw new DiagnosticException(Errors.NotLutFunctions().At(source.PlaceOf(new(0, 1))));
    }

    private static YamlMappingNode Mapping(SourceText source, YamlNode node) =>
        node as YamlMappingNode ?? throw new DiagnosticException(Errors.NotLutFunctions().At(At(source, node)));

    private static string Scalar(SourceText source, YamlNode node) =>
        (node as YamlScalarNode)?.Value ?? throw new DiagnosticException(Errors.NotLutFunctions().At(At(source, node)));

    private static Place At(SourceText source, YamlNode node) => At(source, node.Start, (node as YamlScalarNode)?.Value?.Length ?? 1);

    private static Place At(SourceText source, YamlDotNet.Core.Mark mark, int length = 1) => source.PlaceOf(new((int)mark.Index, Math.Max(1, length)));
}
