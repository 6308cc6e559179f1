using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SrRepl.Core;

/// <summary>
/// A formula as a flat postfix list, run over tiles of rows in double precision: the reference that every faster evaluation
/// is held against. Each step gives exactly what the operator's own rule gives.
/// </summary>
internal sealed class TileProgram
{
    /// <summary>Rows in a tile: a stack of a dozen tiles stays in the first-level cache.</summary>
    public const int Tile = 256;

    private delegate void TileRule(Span<double> first, ReadOnlySpan<double> second);

    // Arithmetic is too short for a call a value.
    private static readonly FrozenDictionary<Operator, TileRule> Direct = new Dictionary<Operator, TileRule>
    {
        [Operators.Add] = (a, b) =>
        {
            for (var i = 0; i < a.Length; i++)
                a[i] += b[i];
        },
        [Operators.Subtract] = (a, b) =>
        {
            for (var i = 0; i < a.Length; i++)
                a[i] -= b[i];
        },
        [Operators.Multiply] = (a, b) =>
        {
            for (var i = 0; i < a.Length; i++)
                a[i] *= b[i];
        },
        [Operators.Divide] = (a, b) =>
        {
            for (var i = 0; i < a.Length; i++)
                a[i] /= b[i];
        },
    }.ToFrozenDictionary();

    private readonly ImmutableArray<Step> _steps;
    private readonly double[][] _stack;
    private readonly double[] _arguments;

    private TileProgram(ImmutableArray<Step> steps, int depth, int widest)
    {
        _steps = steps;
        _stack = [.. Enumerable.Range(0, depth).Select(_ => new double[Tile])];
        _arguments = new double[widest];
    }

    /// <summary>Flattens a formula.</summary>
    /// <param name="expr">The formula.</param>
    /// <param name="columnOf">The column that a variable stands for.</param>
    public static TileProgram Compile(Expr expr, Func<string, Column> columnOf)
    {
        var steps = ImmutableArray.CreateBuilder<Step>(expr.Nodes);
        var (deepest, widest) = (0, 0);
        Append(expr, 0);
        return new(steps.ToImmutable(), deepest, widest);

        void Append(Expr node, int depth)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            deepest = Math.Max(deepest, depth + 1);
            if (node is Apply apply)
            {
                for (var i = 0; i < apply.Arguments.Length; i++)
                    Append(apply.Arguments[i], depth + i);
                widest = Math.Max(widest, apply.Arguments.Length);
                steps.Add(new(apply.Operator, null, 0));
            }
            else
            {
                steps.Add(node is Variable variable ? new(null, columnOf(variable.Name), 0) : new(null, null, ((Constant)node).Value));
            }
        }
    }

    /// <summary>Fills <paramref name="target"/>, at most a tile, with the values of the rows from <paramref name="start"/> on.</summary>
    public void Run(int start, Span<double> target)
    {
        var top = 0;
        foreach (var (op, column, constant) in _steps)
        {
            if (op is not null)
            {
                top -= op.Arity - 1;
                Apply(op, top - 1, target.Length);
            }
            else if (column is not null)
            {
                column.CopyTo(start, _stack[top++].AsSpan(0, target.Length));
            }
            else
            {
                _stack[top++].AsSpan(0, target.Length).Fill(constant);
            }
        }
        _stack[0].AsSpan(0, target.Length).CopyTo(target);
    }

    private void Apply(Operator op, int first, int count)
    {
        if (Direct.TryGetValue(op, out var rule))
        {
            rule(_stack[first].AsSpan(0, count), _stack[first + 1].AsSpan(0, count));
            return;
        }
        var arguments = _arguments.AsSpan(0, op.Arity);
        for (var row = 0; row < count; row++)
        {
            for (var i = 0; i < arguments.Length; i++)
                arguments[i] = _stack[first + i][row];
            _stack[first][row] = op.Evaluate(arguments);
        }
    }

    private readonly record struct Step(Operator? Operator, Column? Column, double Constant);
}
