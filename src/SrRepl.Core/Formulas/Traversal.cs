using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SrRepl.Core;

/// <summary>The walks over a formula that every floor needs: variables, substitution, value, derivative, bounds.</summary>
public static class Traversal
{
    /// <summary>The distinct variables in order of first appearance, left to right.</summary>
    public static ImmutableArray<string> Variables(this Expr expr)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        expr.Visit(node =>
        {
            if (node is Variable variable && seen.Add(variable.Name))
                names.Add(variable.Name);
        });
        return names.ToImmutable();
    }

    /// <summary>Calls <paramref name="action"/> on every node, a node before its arguments, left to right.</summary>
    public static void Visit(this Expr expr, Action<Expr> action)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        action(expr);
        if (expr is Apply apply)
            foreach (var argument in apply.Arguments)
                argument.Visit(action);
    }

    /// <summary>The formula rebuilt from the leaves up, each node passed through <paramref name="map"/> once its arguments were.</summary>
    public static Expr Rewrite(this Expr expr, Func<Expr, Expr> map)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expr is not Apply apply)
            return map(expr);
        var changed = false;
        var arguments = ImmutableArray.CreateBuilder<Expr>(apply.Arguments.Length);
        foreach (var argument in apply.Arguments)
        {
            var mapped = argument.Rewrite(map);
            changed |= !ReferenceEquals(mapped, argument);
            arguments.Add(mapped);
        }
        return map(changed ? new Apply(apply.Operator, arguments.MoveToImmutable()) : apply);
    }

    /// <summary>The formula with some variables replaced, all at once.</summary>
    public static Expr Substitute(this Expr expr, IReadOnlyDictionary<string, Expr> values) =>
        expr.Rewrite(node => node is Variable v && values.TryGetValue(v.Name, out var value) ? value : node);

    /// <summary>The formula without its annotations: what it computes, and nothing beside.</summary>
    public static Expr WithoutAnnotations(this Expr expr) =>
        expr.Rewrite(node => node is Apply { Operator: Annotation, Arguments: [var inner] } ? inner : node);

    /// <summary>The value at one point, in double precision.</summary>
    /// <exception cref="DiagnosticException">A variable has no value.</exception>
    public static double Evaluate(this Expr expr, IReadOnlyDictionary<string, double> values)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expr)
        {
            case Constant constant:
                return constant.Value;
            case Variable variable:
                return values.TryGetValue(variable.Name, out var value)
                    ? value
                    : throw new DiagnosticException(Errors.UnboundVariable(variable.Name, [.. values.Keys]));
            case Apply apply:
                Span<double> arguments = stackalloc double[apply.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = apply.Arguments[i].Evaluate(values);
                return apply.Operator.Evaluate(arguments);
            default:
                throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr));
        }
    }

    /// <summary>The derivative by a variable; trivial zeros and ones are dropped on the way.</summary>
    public static Expr Derivative(this Expr expr, string variable)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (expr is not Apply apply)
            return expr is Variable v && v.Name == variable ? 1 : 0;
        Expr sum = 0;
        for (var i = 0; i < apply.Arguments.Length; i++)
        {
            var inner = apply.Arguments[i].Derivative(variable);
            if (!IsConstant(inner, 0))
                sum = Plus(sum, Times(apply.Operator.Partial(i, apply.Arguments), inner));
        }
        return sum;
    }

    /// <summary>An interval that holds every value of the formula while its variables stay in theirs; unnamed variables are unbounded.</summary>
    public static Interval Bounds(this Expr expr, IReadOnlyDictionary<string, Interval> ranges)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expr)
        {
            case Constant constant:
                return Interval.Point(constant.Value);
            case Variable variable:
                return ranges.TryGetValue(variable.Name, out var range) ? range : Interval.Everything;
            case Apply apply:
                var arguments = new Interval[apply.Arguments.Length];
                for (var i = 0; i < arguments.Length; i++)
                    arguments[i] = apply.Arguments[i].Bounds(ranges);
                return apply.Operator.Bounds(arguments);
            default:
                throw new ArgumentException($"an unknown kind of formula: {expr.GetType()}", nameof(expr));
        }
    }

    private static bool IsConstant(Expr expr, double value) => expr is Constant constant && constant.Value == value;

    private static Expr Plus(Expr a, Expr b) => IsConstant(a, 0) ? b : IsConstant(b, 0) ? a : a + b;

    private static Expr Times(Expr a, Expr b) =>
        IsConstant(a, 0) || IsConstant(b, 0) ? 0 : IsConstant(a, 1) ? b : IsConstant(b, 1) ? a : a * b;
}
