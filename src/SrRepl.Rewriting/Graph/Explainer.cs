using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Turns the path between two equal nodes into a chain of formulas, each following from the one before by one rule.</summary>
/// <param name="graph">The graph that holds both.</param>
/// <param name="nameOf">The name of a reason.</param>
internal sealed class Explainer(EGraph graph, Func<int, string> nameOf)
{
    private readonly Dictionary<(int, int), List<Step>> _chains = [];

    /// <summary>The steps from one node to another that equals it.</summary>
    public List<Step> Explain(int from, int to)
    {
        if (_chains.TryGetValue((from, to), out var known))
            return known;
        var steps = new List<Step>();
        foreach (var (left, right, reason, reversed) in graph.Proofs.Path(from, to))
            if (reason == ProofForest.Congruence)
                AddCongruence(steps, left, right);
            else
                steps.Add(new(Name(reason, reversed), graph.ToExpr(right)));
        steps = WithoutLoops(graph.ToExpr(from), steps);
        _chains.Add((from, to), steps);
        return steps;
    }

    // One child after the other becomes what it is on the right.
    private void AddCongruence(List<Step> steps, int left, int right)
    {
        if (graph.Operator(left) is not { } op)
            return;
        var arguments = graph.Children(left).ToArray().Select(graph.ToExpr).ToArray();
        for (var i = 0; i < arguments.Length; i++)
            foreach (var (rule, formula) in Explain(graph.Child(left, i), graph.Child(right, i)))
            {
                arguments[i] = formula;
                steps.Add(new(rule, new Apply(op, [.. arguments])));
            }
    }

    private string Name(int reason, bool reversed)
    {
        const string back = "-back";
        var name = nameOf(reason);
        return !reversed ? name : name.EndsWith(back, StringComparison.Ordinal) ? name[..^back.Length] : name + back;
    }

    // A formula met twice: what lies between was a detour.
    private static List<Step> WithoutLoops(Expr start, List<Step> steps)
    {
        var chain = new List<Step>();
        var lengthAt = new Dictionary<Expr, int> { [start] = 0 };
        foreach (var step in steps)
        {
            if (lengthAt.TryGetValue(step.Formula, out var length))
            {
                for (var i = length; i < chain.Count; i++)
                    lengthAt.Remove(chain[i].Formula);
                chain.RemoveRange(length, chain.Count - length);
                continue;
            }
            chain.Add(step);
            lengthAt.Add(step.Formula, chain.Count);
        }
        return chain;
    }
}
