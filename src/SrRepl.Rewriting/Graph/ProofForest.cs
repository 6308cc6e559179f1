namespace SrRepl.Rewriting;

/// <summary>
/// Why nodes are equal: a forest over the nodes whose edges are single reasons, so that any two equal nodes have one
/// path between them. After Nieuwenhuis and Oliveras, "Proof-Producing Congruence Closure", RTA 2005.
/// </summary>
internal sealed class ProofForest
{
    /// <summary>The reason of an edge between nodes of one symbol whose children are equal, each for reasons of its own.</summary>
    public const int Congruence = -1;

    /// <summary>The reason of an edge between an operator on constants and its value.</summary>
    public const int Fold = -2;

    private Pool<int> _parent = new(1024);
    private Pool<int> _reason = new(1024);
    private Pool<bool> _reversed = new(1024);

    /// <summary>Makes room for one more node.</summary>
    public void Add()
    {
        _parent.Add(-1);
        _reason.Add(0);
        _reversed.Add(false);
    }

    /// <summary>Joins the trees of two nodes by an edge between the two.</summary>
    public void Link(int a, int b, int reason)
    {
        // Turn a's tree over so that a is its root.
        var (node, above, why, back) = (a, b, reason, false);
        while (node >= 0)
        {
            var (next, nextWhy, nextBack) = (_parent[node], _reason[node], !_reversed[node]);
            _parent[node] = above;
            _reason[node] = why;
            _reversed[node] = back;
            (node, above, why, back) = (next, node, nextWhy, nextBack);
        }
    }

    /// <summary>The edges from one node to another of the same tree, in order; a reversed one is walked from the reason's right side to its left.</summary>
    public List<(int From, int To, int Reason, bool Reversed)> Path(int from, int to)
    {
        var (up, down) = (Depth(from), Depth(to));
        var head = new List<(int, int, int, bool)>();
        var tail = new List<(int, int, int, bool)>();
        while (from != to)
            if (up >= down)
            {
                head.Add((from, _parent[from], _reason[from], _reversed[from]));
                from = _parent[from];
                up--;
            }
            else
            {
                tail.Add((_parent[to], to, _reason[to], !_reversed[to]));
                to = _parent[to];
                down--;
            }
        tail.Reverse();
        head.AddRange(tail);
        return head;
    }

    private int Depth(int node)
    {
        var depth = 0;
        for (; _parent[node] >= 0; node = _parent[node])
            depth++;
        return depth;
    }
}
