using System.Globalization;
using System.Text;

namespace SrRepl.Core;

/// <summary>A formula as a graph for dot: a node for each distinct part, an edge to each argument; equal parts are drawn once.</summary>
public static class GraphvizPrinter
{
    /// <summary>The graph's text.</summary>
    public static string Print(Expr formula)
    {
        var text = new StringBuilder("digraph formula {\n    node [shape=box, style=rounded];\n");
        Write(text, formula, []);
        return text.Append('}').ToString();
    }

    private static int Write(StringBuilder text, Expr expr, Dictionary<Expr, int> drawn)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        if (drawn.TryGetValue(expr, out var known))
            return known;
        int[] arguments = expr is Apply apply ? [.. apply.Arguments.Select(argument => Write(text, argument, drawn))] : [];
        var number = drawn[expr] = drawn.Count;
        text.Append(CultureInfo.InvariantCulture, $"    n{number} [label=\"{Escaped(TreePrinter.NameOf(expr))}\"];\n");
        foreach (var argument in arguments)
            text.Append(CultureInfo.InvariantCulture, $"    n{number} -> n{argument};\n");
        return number;
    }

    // A label's entities are HTML's, its escapes dot's own.
    private static string Escaped(string name) =>
        name.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
