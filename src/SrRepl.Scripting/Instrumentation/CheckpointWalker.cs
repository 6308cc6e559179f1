using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SrRepl.Scripting;

/// <summary>
/// Finds where a script needs a <see cref="Checkpoint"/>: at the start of every loop's body, behind every label, and at
/// the start of every function. Of lambdas with an expression body only those are woven that call themselves by the name they are
/// given to, whose type then tells what they return: whatever else calls one without end passes another checkpoint.
/// </summary>
internal sealed class CheckpointWalker : CSharpSyntaxWalker
{
    private const string Pass = "global::SrRepl.Scripting.Checkpoint.Pass();";
    private readonly List<TextChange> _changes = [];
    private readonly Dictionary<string, TypeSyntax> _declared = new(StringComparer.Ordinal);

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
    public override void VisitVariableDeclaration(VariableDeclarationSyntax node)
    {
        foreach (var variable in node.Variables)
        {
            _declared[variable.Identifier.Text] = node.Type;
            EnterNamedLambda(variable.Identifier.Text, variable.Initializer?.Value);
        }
        base.VisitVariableDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitAssignmentExpression(AssignmentExpressionSyntax node)
    {
        if (node.Left is IdentifierNameSyntax { Identifier.Text: var name })
            EnterNamedLambda(name, node.Right);
        base.VisitAssignmentExpression(node);
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

    // Func and Action say whether a value is returned; of another delegate it is not known.
    private void EnterNamedLambda(string name, ExpressionSyntax? value)
    {
        if (value is not LambdaExpressionSyntax { ExpressionBody: { } body } || !Calls(body, name)
            || _declared.GetValueOrDefault(name) is not SimpleNameSyntax { Identifier.Text: "Func" or "Action" } type)
            return;
        Insert(body.SpanStart, "{" + Pass + (type.Identifier.Text == "Func" ? "return " : ""));
        Insert(body.Span.End, ";}");
    }

    private static bool Calls(ExpressionSyntax body, string name) => body.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().Any(call =>
        call.Expression is IdentifierNameSyntax { Identifier.Text: var called } && called == name
        || call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var owner }, Name.Identifier.Text: "Invoke" } && owner == name);

    // An async method of a bare Task returns nothing, as a void one.
    private static bool GivesNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" });

    private void Insert(int position, string text) => _changes.Add(new TextChange(new TextSpan(position, 0), text));
}
