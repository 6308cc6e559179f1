using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SrRepl.Scripting;

/// <summary>
/// Finds where a script needs a <see cref="Checkpoint"/>: at the start of every loop's body, behind every label, and at
/// the start of every function. Lambdas with an expression body are left alone: what they return is not known
/// from syntax, and whatever calls them without end passes another checkpoint.
/// </summary>
internal sealed class CheckpointWalker : CSharpSyntaxWalker
{
    private const string Pass = "global::SrRepl.Scripting.Checkpoint.Pass();";
    private readonly List<TextChange> _changes = [];

    private CheckpointWalker()
    {
    }

    /// <summary>The changes that weave the checkpoints in, in the order of the text; none of them holds a line break.</summary>
    public static IReadOnlyList<TextChange> Find(SyntaxNode root)
    {
        var walker = new CheckpointWalker();
        walker.Visit(root);
        return [.. walker._changes.OrderBy(change => change.Span.Start)];
    }

    /// <inheritdoc/>
    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitWhileStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitDoStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForStatement(ForStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Enter(node.Statement);
        base.VisitForEachVariableStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        Insert(node.ColonToken.Span.End, Pass);
        base.VisitLabeledStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, GivesNothing(node.ReturnType, node.Modifiers));
        base.VisitMethodDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, GivesNothing(node.ReturnType, node.Modifiers));
        base.VisitLocalFunctionStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitOperatorDeclaration(OperatorDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, givesNothing: false);
        base.VisitOperatorDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitConstructorDeclaration(ConstructorDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, givesNothing: true);
        base.VisitConstructorDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitAccessorDeclaration(AccessorDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, !node.IsKind(SyntaxKind.GetAccessorDeclaration));
        base.VisitAccessorDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        EnterFunction(node.Block);
        base.VisitSimpleLambdaExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        EnterFunction(node.Block);
        base.VisitParenthesizedLambdaExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        EnterFunction(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    private void Enter(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Insert(block.OpenBraceToken.Span.End, Pass);
            return;
        }
        Insert(body.SpanStart, "{" + Pass);
        Insert(body.Span.End, "}");
    }

    private void EnterFunction(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow = null, SyntaxToken semicolon = default, bool givesNothing = false)
    {
        if (block is not null)
            Insert(block.OpenBraceToken.Span.End, Pass);
        else if (arrow is { Expression: not ThrowExpressionSyntax })
        {
            _changes.Add(new TextChange(arrow.ArrowToken.Span, "{" + Pass + (givesNothing ? "" : "return ")));
            Insert(semicolon.Span.End, "}");
        }
    }

    // An async method of a bare Task returns nothing, as a void one.
    private static bool GivesNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" });

    private void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));
}
