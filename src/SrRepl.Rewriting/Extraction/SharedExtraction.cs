namespace SrRepl.Rewriting;

/// <summary>
/// A cheap form of a class in which equal parts are paid for once. Starts from the cheapest trees, then changes the node
/// of one class at a time while that helps, then looks for the optimum by branch and bound as long as its steps last.
/// The problem is NP-hard; the bound on the steps is what keeps it short, and a count of steps, not a clock, so that
/// the result is the same everywhere.
/// </summary>
internal sealed class SharedExtraction : IExtraction
{
    private const double Slack = 1e-9;
    private const int MostTrials = 4_000;
    private const int MostBranches = 20_000;
    private const int MostChoices = 12;

    private readonly EGraph _graph;
    private readonly TreeExtraction _trees;
    private readonly double[] _own;
    private readonly Dictionary<int, int[]> _choices = [];
    private Dictionary<int, int> _best = [];
    private double _bestCost;
    private int _branches;

    public SharedExtraction(EGraph graph, IFormulaCost cost, int root)
    {
        _graph = graph;
        _trees = new(graph, cost);
        _own = TreeExtraction.OwnCosts(graph, cost);
        root = graph.Find(root);
        _best = Reachable(root, []);
        _bestCost = CostOf(_best);
        Improve(root);
        Branch([], [root], 0);
    }

    /// <summary>The cost of the form found for the root, the one class it was sought for.</summary>
    public double Cost(int node) => _bestCost;

    /// <inheritdoc/>
    public int Extract(int node)
    {
        var chosen = _best[_graph.Find(node)];
        var children = _graph.Children(chosen).ToArray();
        for (var i = 0; i < children.Length; i++)
            children[i] = Extract(children[i]);
        return _graph.Add(_graph.Symbol(chosen), children);
    }

    // One class after the other tries its other nodes.
    private void Improve(int root)
    {
        var trials = 0;
        for (var improved = true; improved && trials < MostTrials;)
        {
            improved = false;
            foreach (var leader in _best.Keys.Order().ToArray())
                foreach (var node in Choices(leader))
                {
                    if (++trials >= MostTrials || !_best.TryGetValue(leader, out var current))
                        break;
                    if (node == current || Reaches(node, leader, []))
                        continue;
                    var trial = Reachable(root, new(_best) { [leader] = node });
                    var cost = CostOf(trial);
                    if (cost < _bestCost - Slack && IsAcyclic(trial, root))
                    {
                        (_best, _bestCost) = (trial, cost);
                        improved = true;
                    }
                }
        }
    }

    // Classes still to be decided wait in a list; what they cost at least bounds the branch.
    private void Branch(Dictionary<int, int> chosen, List<int> pending, double cost)
    {
        if (++_branches > MostBranches)
            return;
        while (pending.Count > 0 && chosen.ContainsKey(pending[^1]))
            pending.RemoveAt(pending.Count - 1);
        if (pending.Count == 0)
        {
            if (cost < _bestCost - Slack)
                (_best, _bestCost) = (new(chosen), cost);
            return;
        }
        if (cost + pending.Distinct().Where(leader => !chosen.ContainsKey(leader)).Sum(Least) >= _bestCost - Slack)
            return;
        var leader = pending[^1];
        foreach (var node in Choices(leader))
        {
            chosen[leader] = node;
            if (!ClosesCycle(chosen, leader))
            {
                var next = pending[..^1];
                foreach (var child in _graph.Children(node))
                    next.Add(_graph.Find(child));
                Branch(chosen, next, cost + _own[node]);
            }
            chosen.Remove(leader);
        }
    }

    private double Least(int leader) => Choices(leader).Min(node => _own[node]);

    // The nodes of a class from which finite trees hang, those of the cheapest trees first.
    private int[] Choices(int leader)
    {
        if (_choices.TryGetValue(leader, out var known))
            return known;
        var nodes = new List<(double Tree, int Node)>();
        var node = leader;
        do
        {
            if (node < _own.Length && double.IsFinite(_own[node]))
            {
                var tree = _own[node];
                foreach (var child in _graph.Children(node))
                    tree += _trees.Cost(child);
                if (double.IsFinite(tree))
                    nodes.Add((tree, node));
            }
            node = _graph.NextInClass(node);
        }
        while (node != leader);
        nodes.Sort();
        return _choices[leader] = [.. nodes.Take(MostChoices).Select(pair => pair.Node)];
    }

    // The classes a choice needs, those it does not name by their cheapest trees.
    private Dictionary<int, int> Reachable(int root, Dictionary<int, int> choice)
    {
        var reached = new Dictionary<int, int>();
        var stack = new Stack<int>([root]);
        while (stack.TryPop(out var leader))
        {
            if (reached.ContainsKey(leader))
                continue;
            var node = choice.TryGetValue(leader, out var chosen) ? chosen : _trees.Best(leader);
            reached.Add(leader, node);
            foreach (var child in _graph.Children(node))
                stack.Push(_graph.Find(child));
        }
        return reached;
    }

    private double CostOf(Dictionary<int, int> choice) => choice.Values.Order().Sum(node => _own[node]);

    private bool Reaches(int node, int leader, HashSet<int> seen)
    {
        foreach (var child in _graph.Children(node))
        {
            var below = _graph.Find(child);
            if (below == leader || (seen.Add(below) && Reaches(_best.TryGetValue(below, out var next) ? next : _trees.Best(below), leader, seen)))
                return true;
        }
        return false;
    }

    private bool IsAcyclic(Dictionary<int, int> choice, int root)
    {
        var (open, done) = (new HashSet<int>(), new HashSet<int>());
        return Walk(root);

        bool Walk(int leader)
        {
            if (done.Contains(leader))
                return true;
            if (!open.Add(leader))
                return false;
            foreach (var child in _graph.Children(choice[leader]))
                if (!Walk(_graph.Find(child)))
                    return false;
            open.Remove(leader);
            return done.Add(leader);
        }
    }

    private bool ClosesCycle(Dictionary<int, int> chosen, int leader)
    {
        var seen = new HashSet<int>();
        return Walk(chosen[leader]);

        bool Walk(int node)
        {
            foreach (var child in _graph.Children(node))
            {
                var below = _graph.Find(child);
                if (below == leader || (seen.Add(below) && chosen.TryGetValue(below, out var next) && Walk(next)))
                    return true;
            }
            return false;
        }
    }
}
