using System.Runtime.CompilerServices;
using System.Text;

namespace SrRepl.Core;

/// <summary>Draws a formula as a tree of lines, a node a line, its arguments below it.</summary>
public static class TreePrinter
{
    /// <summary>The tree, each node by its name.</summary>
    public static string Print(Expr expr) => Print(expr, NameOf);

    /// <summary>The tree, each node by a label.</summary>
    /// <param name="expr">The formula.</param>
    /// <param name="label">What to write at a node: its name, with cost or range if one likes.</param>
    public static string Print(Expr expr, Func<Expr, string> label)
    {
        var text = new StringBuilder();
        Write(text, expr, label, "");
        return text.ToString();
    }

    /// <summary>The name of a node alone, as in infix.</summary>
    public static string NameOf(Expr node) => node is Apply apply ? apply.Operator.Name : InfixPrinter.Print(node);

    private static void Write(StringBuilder text, Expr node, Func<Expr, string> label, string indent)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        text.Append(label(node));
        if (node is not Apply apply)
            return;
        for (var i = 0; i < apply.Arguments.Length; i++)
        {
            var last = i == apply.Arguments.Length - 1;
            text.Append('\n').Append(indent).Append(last ? "└─ " : "├─ ");
            Write(text, apply.Arguments[i], label, indent + (last ? "   " : "│  "));
        }
    }
}
