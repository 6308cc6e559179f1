using System.Collections.Immutable;
using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Makes the kernels of functions the user wrote.</summary>
public static class CompiledTile
{
    /// <summary>The kernel that runs the body, its operators' kernels in turn, over the arguments' tiles.</summary>
    public static VectorKernel Of(DefinedOperator op) => new(new CompiledTile<float>(op), new CompiledTile<double>(op));
}

/// <summary>A user's function compiled: the body in postfix over tiles, derivatives by its formula's partial derivatives.</summary>
internal sealed unsafe class CompiledTile<T> : TileKernel<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Step[] _value;
    private readonly Lazy<Step[]>[] _slopes;

    public CompiledTile(DefinedOperator op)
    {
        _value = Compile(op.Body, op.Parameters);
        _slopes = [.. op.Parameters.Select(name => new Lazy<Step[]>(() => Compile(op.Body.Derivative(name), op.Parameters)))];
    }

    public override void Value(Operand<T>* arguments, T* result, int count) => Run(_value, arguments, result, count);

    public override void Pull(Operand<T>* arguments, T* value, T* adjoint, int index, T* result, int count)
    {
        var slope = stackalloc T[Evaluator<T>.TileRows];
        Run(_slopes[index].Value, arguments, slope, count);
        for (var row = 0; row < count; row++)
            result[row] = adjoint[row] * slope[row];
    }

    // One step pushes an argument or a number, or applies a kernel to what was pushed last.
    private readonly record struct Step(TileKernel<T>? Kernel, int Count, T Number);

    private static Step[] Compile(Expr body, ImmutableArray<string> parameters)
    {
        var operators = new OperatorSet(Compiler.OperatorsOf(body));
        var program = Compiler.ToProgram(body, operators, parameters);
        var steps = new List<Step>();
        foreach (ref readonly var node in program.Nodes)
        {
            if (node.IsConstant)
                steps.Add(new(null, -1, T.CreateTruncating(node.Value)));
            else if (node.IsFeature)
                steps.Add(new(null, node.Feature, default));
            else
            {
                var kernel = operators.Kernels[node.Code];
                steps.Add(new((TileKernel<T>)(typeof(T) == typeof(float) ? kernel.Single : (object)kernel.Double), operators.Arity[node.Code], default));
            }
        }
        return [.. steps];
    }

    // Rows in small blocks: a body's scratch then fits the stack, and nested functions stay shallow.
    private const int BlockRows = 64;

    private static void Run(Step[] steps, Operand<T>* arguments, T* result, int count)
    {
        var slots = stackalloc T[steps.Length * BlockRows];
        var operands = stackalloc Operand<T>[steps.Length];
        for (var start = 0; start < count; start += BlockRows)
        {
            var rows = Math.Min(BlockRows, count - start);
            var top = 0;
            foreach (ref readonly var step in steps.AsSpan())
            {
                if (step.Kernel is null)
                {
                    operands[top++] = step.Count < 0 ? new(null, step.Number)
                        : arguments[step.Count].Values is null ? arguments[step.Count]
                        : new(arguments[step.Count].Values + start, default);
                }
                else
                {
                    top -= step.Count;
                    step.Kernel.Value(operands + top, slots + top * BlockRows, rows);
                    operands[top] = new(slots + top * BlockRows, default);
                    top++;
                }
            }
            var value = operands[0];
            if (value.Values is null)
                new Span<T>(result + start, rows).Fill(value.Constant);
            else
                new Span<T>(value.Values, rows).CopyTo(new Span<T>(result + start, rows));
        }
    }
}
