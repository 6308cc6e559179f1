using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Rewrites a formula to a smaller one of the same value and the same domain, by equality saturation.</summary>
public static class Simplifier
{
    private const double Slack = 1e-9;

    /// <summary>
    /// The formula simplified: never larger, of the same value wherever it has one, the same for every run, and left as it
    /// is when simplified again. Functions that the formula does not use come in only as <see cref="SimplifyOptions.NewFunctions"/> says.
    /// </summary>
    /// <exception cref="OperationCanceledException">The user interrupted.</exception>
    public static Derivation Simplify(IFormula formula, SimplifyOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        var steps = new List<Step>();
        var stop = options.Accuracy is { } rows
            ? RunForAccuracy(formula.Formula, options.Type ?? throw new DiagnosticException(Errors.AccuracyWantsType()), rows, options, steps, cancellation)
            : Run(formula.Formula, options, steps, cancellation);
        if (options.Snap > 0)
        {
            var best = steps.Count > 0 ? steps[^1].Formula : formula.Formula;
            var snapped = Snapping.Snap(best, options.Snap);
            if (!snapped.Equals(best))
            {
                steps.Add(new("snap", snapped));
                stop = Run(snapped, options, steps, cancellation);
            }
        }
        return new(formula, steps.Count > 0 ? steps[^1].Formula : formula.Formula, [.. steps], stop);
    }

    /// <summary>The formula with constants near simple numbers replaced by them, and nothing else changed.</summary>
    public static Derivation Snap(IFormula formula, SnapOptions? options = null)
    {
        var snapped = Snapping.Snap(formula.Formula, (options ?? new()).Tol);
        return new(formula, snapped, snapped.Equals(formula.Formula) ? [] : [new("snap", snapped)], StopReason.Saturated);
    }

    /// <summary>The chain of rules that leads from one formula to another, or null when none was found.</summary>
    internal static List<Step>? Connect(Expr from, Expr to, bool changeDomain, CancellationToken cancellation)
    {
        var vocabulary = Vocabulary.Of([from, to], newFunctions: true);
        var graph = new EGraph(new(), ImmutableDictionary<string, Interval>.Empty);
        var saturation = new Saturation(graph, Rules(vocabulary, changeDomain), new NodeCost(vocabulary), cancellation);
        var (a, b) = (saturation.Add(from), saturation.Add(to));
        saturation.Run(() => graph.Find(a) == graph.Find(b));
        return graph.Find(a) == graph.Find(b) ? new Explainer(graph, saturation.NameOf).Explain(a, b) : null;
    }

    // Each round starts anew from the best so far: fewer terms leave room for more of their forms, and what is left by the
    // last round is what a second call would leave.
    private static StopReason Run(Expr best, SimplifyOptions options, List<Step> steps, CancellationToken cancellation)
    {
        var ranges = Ranges.Of(options.On);
        while (true)
        {
            var vocabulary = Vocabulary.Of([best], options.NewFunctions && options.For is null);
            IFormulaCost cost = options.For is null ? new NodeCost(vocabulary) : new WeightCost(options.For);
            var (found, stop) = Round(best, Rules(vocabulary, options.ChangeDomain), cost, new(ranges, options.ChangeDomain), ranges, cancellation);
            if (found.Count == 0)
                return stop;
            steps.AddRange(found);
            best = found[^1].Formula;
        }
    }

    private static StopReason RunForAccuracy(Expr given, IArithmetic arithmetic, Dataset rows, SimplifyOptions options, List<Step> steps, CancellationToken cancellation)
    {
        var vocabulary = Vocabulary.Of([given], newFunctions: false);
        var cost = new NodeCost(vocabulary);
        var graph = new EGraph(new(), Ranges.Of(options.On));
        var saturation = new Saturation(graph, Rules(vocabulary, options.ChangeDomain), cost, cancellation);
        var root = saturation.Add(given);
        var stop = saturation.Run();
        var best = new AccuracySearch(graph, cost, given, arithmetic, rows).Best(root, given);
        if (best >= 0)
            steps.AddRange(new Explainer(graph, saturation.NameOf).Explain(root, best));
        return stop;
    }

    private static (List<Step> Steps, StopReason Stop) Round(
        Expr given, ImmutableArray<CompiledRule> rules, IFormulaCost cost, QuotientForms forms, IReadOnlyDictionary<string, Interval> ranges, CancellationToken cancellation)
    {
        var graph = new EGraph(new(), ranges);
        var saturation = new Saturation(graph, rules, cost, cancellation);
        var root = saturation.Add(given);
        var stop = saturation.Run(algebra: (given, forms));
        if (cost.SharesParts)
            saturation.AddShifts();
        var price = new Pricing(cost).Of(given) - Slack;
        IExtraction extraction = cost.SharesParts ? new SharedExtraction(graph, cost, root) : new TreeExtraction(graph, cost);
        return extraction.Cost(root) < price
            ? (new Explainer(graph, saturation.NameOf).Explain(root, extraction.Extract(root)), stop)
            : ([], stop);
    }

    private static ImmutableArray<CompiledRule> Rules(Vocabulary vocabulary, bool changeDomain) =>
    [
        .. CompiledRule.All.Where(rule => (changeDomain || !rule.Rule.ChangesDomain)
            && rule.Operators.All(symbol => vocabulary.Contains(Operators.All[symbol]))),
    ];
}
