using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using SrRepl.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SrRepl.Language;

/// <summary>Formulas in the JSON of <see cref="JsonPrinter"/>. It is read as YAML, which contains JSON and tells where each part stands.</summary>
internal sealed class FormulaJson
{
    private const string Key = "formula";

    private readonly SourceText _source;
    private readonly Func<string, Operator?> _functions;

    private FormulaJson(SourceText source, Func<string, Operator?> functions)
    {
        _source = source;
        _functions = functions;
    }

    /// <summary>Whether a text is such a formula: an object with a field <c>formula</c>.</summary>
    public static bool Fits(string text)
    {
        try
        {
            return Root(text) is YamlMappingNode root && root.Children.ContainsKey(Key);
        }
        catch (YamlException)
        {
            return false;
        }
    }

    /// <summary>The formula of a text that fits.</summary>
    /// <param name="source">The text; diagnostics name its file, line and column.</param>
    /// <param name="functions">Finds functions beside those of the operator table.</param>
    /// <exception cref="DiagnosticException">A part is no constant, variable or operator.</exception>
    public static Expr Read(SourceText source, Func<string, Operator?> functions) =>
        new FormulaJson(source, functions).Node(((YamlMappingNode)Root(source.Text)!).Children[Key]);

    private static YamlNode? Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
    }

    private Expr Node(YamlNode node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var fields = (node as YamlMappingNode)?.Children;
        if (fields is not null && fields.TryGetValue("constant", out var constant))
            return new Constant(Number(constant));
        if (fields is not null && fields.TryGetValue("variable", out var variable))
            return new Variable(Text(variable));
        if (fields is not null && fields.TryGetValue("operator", out var name) && fields.TryGetValue("arguments", out var given) && given is YamlSequenceNode list)
            return Apply(name, [.. list.Select(Node)]);
        throw Error(node, Errors.NotAJsonFormula());
    }

    private Expr Apply(YamlNode node, ImmutableArray<Expr> arguments)
    {
        var name = Text(node);
        var op = _functions(name) ?? Operators.Find(name) ?? throw Error(node, Errors.UnknownFunction(name, Operators.Names));
        return op.Arity == arguments.Length ? op.Of(arguments) : throw Error(node, Errors.WrongArity(name, op.Arity, arguments.Length));
    }

    // What is no number of JSON is written as the language writes it.
    private double Number(YamlNode node)
    {
        var text = Text(node);
        return ReservedWords.Constants.TryGetValue(text.TrimStart('-'), out var word) ? text[0] == '-' ? -word : word
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw Error(node, Errors.FigureExpected(text));
    }

    private string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Error(node, Errors.NotAJsonFormula());

    private DiagnosticException Error(YamlNode node, Diagnostic diagnostic) =>
        new(diagnostic.At(_source.PlaceOf(new((int)node.Start.Index, Math.Max(1, (int)(node.End.Index - node.Start.Index))))));
}
