using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Rewrites a formula to a smaller one of the same value and the same domain, by equality saturation.</summary>
public static class Simplifier
{
    private const int Iterations = 12;
    private const int MostNodes = 2500;
    private const int MostMatches = 200;
    private const double Slack = 1e-9;

    private static readonly Operator[] PlainArithmetic =
        [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Negate, Operators.Power];

    /// <summary>
    /// The formula simplified: never larger, of the same value wherever it has one, the same for every run, and left as it
    /// is when simplified again. It uses no function that the formula did not, plain arithmetic apart.
    /// </summary>
    public static Derivation Simplify(IFormula formula, SimplifyOptions? options = null)
    {
        options ??= new();
        var vocabulary = Vocabulary(formula.Formula);
        var rules = CompiledRule.All
            .Where(rule => options.ChangeDomain || !rule.Rule.ChangesDomain)
            .Where(rule => rule.Operators.All(symbol => symbol < Operators.All.Length && vocabulary.Contains(Operators.All[symbol])))
            .ToImmutableArray();
        var (best, cost, ranges) = (formula.Formula, new NodeCost(vocabulary), Ranges(options.On));
        var steps = ImmutableArray.CreateBuilder<Step>();
        // Each round starts anew from the best so far: fewer terms leave room for more of their forms.
        while (true)
        {
            var round = Round(best, rules, cost, ranges);
            if (round.Steps.Count == 0)
                return new(formula, best, steps.ToImmutable(), round.Stop);
            steps.AddRange(round.Steps);
            best = round.Steps[^1].Formula;
        }
    }

    private static (List<Step> Steps, StopReason Stop) Round(Expr given, ImmutableArray<CompiledRule> rules, IFormulaCost cost, IReadOnlyDictionary<string, Interval> ranges)
    {
        var graph = new EGraph(new(), ranges);
        var root = graph.Add(given);
        graph.Rebuild();
        var price = new Pricing(cost);
        var saturation = new Saturation(graph, rules, cost);
        var stop = saturation.Run(Iterations, MostNodes, MostMatches);
        var extraction = new TreeExtraction(graph, cost);
        if (!(extraction.Cost(root) < price.Of(given) - Slack))
            return ([], stop);
        return (new Explainer(graph, saturation.NameOf).Explain(root, extraction.Extract(root)), stop);
    }

    private static FrozenSet<Operator> Vocabulary(Expr formula)
    {
        var used = new HashSet<Operator>(PlainArithmetic);
        formula.Visit(node =>
        {
            if (node is Apply apply)
                used.Add(apply.Operator);
        });
        return used.ToFrozenSet();
    }

    private static IReadOnlyDictionary<string, Interval> Ranges(Dataset? data)
    {
        if (data is null)
            return ImmutableDictionary<string, Interval>.Empty;
        return data.Columns.ToFrozenDictionary(
            column => column.Name,
            column => column.ToArray() is { Length: > 0 } values ? new Interval(values.Min(), values.Max()) : Interval.Everything,
            StringComparer.Ordinal);
    }
}
