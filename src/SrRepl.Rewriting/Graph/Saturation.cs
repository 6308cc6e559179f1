using System.Collections.Immutable;

namespace SrRepl.Rewriting;

/// <summary>Applies rules to a graph until nothing new comes, or a limit is met.</summary>
/// <param name="graph">The graph, rebuilt.</param>
/// <param name="rules">The rules that may be used.</param>
/// <param name="cost">What the sums that are collected should be small in.</param>
internal sealed class Saturation(EGraph graph, ImmutableArray<CompiledRule> rules, IFormulaCost cost)
{
    private readonly Matcher _matcher = new(graph);
    private readonly SumRewriter _sums = new(graph, rules.Length);

    /// <summary>The name of a proof's reason.</summary>
    public string NameOf(int reason) =>
        reason == ProofForest.Fold ? "fold-constants"
        : reason < rules.Length ? rules[reason].Rule.Name
        : SumRewriter.Names[reason - rules.Length];

    /// <summary>Runs to an end.</summary>
    /// <param name="iterations">At most so many rounds of all rules.</param>
    /// <param name="mostNodes">No rule is applied once there are so many nodes.</param>
    /// <param name="mostMatches">At most so many matches of one rule in one round, so that no rule crowds the others out.</param>
    public StopReason Run(int iterations, int mostNodes, int mostMatches)
    {
        for (var i = 0; i < iterations; i++)
        {
            var (nodes, complete) = (graph.Count, true);
            var unions = _sums.Apply(new TreeExtraction(graph, cost), mostNodes);
            graph.Rebuild();
            _matcher.Begin();
            for (var rule = 0; rule < rules.Length; rule++)
                complete &= _matcher.Search(rules[rule], rule, mostMatches);
            unions += _matcher.Apply(rules, mostNodes);
            graph.Rebuild();
            if (graph.Count >= mostNodes)
                return StopReason.Nodes;
            if (unions == 0 && complete && graph.Count == nodes)
                return StopReason.Saturated;
        }
        return StopReason.Iterations;
    }
}
