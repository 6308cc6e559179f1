using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Formulas to programs and back.</summary>
public static class Compiler
{
    /// <summary>The operators a formula applies, in order of first appearance.</summary>
    public static IEnumerable<Operator> OperatorsOf(Expr expr)
    {
        var found = new List<Operator>();
        expr.Visit(node =>
        {
            if (node is Apply apply && !found.Contains(apply.Operator))
                found.Add(apply.Operator);
        });
        return found;
    }

    /// <summary>The program of a formula.</summary>
    /// <param name="expr">A formula over operators of the set.</param>
    /// <param name="operators">The set.</param>
    /// <param name="features">The variables, by feature index.</param>
    /// <exception cref="DiagnosticException">A variable is no feature.</exception>
    /// <exception cref="ArgumentException">An operator is not in the set.</exception>
    public static Program ToProgram(Expr expr, OperatorSet operators, ImmutableArray<string> features)
    {
        var program = new Program();
        Append(expr);
        program.Measure(operators);
        return program;

        void Append(Expr node)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            switch (node)
            {
                case Constant constant:
                    program.Add(Node.Number(constant.Value));
                    break;
                case Variable variable:
                    var feature = features.IndexOf(variable.Name);
                    if (feature < 0)
                        throw new DiagnosticException(Errors.UnboundVariable(variable.Name, features));
                    program.Add(Node.Input(feature));
                    break;
                case Apply apply:
                    foreach (var argument in apply.Arguments)
                        Append(argument);
                    var code = operators.CodeOf(apply.Operator);
                    if (code < 0)
                        throw new ArgumentException($"`{apply.Operator}` is not in the operator set", nameof(expr));
                    program.Add(Node.Apply(code));
                    break;
            }
        }
    }

    /// <summary>The formula of a program.</summary>
    public static Expr ToExpr(Program program, OperatorSet operators, ImmutableArray<string> features)
    {
        var stack = new Stack<Expr>();
        foreach (ref readonly var node in program.Nodes)
        {
            if (node.IsConstant)
                stack.Push(new Constant(node.Value));
            else if (node.IsFeature)
                stack.Push(new Variable(features[node.Feature]));
            else
            {
                var arguments = new Expr[operators.Arity[node.Code]];
                for (var i = arguments.Length - 1; i >= 0; i--)
                    arguments[i] = stack.Pop();
                stack.Push(new Apply(operators.Operators[node.Code], [.. arguments]));
            }
        }
        return stack.Pop();
    }
}
