using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Runs programs over tiles of rows. Leaves are read where they are, constants stay scalars, every operator is one pass
/// over tiles that fit the first-level cache. Owns its scratch memory and allocates nothing while running; one thread at a time.
/// </summary>
public sealed unsafe class Evaluator<T> : IDisposable where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows of a tile.</summary>
    public const int TileRows = 512;

    private T* _slots;
    private Operand<T>* _operands;
    private int _capacity;

    // What a template makes of a program, and where its constants are from.
    private readonly Program _expanded = new();
    private readonly List<int> _sources = [];

    /// <summary>An evaluator with scratch for programs of ordinary size; it grows when a longer one comes.</summary>
    public Evaluator() => Reserve(64);

    /// <summary>Gives the memory back.</summary>
    ~Evaluator() => Release();

    /// <summary>Evaluates rows of a table.</summary>
    /// <param name="program">The program.</param>
    /// <param name="operators">Its operators.</param>
    /// <param name="data">The table.</param>
    /// <param name="start">The first row; a multiple of the vector's width.</param>
    /// <param name="count">How many rows; a multiple of the vector's width, at most <see cref="TileRows"/>.</param>
    /// <param name="output">Where the values go; not a column of the table.</param>
    public void RunTile(Program program, OperatorSet operators, SearchData<T> data, int start, int count, T* output)
    {
        if (operators.Template is { } template)
        {
            template.Expand(program, _expanded);
            program = _expanded;
        }
        Reserve(program.Count);
        var kernels = operators.Kernels.AsSpan();
        var arity = operators.Arity.AsSpan();
        var stack = _operands;
        var nodes = program.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Code == Node.FeatureCode)
            {
                *stack++ = new(data.Feature(node.Feature) + start, default);
            }
            else if (node.Code == Node.ConstantCode)
            {
                *stack++ = new(null, T.CreateTruncating(node.Value));
            }
            else
            {
                stack -= arity[node.Code];
                var result = i == nodes.Length - 1 ? output : _slots + (stack - _operands) * TileRows;
                *stack = Apply(Kernel(kernels[node.Code]), stack, arity[node.Code], result, count);
                stack++;
            }
        }
        var root = _operands[0];
        if (root.Values is null)
            new Span<T>(output, count).Fill(root.Constant);
        else if (root.Values != output)
            new Span<T>(root.Values, count).CopyTo(new Span<T>(output, count));
    }

    /// <summary>
    /// Evaluates a tile and, by one sweep backwards, the exact derivatives by every constant.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="operators">Its operators.</param>
    /// <param name="data">The table.</param>
    /// <param name="start">The first row.</param>
    /// <param name="count">How many rows, at most <see cref="TileRows"/>.</param>
    /// <param name="derivatives">Filled with a pointer to a run of <paramref name="count"/> values for each constant in postfix order, valid until the next call.</param>
    /// <returns>The values at the rows.</returns>
    public T* RunGradient(Program program, OperatorSet operators, SearchData<T> data, int start, int count, T** derivatives)
    {
        if (operators.Template is not { } template)
            return RunBackwards(program, operators, data, start, count, derivatives);
        template.Expand(program, _expanded, _sources);
        var parts = stackalloc T*[_sources.Count];
        var values = RunBackwards(_expanded, operators, data, start, count, parts);
        Gather(parts, program.Constants(), count, derivatives);
        return values;
    }

    // The derivative by a constant that stands at several places is the sum of those by each.
    private void Gather(T** parts, int constants, int count, T** derivatives)
    {
        for (var constant = 0; constant < constants; constant++)
            derivatives[constant] = null;
        for (var i = 0; i < _sources.Count; i++)
        {
            if (_sources[i] < 0)
                continue;
            ref var sum = ref derivatives[_sources[i]];
            if (sum is null)
                sum = parts[i];
            else
                for (var row = 0; row < count; row++)
                    sum[row] += parts[i][row];
        }
        var none = _slots + (nint)(_capacity - 1) * TileRows;
        new Span<T>(none, count).Clear();
        for (var constant = 0; constant < constants; constant++)
            if (derivatives[constant] is null)
                derivatives[constant] = none;
    }

    private T* RunBackwards(Program program, OperatorSet operators, SearchData<T> data, int start, int count, T** derivatives)
    {
        Reserve(2 * program.Count + 1);
        var kernels = operators.Kernels.AsSpan();
        var arity = operators.Arity.AsSpan();
        var nodes = program.Nodes;
        var length = nodes.Length;
        // Every node keeps its operand; the stack of node indices gives an operator its arguments.
        var operands = _operands;
        var arguments = stackalloc Operand<T>[operators.LargestArity + 1];
        for (var i = 0; i < length; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Code == Node.FeatureCode)
                operands[i] = new(data.Feature(node.Feature) + start, default);
            else if (node.Code == Node.ConstantCode)
                operands[i] = new(null, T.CreateTruncating(node.Value));
            else
            {
                Gather(nodes, operands, i, arity[node.Code], arguments);
                operands[i] = Apply(Kernel(kernels[node.Code]), arguments, arity[node.Code], _slots + (nint)i * TileRows, count);
            }
        }
        var adjoints = _slots + (nint)length * TileRows;
        new Span<T>(adjoints + (nint)(length - 1) * TileRows, count).Fill(T.One);
        for (var i = length - 1; i >= 0; i--)
        {
            ref readonly var node = ref nodes[i];
            if (!node.IsOperator || !HasConstant(nodes, i))
                continue;
            var value = operands[i].Values;
            if (value is null)
            {
                value = _slots + (nint)i * TileRows;
                new Span<T>(value, count).Fill(operands[i].Constant);
            }
            Gather(nodes, operands, i, arity[node.Code], arguments);
            var child = i - 1;
            for (var argument = arity[node.Code] - 1; argument >= 0; argument--)
            {
                if (HasConstant(nodes, child))
                    Kernel(kernels[node.Code]).Pull(arguments, value, adjoints + (nint)i * TileRows, argument, adjoints + (nint)child * TileRows, count);
                child -= nodes[child].Length;
            }
        }
        var constant = 0;
        for (var i = 0; i < length; i++)
            if (nodes[i].IsConstant)
                derivatives[constant++] = adjoints + (nint)i * TileRows;
        var root = operands[length - 1];
        if (root.Values is not null)
            return root.Values;
        new Span<T>(_slots, count).Fill(root.Constant);
        return _slots;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private static TileKernel<T> Kernel(VectorKernel kernel) =>
        typeof(T) == typeof(float) ? (TileKernel<T>)(object)kernel.Single : (TileKernel<T>)(object)kernel.Double;

    // Constant operands give a constant: one vector instead of a tile.
    private static Operand<T> Apply(TileKernel<T> kernel, Operand<T>* arguments, int arity, T* result, int count)
    {
        var varies = false;
        for (var i = 0; i < arity; i++)
            varies |= arguments[i].Values is not null;
        if (varies)
        {
            kernel.Value(arguments, result, count);
            return new(result, default);
        }
        kernel.Value(arguments, result, Vector256<T>.Count);
        return new(null, result[0]);
    }

    private static void Gather(ReadOnlySpan<Node> nodes, Operand<T>* operands, int index, int arity, Operand<T>* arguments)
    {
        var child = index - 1;
        for (var argument = arity - 1; argument >= 0; argument--)
        {
            arguments[argument] = operands[child];
            child -= nodes[child].Length;
        }
    }

    private static bool HasConstant(ReadOnlySpan<Node> nodes, int end)
    {
        for (var i = end - nodes[end].Length + 1; i <= end; i++)
            if (nodes[i].IsConstant)
                return true;
        return false;
    }

    private void Reserve(int slots)
    {
        if (slots <= _capacity)
            return;
        Release();
        _capacity = Math.Max(slots, 64);
        _slots = (T*)NativeMemory.AlignedAlloc((nuint)_capacity * TileRows * (nuint)sizeof(T), 64);
        _operands = (Operand<T>*)NativeMemory.AlignedAlloc((nuint)_capacity * (nuint)sizeof(Operand<T>), 64);
    }

    private void Release()
    {
        NativeMemory.AlignedFree(_slots);
        NativeMemory.AlignedFree(_operands);
        _slots = null;
        _operands = null;
    }
}
