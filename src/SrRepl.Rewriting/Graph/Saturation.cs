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
/// <param name="cancellation">Ends it between two iterations.</param>
internal sealed class Saturation(EGraph graph, ImmutableArray<CompiledRule> rules, IFormulaCost cost, CancellationToken cancellation)
{
    private const int Iterations = 12;
    private const int LeastNodes = 1500;
    private const int NodesPerNode = 12;
    private const int MostNewNodes = 8000;
    private const int MostMatches = 150;

    private const int LeastPart = 5;
    private const int LargestPart = 60;
    private const int MostParts = 40;

    private readonly Matcher _matcher = new(graph);
    private readonly SumRewriter _sums = new(graph, rules.Length);
    private int _mostNodes = LeastNodes;

    private int DefinitionReason => rules.Length + SumRewriter.Names.Length;

    private int FirstAlgebraicReason => DefinitionReason + 1;

    private int SplitReason => FirstAlgebraicReason + AlgebraicRules.Count;

    /// <summary>The name of a proof's reason.</summary>
    public string NameOf(int reason) =>
        reason == ProofForest.Fold ? "fold-constants"
        : reason == DefinitionReason ? "definition"
        : reason == SplitReason ? "split-constant"
        : reason >= FirstAlgebraicReason ? ((AlgebraicRule)(reason - FirstAlgebraicReason)).Name()
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
        _mostNodes = Math.Max(_mostNodes, Math.Min(graph.Count * NodesPerNode, graph.Count + MostNewNodes));
        return root;
    }

    // Beside the arithmetic parts of a formula the forms that algebra finds for them.
    private void AddForms(Expr formula, QuotientForms forms)
    {
        var parts = new HashSet<Expr>();
        formula.Visit(part =>
        {
            if (part is Apply { Nodes: >= LeastPart and <= LargestPart, Operator: var op } && GraphReader.IsArithmetic(op) && parts.Count < MostParts)
                parts.Add(part);
        });
        foreach (var part in parts)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var (rule, form) in forms.Of(part))
                graph.Union(graph.Add(part), graph.Add(form), FirstAlgebraicReason + (int)rule);
        }
        graph.Rebuild();
    }

    /// <summary>Puts beside the products with constants their forms of shifts and additions, of which a cost may prefer some.</summary>
    public void AddShifts()
    {
        new ShiftForms(graph, SplitReason).Apply();
        graph.Rebuild();
    }

    /// <summary>Runs to an end, or until a condition holds between two iterations.</summary>
    /// <param name="until">The condition.</param>
    /// <param name="algebra">A formula, and what finds algebraic forms of its parts; they come after what the rules find first.</param>
    public StopReason Run(Func<bool>? until = null, (Expr Formula, QuotientForms Forms)? algebra = null)
    {
        for (var i = 0; i < Iterations; i++)
        {
            cancellation.ThrowIfCancellationRequested();
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
            if (i == 0 && algebra is var (formula, forms))
                AddForms(formula, forms);
            if (graph.Count >= _mostNodes)
                return StopReason.Nodes;
            if (unions == 0 && complete && graph.Count == nodes)
                return StopReason.Saturated;
        }
        return StopReason.Iterations;
    }
}
