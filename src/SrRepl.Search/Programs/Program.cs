namespace SrRepl.Search;

/// <summary>
/// A formula as the search breeds it and the evaluator runs it: nodes in postfix order in one array that is reused, so
/// that neither breeding nor evaluating allocates. Operands stand before their operator, the root last.
/// </summary>
public sealed class Program
{
    private Node[] _nodes;

    /// <summary>An empty program with room for some nodes; it grows when it must.</summary>
    public Program(int capacity = 64) => _nodes = new Node[capacity];

    /// <summary>How many nodes.</summary>
    public int Count { get; private set; }

    /// <summary>The nodes in postfix order.</summary>
    public Span<Node> Nodes => _nodes.AsSpan(0, Count);

    /// <summary>A node by its place.</summary>
    public ref Node this[int index] => ref _nodes[index];

    /// <summary>Where the subtree ending at <paramref name="end"/> begins.</summary>
    public int Start(int end) => end - _nodes[end].Length + 1;

    /// <summary>The subtree that ends at a node.</summary>
    public ReadOnlySpan<Node> Subtree(int end) => _nodes.AsSpan(Start(end), _nodes[end].Length);

    /// <summary>Removes every node.</summary>
    public void Clear() => Count = 0;

    /// <summary>Appends a node.</summary>
    public void Add(in Node node)
    {
        Reserve(Count + 1);
        _nodes[Count++] = node;
    }

    /// <summary>Appends nodes; they must not be of this program.</summary>
    public void Add(ReadOnlySpan<Node> nodes)
    {
        Reserve(Count + nodes.Length);
        nodes.CopyTo(_nodes.AsSpan(Count));
        Count += nodes.Length;
    }

    /// <summary>Makes this equal to another.</summary>
    public void CopyFrom(Program other)
    {
        if (ReferenceEquals(this, other))
            return;
        Clear();
        Add(other.Nodes);
    }

    /// <summary>A copy of its own.</summary>
    public Program Clone()
    {
        var copy = new Program(Count);
        copy.CopyFrom(this);
        return copy;
    }

    /// <summary>Puts nodes in the place of a run of nodes; call <see cref="Measure"/> afterwards.</summary>
    public void Replace(int start, int length, ReadOnlySpan<Node> replacement)
    {
        var tail = Count - start - length;
        Reserve(Count - length + replacement.Length);
        _nodes.AsSpan(start + length, tail).CopyTo(_nodes.AsSpan(start + replacement.Length));
        replacement.CopyTo(_nodes.AsSpan(start));
        Count += replacement.Length - length;
    }

    /// <summary>Sets every node's subtree length.</summary>
    public void Measure(OperatorSet operators)
    {
        for (var i = 0; i < Count; i++)
        {
            ref var node = ref _nodes[i];
            var length = 1;
            if (node.IsOperator)
                for (var argument = operators.Arity[node.Code]; argument > 0; argument--)
                    length += _nodes[i - length].Length;
            node.Length = (short)length;
        }
    }

    /// <summary>Whether the two are node for node the same.</summary>
    public bool Same(Program other)
    {
        if (Count != other.Count)
            return false;
        for (var i = 0; i < Count; i++)
            if (!_nodes[i].Same(other._nodes[i]))
                return false;
        return true;
    }

    /// <summary>
    /// A hash of the formula as it is written, the same in every process and for every order of the operands of commutative
    /// operators. Two programs of one hash count as one writing.
    /// </summary>
    public ulong Fingerprint(OperatorSet operators)
    {
        Span<ulong> stack = stackalloc ulong[Count];
        var top = 0;
        foreach (ref readonly var node in Nodes)
        {
            if (!node.IsOperator)
            {
                stack[top++] = Mix((ulong)(ushort)node.Code << 32 ^ (uint)node.Feature ^ BitConverter.DoubleToUInt64Bits(node.Value));
                continue;
            }
            var arity = operators.Arity[node.Code];
            top -= arity;
            var hash = 0UL;
            foreach (var argument in stack.Slice(top, arity))
                hash = operators.IsCommutative[node.Code] ? hash + Mix(argument) : Mix(hash) + argument;
            stack[top++] = Mix(hash ^ (ulong)(node.Code + 1) * 0x9E3779B97F4A7C15UL);
        }
        return stack[0];
    }

    /// <summary>How many constants.</summary>
    public int Constants()
    {
        var count = 0;
        foreach (ref readonly var node in Nodes)
            count += node.IsConstant ? 1 : 0;
        return count;
    }

    /// <summary>Reads the constants in postfix order.</summary>
    public void ReadConstants(Span<double> values)
    {
        var count = 0;
        foreach (ref readonly var node in Nodes)
            if (node.IsConstant)
                values[count++] = node.Value;
    }

    /// <summary>Sets the constants in postfix order.</summary>
    public void WriteConstants(ReadOnlySpan<double> values)
    {
        var count = 0;
        foreach (ref var node in Nodes)
            if (node.IsConstant)
                node.Value = values[count++];
    }

    /// <summary>Writes the nodes.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        foreach (ref readonly var node in Nodes)
        {
            writer.Write(node.Code);
            writer.Write(node.Length);
            writer.Write(node.Feature);
            writer.Write(node.Value);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote in the place of the present nodes.</summary>
    public void Load(BinaryReader reader)
    {
        Clear();
        for (var count = reader.ReadInt32(); count > 0; count--)
            Add(new Node { Code = reader.ReadInt16(), Length = reader.ReadInt16(), Feature = reader.ReadInt32(), Value = reader.ReadDouble() });
    }

    // The finalizer of splitmix64 (Steele, Lea and Flood 2014).
    internal static ulong Mix(ulong x)
    {
        x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ x >> 27) * 0x94D049BB133111EBUL;
        return x ^ x >> 31;
    }

    private void Reserve(int count)
    {
        if (count > _nodes.Length)
            Array.Resize(ref _nodes, Math.Max(count, _nodes.Length * 2));
    }
}
