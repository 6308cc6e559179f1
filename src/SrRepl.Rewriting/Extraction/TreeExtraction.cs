namespace SrRepl.Rewriting;

/// <summary>The cheapest tree of every class, each part paid for wherever it stands.</summary>
internal sealed class TreeExtraction : IExtraction
{
    private const double Slack = 1e-9;

    private readonly EGraph _graph;
    private readonly double[] _cost;
    private readonly int[] _best;

    public TreeExtraction(EGraph graph, IFormulaCost cost)
    {
        _graph = graph;
        _cost = new double[graph.Count];
        _best = new int[graph.Count];
        Array.Fill(_cost, double.PositiveInfinity);
        Array.Fill(_best, -1);
        var own = OwnCosts(graph, cost);
        for (var changed = true; changed;)
        {
            changed = false;
            for (var node = 0; node < own.Length; node++)
                changed |= Improve(node, own[node]);
        }
    }

    /// <summary>The cost of the cheapest tree of the node's class; infinite where none is allowed.</summary>
    public double Cost(int node) => _cost[_graph.Find(node)];

    /// <summary>The root of that tree, its children as they happened to be added; -1 where there is none.</summary>
    public int Best(int node) => _graph.Find(node) is var leader && leader < _best.Length ? _best[leader] : -1;

    /// <inheritdoc/>
    public int Extract(int node)
    {
        var best = Best(node);
        var children = _graph.Children(best).ToArray();
        for (var i = 0; i < children.Length; i++)
            children[i] = Extract(children[i]);
        return _graph.Add(_graph.Symbol(best), children);
    }

    /// <summary>The price of each node by itself; infinite for hidden ones.</summary>
    public static double[] OwnCosts(EGraph graph, IFormulaCost cost)
    {
        var own = new double[graph.Count];
        Span<double> buffer = stackalloc double[16];
        for (var node = 0; node < own.Length; node++)
        {
            if (graph.IsHidden(node))
            {
                own[node] = double.PositiveInfinity;
                continue;
            }
            if (graph.Operator(node) is not { } op)
            {
                own[node] = cost.OfLeaf(graph.Symbols.Leaf(graph.Symbol(node)));
                continue;
            }
            var constants = op.Arity <= buffer.Length ? buffer[..op.Arity] : new double[op.Arity];
            for (var i = 0; i < op.Arity; i++)
                constants[i] = graph.Constant(graph.Child(node, i)) is >= 0 and var constant ? graph.Symbols.Constant(constant).Value : double.NaN;
            own[node] = cost.Of(op, constants);
        }
        return own;
    }

    private bool Improve(int node, double cost)
    {
        if (double.IsPositiveInfinity(cost))
            return false;
        foreach (var child in _graph.Children(node))
            cost += _cost[_graph.Find(child)];
        var leader = _graph.Find(node);
        if (!(cost < _cost[leader] - Slack))
            return false;
        _cost[leader] = cost;
        _best[leader] = node;
        return true;
    }
}
