namespace SrRepl.Rewriting;

/// <summary>
/// Finds a node by symbol and children: open addressing over node numbers, children compared as they are or by the
/// leaders of their classes. In the second manner entries go stale when classes merge; a stale one is never wrong, only
/// possibly not found, and the graph inserts its node anew.
/// </summary>
internal sealed class NodeTable(EGraph graph, bool followLeaders)
{
    private int[] _slots = NewSlots(2048);
    private int _count;

    /// <summary>The node, or -1.</summary>
    public int Find(int symbol, ReadOnlySpan<int> children)
    {
        var mask = _slots.Length - 1;
        for (var slot = Hash(symbol, children) & mask; _slots[slot] >= 0; slot = (slot + 1) & mask)
            if (Same(_slots[slot], symbol, children))
                return _slots[slot];
        return -1;
    }

    public void Insert(int node)
    {
        if (++_count * 2 > _slots.Length)
            Grow();
        Place(node);
    }

    private void Grow()
    {
        var old = _slots;
        _slots = NewSlots(old.Length * 2);
        _count = 1;
        foreach (var node in old)
            if (node >= 0 && (!followLeaders || Find(graph.Symbol(node), graph.Children(node)) < 0))
            {
                _count++;
                Place(node);
            }
    }

    private void Place(int node)
    {
        var mask = _slots.Length - 1;
        var slot = Hash(graph.Symbol(node), graph.Children(node)) & mask;
        while (_slots[slot] >= 0)
            slot = (slot + 1) & mask;
        _slots[slot] = node;
    }

    private bool Same(int node, int symbol, ReadOnlySpan<int> children)
    {
        if (graph.Symbol(node) != symbol)
            return false;
        for (var i = 0; i < children.Length; i++)
        {
            var own = graph.Child(node, i);
            if (own != children[i] && !(followLeaders && graph.Find(own) == graph.Find(children[i])))
                return false;
        }
        return true;
    }

    // Multiplication by an odd constant and a fold of the high half: cheap, and the same in every run.
    private int Hash(int symbol, ReadOnlySpan<int> children)
    {
        var hash = (ulong)symbol * 0x9E3779B97F4A7C15;
        foreach (var child in children)
            hash = (hash ^ (uint)(followLeaders ? graph.Find(child) : child)) * 0x9E3779B97F4A7C15;
        return (int)(hash >> 33);
    }

    private static int[] NewSlots(int length)
    {
        var slots = new int[length];
        Array.Fill(slots, -1);
        return slots;
    }
}
