namespace SrRepl.Rewriting;

/// <summary>
/// The visible nodes of each class of a graph that stands still, those of one symbol side by side, so that matching
/// looks at no node of another symbol.
/// </summary>
internal sealed class ClassIndex
{
    private int[] _start = [];
    private int[] _nodes = [];
    private ulong[] _symbols = [];

    /// <summary>Reads the graph anew.</summary>
    public void Update(EGraph graph)
    {
        var count = graph.Count;
        if (_nodes.Length < count)
        {
            _start = new int[count * 2 + 1];
            _nodes = new int[count * 2];
            _symbols = new ulong[count * 2];
        }
        Array.Clear(_start);
        Array.Clear(_symbols);
        // Counting sort by class; nodes come symbol by symbol, so each class is in the order of symbols.
        for (var node = 0; node < count; node++)
            if (!graph.IsHidden(node))
                _start[graph.Find(node) + 1]++;
        for (var i = 1; i < _start.Length; i++)
            _start[i] += _start[i - 1];
        var next = _start.AsSpan(0, count).ToArray();
        for (var symbol = 0; symbol < graph.Symbols.Count; symbol++)
            foreach (var node in graph.WithSymbol(symbol))
                if (!graph.IsHidden(node))
                {
                    var leader = graph.Find(node);
                    _nodes[next[leader]++] = node;
                    _symbols[leader] |= 1UL << (symbol & 63);
                }
    }

    /// <summary>The nodes of a class, given its leader, that have a symbol.</summary>
    public ReadOnlySpan<int> Nodes(EGraph graph, int leader, int symbol)
    {
        if ((_symbols[leader] & (1UL << (symbol & 63))) == 0)
            return [];
        var (from, to) = (_start[leader], _start[leader + 1]);
        while (from < to && graph.Symbol(_nodes[from]) != symbol)
            from++;
        var end = from;
        while (end < to && graph.Symbol(_nodes[end]) == symbol)
            end++;
        return _nodes.AsSpan(from, end - from);
    }
}
