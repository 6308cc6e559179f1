using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Looks among equal forms for the one that an arithmetic computes best, as Herbie does for doubles (Panchekha, Sanchez-Stern,
/// Wilcox, Tatlock, "Automatically Improving Accuracy for Floating Point Expressions", PLDI 2015): from the smallest form on,
/// the node of one class at a time is changed as long as the error falls.
/// </summary>
internal sealed class AccuracySearch
{
    private const int MostRows = 1000;
    private const int MostClimbs = 4;
    private const int MostForms = 150;
    private const int MostChoices = 6;
    private const int NodesBeyond = 12;

    private readonly EGraph _graph;
    private readonly TreeExtraction _trees;
    private readonly IArithmetic _arithmetic;
    private readonly Dataset _data;
    private readonly Column _truth;
    private readonly int _mostNodes;

    public AccuracySearch(EGraph graph, IFormulaCost cost, Expr given, IArithmetic arithmetic, Dataset data)
    {
        _graph = graph;
        _trees = new(graph, cost);
        _arithmetic = arithmetic;
        _data = data.Rows <= MostRows ? data : data.TakeRows([.. Enumerable.Range(0, MostRows)]);
        _truth = given.Evaluate(_data);
        _mostNodes = given.Nodes + NodesBeyond;
    }

    /// <summary>A node equal to the root whose error is smaller than that of the formula given, or -1.</summary>
    public int Best(int root, Expr given)
    {
        // If the formula given cannot be computed so, its user is told.
        var least = Error(_arithmetic.Compute(given, _data));
        var best = -1;
        var choice = new Dictionary<int, int>();
        for (var climb = 0; climb < MostClimbs; climb++)
        {
            Dictionary<int, int>? better = null;
            foreach (var candidate in Neighbours(root, choice).Take(MostForms))
            {
                var node = Extract(root, candidate);
                if (node < 0 || Error(node) is var error && !(error < least))
                    continue;
                (least, best, better) = (error, node, candidate);
            }
            if (better is null)
                break;
            choice = better;
        }
        return best;
    }

    // The form itself, and every form that differs from it in one class.
    private IEnumerable<Dictionary<int, int>> Neighbours(int root, Dictionary<int, int> choice)
    {
        yield return choice;
        foreach (var leader in Reachable(root, choice))
        {
            var node = leader;
            var given = 0;
            do
            {
                if (!_graph.IsHidden(node) && node != Chosen(leader, choice) && given < MostChoices)
                {
                    given++;
                    yield return new(choice) { [leader] = node };
                }
                node = _graph.NextInClass(node);
            }
            while (node != leader);
        }
    }

    private List<int> Reachable(int root, Dictionary<int, int> choice)
    {
        var (order, seen) = (new List<int>(), new HashSet<int>());
        Walk(_graph.Find(root));
        return order;

        void Walk(int leader)
        {
            if (!seen.Add(leader) || Chosen(leader, choice) is not (>= 0 and var node))
                return;
            order.Add(leader);
            foreach (var child in _graph.Children(node))
                Walk(_graph.Find(child));
        }
    }

    private int Chosen(int leader, Dictionary<int, int> choice) => choice.TryGetValue(leader, out var node) ? node : _trees.Best(leader);

    // -1 where the choice has no finite tree, or too large a one.
    private int Extract(int root, Dictionary<int, int> choice)
    {
        var (open, nodes) = (new HashSet<int>(), 0);
        return Walk(_graph.Find(root));

        int Walk(int leader)
        {
            if (++nodes > _mostNodes || Chosen(leader, choice) is not (>= 0 and var node) || !double.IsFinite(_trees.Cost(node)) || !open.Add(leader))
                return -1;
            var children = _graph.Children(node).ToArray();
            for (var i = 0; i < children.Length; i++)
                if ((children[i] = Walk(_graph.Find(children[i]))) < 0)
                    return -1;
            open.Remove(leader);
            return _graph.Add(_graph.Symbol(node), children);
        }
    }

    private double Error(int node)
    {
        try
        {
            return Error(_arithmetic.Compute(_graph.ToExpr(node), _data));
        }
        catch (DiagnosticException)
        {
            // A form that the arithmetic cannot compute is none to choose.
            return double.PositiveInfinity;
        }
    }

    // The mean square, over the rows where the formula has a value.
    private double Error(Column computed)
    {
        var sum = 0.0;
        for (var row = 0; row < _truth.Length; row++)
            if (double.IsFinite(_truth[row]))
                sum += (computed[row] - _truth[row]) * (computed[row] - _truth[row]);
        return double.IsNaN(sum) ? double.PositiveInfinity : sum;
    }
}
