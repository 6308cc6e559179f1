using System.Collections.Frozen;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Rewrites a formula to a smaller one of the same value and the same domain, by equality saturation.</summary>
public static class Simplifier
{
    private const double Slack = 1e-9;

    // Absolute values take the place of squares under roots, so they belong to plain arithmetic.
    private static readonly Operator[] PlainArithmetic =
        [Operators.Add, Operators.Subtract, Operators.Multiply, Operators.Divide, Operators.Negate, Operators.Power, Operators.Abs];

    /// <summary>
    /// The formula simplified: never larger, of the same value wherever it has one, the same for every run, and left as it
    /// is when simplified again. It uses no function that the formula did not, plain arithmetic apart.
    /// </summary>
    public static Derivation Simplify(IFormula formula, SimplifyOptions? options = null)
    {
        options ??= new();
        var steps = new List<Step>();
        var stop = Run(formula.Formula, options, steps);
        if (options.Snap > 0)
        {
            var best = steps.Count > 0 ? steps[^1].Formula : formula.Formula;
            var snapped = Snapping.Snap(best, options.Snap);
            if (!snapped.Equals(best))
            {
                steps.Add(new("snap", snapped));
                stop = Run(snapped, options, steps);
            }
        }
        return new(formula, steps.Count > 0 ? steps[^1].Formula : formula.Formula, [.. steps], stop);
    }

    /// <summary>The chain of rules that leads from one formula to another, or null when none was found.</summary>
    internal static List<Step>? Connect(Expr from, Expr to)
    {
        var vocabulary = Vocabulary([from, to]);
        var graph = new EGraph(new(), ImmutableDictionary<string, Interval>.Empty);
        var saturation = new Saturation(graph, Rules(vocabulary, changeDomain: false), new NodeCost(vocabulary));
        var (a, b) = (saturation.Add(from), saturation.Add(to));
        saturation.Run(() => graph.Find(a) == graph.Find(b));
        return graph.Find(a) == graph.Find(b) ? new Explainer(graph, saturation.NameOf).Explain(a, b) : null;
    }

    // Each round starts anew from the best so far: fewer terms leave room for more of their forms.
    private static StopReason Run(Expr best, SimplifyOptions options, List<Step> steps)
    {
        var vocabulary = Vocabulary([best]);
        var rules = Rules(vocabulary, options.ChangeDomain);
        IFormulaCost cost = options.For is null ? new NodeCost(vocabulary) : new WeightCost(options.For);
        var ranges = Ranges(options.On);
        while (true)
        {
            var (found, stop) = Round(best, rules, cost, ranges);
            if (found.Count == 0)
                return stop;
            steps.AddRange(found);
            best = found[^1].Formula;
        }
    }

    private static (List<Step> Steps, StopReason Stop) Round(
        Expr given, ImmutableArray<CompiledRule> rules, IFormulaCost cost, IReadOnlyDictionary<string, Interval> ranges)
    {
        var graph = new EGraph(new(), ranges);
        var saturation = new Saturation(graph, rules, cost);
        var root = saturation.Add(given);
        var stop = saturation.Run();
        var price = new Pricing(cost).Of(given) - Slack;
        int best;
        if (cost.SharesParts)
        {
            var extraction = new SharedExtraction(graph, cost, root);
            if (!(extraction.Cost < price))
                return ([], stop);
            best = extraction.Extract(root);
        }
        else
        {
            var extraction = new TreeExtraction(graph, cost);
            if (!(extraction.Cost(root) < price))
                return ([], stop);
            best = extraction.Extract(root);
        }
        return (new Explainer(graph, saturation.NameOf).Explain(root, best), stop);
    }

    private static ImmutableArray<CompiledRule> Rules(FrozenSet<Operator> vocabulary, bool changeDomain) =>
    [
        .. CompiledRule.All.Where(rule => (changeDomain || !rule.Rule.ChangesDomain)
            && rule.Operators.All(symbol => vocabulary.Contains(Operators.All[symbol]))),
    ];

    private static FrozenSet<Operator> Vocabulary(IEnumerable<Expr> formulas)
    {
        var used = new HashSet<Operator>(PlainArithmetic);
        foreach (var formula in formulas)
            formula.Visit(Note);
        return used.ToFrozenSet();

        void Note(Expr node)
        {
            if (node is Apply { Operator: var op } && used.Add(op) && op is DefinedOperator defined)
                defined.Body.Visit(Note);
        }
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
