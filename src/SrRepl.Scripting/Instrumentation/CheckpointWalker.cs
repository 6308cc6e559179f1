using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SrRepl.Scripting;

/// <summary>
/// Finds where a script needs a <see cref="Checkpoint"/>: at the start of every loop's body, behind every label, at the start of
/// every function and every lambda, and around what a clause of a query computes. Methods of the script itself are given to the
/// session.
/// </summary>
internal sealed class CheckpointWalker : CSharpSyntaxWalker
{
    private const string Call = "global::SrRepl.Scripting.Checkpoint.Pass";
    private const string Passes = "global::SrRepl.Scripting.Checkpoint.Passes";
    private const string Pass = Call + "();";
    private readonly LambdaResults _lambdas;
    private readonly List<TextChange> _openings = [];
    private readonly List<TextChange> _closings = [];

    private CheckpointWalker(LambdaResults lambdas) => _lambdas = lambdas;

    /// <summary>The changes that weave the checkpoints in, in the order of the text; none of them holds a line break.</summary>
    /// <param name="root">The script.</param>
    /// <param name="lambdas">What its lambdas with an expression for a body give.</param>
    public static IReadOnlyList<TextChange> Find(SyntaxNode root, LambdaResults lambdas)
    {
        var walker = new CheckpointWalker(lambdas);
        walker.Visit(root);
        // Where several end at one place, the innermost ends first; it was found last.
        return [.. walker._closings.AsEnumerable().Reverse().Concat(walker._openings).OrderBy(change => change.Span.Start)];
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
        Open(node.ColonToken.Span.End, Pass);
        base.VisitLabeledStatement(node);
    }

    /// <inheritdoc/>
    public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        if (IsShared(node))
            Close(node.Span.End, $"{nameof(ScriptGlobals.ShareMethod)}(\"{node.Identifier.ValueText}\",{node.Identifier.Text});");
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
    public override void VisitConversionOperatorDeclaration(ConversionOperatorDeclarationSyntax node)
    {
        EnterFunction(node.Body, node.ExpressionBody, node.SemicolonToken, givesNothing: false);
        base.VisitConversionOperatorDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        EnterGetter(node.ExpressionBody, node.SemicolonToken);
        if (node.Parent is TypeDeclarationSyntax && !node.Modifiers.Any(SyntaxKind.StaticKeyword))
            EnterInitializer(node.Initializer);
        base.VisitPropertyDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitIndexerDeclaration(IndexerDeclarationSyntax node)
    {
        EnterGetter(node.ExpressionBody, node.SemicolonToken);
        base.VisitIndexerDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitFieldDeclaration(FieldDeclarationSyntax node)
    {
        if (node.Parent is TypeDeclarationSyntax && !node.Modifiers.Any(SyntaxKind.StaticKeyword) && !node.Modifiers.Any(SyntaxKind.ConstKeyword))
            foreach (var variable in node.Declaration.Variables)
                EnterInitializer(variable.Initializer);
        base.VisitFieldDeclaration(node);
    }

    /// <inheritdoc/>
    public override void VisitSimpleLambdaExpression(SimpleLambdaExpressionSyntax node)
    {
        EnterLambda(node);
        base.VisitSimpleLambdaExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitParenthesizedLambdaExpression(ParenthesizedLambdaExpressionSyntax node)
    {
        EnterLambda(node);
        base.VisitParenthesizedLambdaExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitAnonymousMethodExpression(AnonymousMethodExpressionSyntax node)
    {
        EnterFunction(node.Block);
        base.VisitAnonymousMethodExpression(node);
    }

    /// <inheritdoc/>
    public override void VisitWhereClause(WhereClauseSyntax node)
    {
        Wrap(node.Condition);
        base.VisitWhereClause(node);
    }

    /// <inheritdoc/>
    public override void VisitLetClause(LetClauseSyntax node)
    {
        Wrap(node.Expression);
        base.VisitLetClause(node);
    }

    /// <inheritdoc/>
    public override void VisitOrdering(OrderingSyntax node)
    {
        Wrap(node.Expression);
        base.VisitOrdering(node);
    }

    /// <inheritdoc/>
    public override void VisitGroupClause(GroupClauseSyntax node)
    {
        Wrap(node.ByExpression);
        base.VisitGroupClause(node);
    }

    /// <inheritdoc/>
    public override void VisitJoinClause(JoinClauseSyntax node)
    {
        Wrap(node.LeftExpression);
        Wrap(node.RightExpression);
        base.VisitJoinClause(node);
    }

    // To select the variable itself is to call nothing.
    /// <inheritdoc/>
    public override void VisitSelectClause(SelectClauseSyntax node)
    {
        if (node.Expression is not IdentifierNameSyntax)
            Wrap(node.Expression);
        base.VisitSelectClause(node);
    }

    private void Enter(StatementSyntax body)
    {
        if (body is BlockSyntax block)
        {
            Open(block.OpenBraceToken.Span.End, Pass);
            return;
        }
        Open(body.SpanStart, "{" + Pass);
        Close(body.Span.End, "}");
    }

    private void EnterFunction(
        BlockSyntax? block, ArrowExpressionClauseSyntax? arrow = null, SyntaxToken semicolon = default, bool givesNothing = false)
    {
        if (block is not null)
            Open(block.OpenBraceToken.Span.End, Pass);
        else
            EnterArrow(arrow, semicolon, "{" + Pass + (givesNothing ? "" : "return "), "}");
    }

    private void EnterGetter(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon) =>
        EnterArrow(arrow, semicolon, "{get{" + Pass + "return ", "}}");

    private void EnterArrow(ArrowExpressionClauseSyntax? arrow, SyntaxToken semicolon, string open, string close)
    {
        if (arrow is not { Expression: not ThrowExpressionSyntax })
            return;
        _openings.Add(new TextChange(arrow.ArrowToken.Span, open));
        Close(semicolon.Span.End, close);
    }

    // An object that makes one of its own kind before any constructor runs would do so without end.
    private void EnterInitializer(EqualsValueClauseSyntax? initializer)
    {
        if (initializer?.Value.DescendantNodesAndSelf().Any(node => node is BaseObjectCreationExpressionSyntax) != true)
            return;
        Open(initializer.Value.SpanStart, Passes + "?(");
        Close(initializer.Value.Span.End, "):default!");
    }

    private void EnterLambda(LambdaExpressionSyntax node)
    {
        if (node.Block is not null)
            EnterFunction(node.Block);
        else if (node.ExpressionBody is { } body and not ThrowExpressionSyntax && _lambdas.GivesValue(node) is { } givesValue)
        {
            Open(body.SpanStart, "{" + Pass + (givesValue ? "return " : ""));
            Close(body.Span.End, ";}");
        }
    }

    private void Wrap(ExpressionSyntax expression)
    {
        Open(expression.SpanStart, Call + "(");
        Close(expression.Span.End, ")");
    }

    // One of several overloads has no type of its own as a value, nor has one that is generic.
    private static bool IsShared(MethodDeclarationSyntax node) =>
        node is { Parent: CompilationUnitSyntax script, TypeParameterList: null }
        && !node.ParameterList.Parameters.Any(parameter => parameter.Modifiers.Count > 0)
        && script.Members.OfType<MethodDeclarationSyntax>().Count(method => method.Identifier.ValueText == node.Identifier.ValueText) == 1;

    // An async method of a bare Task returns nothing, as a void one.
    private static bool GivesNothing(TypeSyntax type, SyntaxTokenList modifiers) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword }
        || (modifiers.Any(SyntaxKind.AsyncKeyword) && type is IdentifierNameSyntax { Identifier.Text: "Task" or "ValueTask" });

    private void Open(int position, string text) => _openings.Add(Insertion(position, text));

    private void Close(int position, string text) => _closings.Add(Insertion(position, text));

    private static TextChange Insertion(int position, string text) => new(new TextSpan(position, 0), text);
}
