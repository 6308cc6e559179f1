using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Applies rules to a graph until nothing new comes, or a limit is met. The limits are counts, so that the result depends
/// on the formula alone: matches of one rule in one iteration, so that no rule crowds the others out; nodes; iterations.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="rules">The rules that may be used.</param>
/// <param name="cost">What the sums that are collected should be small in.</param>
internal sealed class Saturation(EGraph graph, ImmutableArray<CompiledRule> rules, IFormulaCost cost)
{
    private const int Iterations = 12;
    private const int LeastNodes = 1500;
    private const int NodesPerNode = 12;
    private const int MostMatches = 150;

    private readonly Matcher _matcher = new(graph);
    private readonly SumRewriter _sums = new(graph, rules.Length);
    private int _mostNodes = LeastNodes;

    private int DefinitionReason => rules.Length + SumRewriter.Names.Length;

    /// <summary>The name of a proof's reason.</summary>
    public string NameOf(int reason) =>
        reason == ProofForest.Fold ? "fold-constants"
        : reason == DefinitionReason ? "definition"
        : reason < rules.Length ? rules[reason].Rule.Name
        : SumRewriter.Names[reason - rules.Length];

    /// <summary>Adds a formula, and beside each call of a user's function what it stands for.</summary>
    public int Add(Expr formula)
    {
        var root = graph.Add(formula);
        formula.Visit(node =>
        {
            if (node is Apply { Operator: DefinedOperator defined } call)
                graph.Union(graph.Add(call), graph.Add(defined.Inline(call.Arguments)), DefinitionReason);
        });
        graph.Rebuild();
        _mostNodes = Math.Max(_mostNodes, graph.Count * NodesPerNode);
        return root;
    }

    /// <summary>Runs to an end, or until a condition holds between two iterations.</summary>
    public StopReason Run(Func<bool>? until = null)
    {
        for (var i = 0; i < Iterations; i++)
        {
            if (until?.Invoke() == true)
                return StopReason.Reached;
            var (nodes, complete) = (graph.Count, true);
            var unions = _sums.Apply(new TreeExtraction(graph, cost), _mostNodes);
            graph.Rebuild();
            _matcher.Begin();
            for (var rule = 0; rule < rules.Length; rule++)
                complete &= _matcher.Search(rules[rule], rule, MostMatches);
            unions += _matcher.Apply(rules, _mostNodes);
            graph.Rebuild();
            if (graph.Count >= _mostNodes)
                return StopReason.Nodes;
            if (unions == 0 && complete && graph.Count == nodes)
                return StopReason.Saturated;
        }
        return StopReason.Iterations;
    }
}
