using System.Collections.Immutable;

namespace SrRepl.Core;

/// <summary>A node of a drawn tree.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Children">What it is made of, in order.</param>
public sealed record TreeNode(string Label, ImmutableArray<TreeNode> Children)
{
    /// <summary>What stands beside or below the label: a type, a cost; empty for nothing.</summary>
    public string Note { get; init; } = "";

    /// <summary>What more there is to say of it; empty for nothing.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What a pointer that rests on it is told in SVG; empty for nothing.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Its part of what all of them cost, 0 to 1.</summary>
    public double Share { get; init; }
}

/// <summary>Trees drawn one after the other: with lines and bars of braille in a terminal, with boxes in SVG.</summary>
/// <param name="Roots">The trees.</param>
public sealed record TreePicture(ImmutableArray<TreeNode> Roots) : Picture
{
    /// <summary>The tree of a formula, each node by its name as in infix.</summary>
    public static TreePicture Of(Expr formula) => new([NodeOf(formula)]);

    /// <inheritdoc/>
    public override string ToSvg() => SvgTree.Draw(this);

    /// <inheritdoc/>
    public override string ToText() => TerminalTree.Draw(this);

    private static TreeNode NodeOf(Expr node)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return new(TreePrinter.NameOf(node), node is Apply apply ? [.. apply.Arguments.Select(NodeOf)] : []);
    }
}
