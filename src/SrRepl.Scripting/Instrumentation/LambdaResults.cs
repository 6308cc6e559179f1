using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SrRepl.Scripting;

/// <summary>
/// What lambdas with an expression for a body give, a value or nothing: syntax does not tell, so that the compiler is asked. Those
/// it makes no sense of, and those that become expression trees, are left out.
/// </summary>
internal sealed class LambdaResults
{
    private readonly Dictionary<(string File, int Start), bool> _givesValue = [];

    /// <summary>What is known of a script whose lambdas all have blocks.</summary>
    public static LambdaResults None { get; } = new();

    /// <summary>Whether a script, or what it loads, may have a lambda of which only the compiler knows what it gives.</summary>
    public static bool AreWanted(CompilationUnitSyntax root) => Lambdas(root).Any() || root.GetLoadDirectives().Count > 0;

    /// <summary>Asks a script's compilation, loaded files included.</summary>
    public static LambdaResults Of(Compilation compilation)
    {
        var results = new LambdaResults();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var lambda in Lambdas(tree.GetRoot()))
                if (model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method && !BecomesTree(model.GetTypeInfo(lambda).ConvertedType))
                    results._givesValue[Key(lambda)] = !(method.ReturnsVoid || (method.IsAsync && method.ReturnType is INamedTypeSymbol { Arity: 0 }));
        }
        return results;
    }

    /// <summary>Whether a lambda gives a value; null when that is not known.</summary>
    public bool? GivesValue(LambdaExpressionSyntax lambda) => _givesValue.TryGetValue(Key(lambda), out var value) ? value : null;

    private static IEnumerable<LambdaExpressionSyntax> Lambdas(SyntaxNode root) =>
        root.DescendantNodes().OfType<LambdaExpressionSyntax>().Where(lambda => lambda.ExpressionBody is not null);

    private static bool BecomesTree(ITypeSymbol? type) => type?.ContainingNamespace?.ToString() == "System.Linq.Expressions";

    private static (string, int) Key(LambdaExpressionSyntax lambda) => (lambda.SyntaxTree.FilePath, lambda.SpanStart);
}
