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
        var stop = options.Accuracy is { } rows
            ? RunForAccuracy(formula.Formula, options.Type ?? throw new DiagnosticException(Errors.AccuracyWantsType()), rows, options, steps)
            : Run(formula.Formula, options, steps);
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

    /// <summary>The formula with constants near simple numbers replaced by them, and nothing else changed.</summary>
    public static Derivation Snap(IFormula formula, SnapOptions? options = null)
    {
        var snapped = Snapping.Snap(formula.Formula, (options ?? new()).Tol);
        return new(formula, snapped, snapped.Equals(formula.Formula) ? [] : [new("snap", snapped)], StopReason.Saturated);
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

    private static StopReason RunForAccuracy(Expr given, IArithmetic arithmetic, Dataset rows, SimplifyOptions options, List<Step> steps)
    {
        var vocabulary = Vocabulary([given]);
        var cost = new NodeCost(vocabulary);
        var graph = new EGraph(new(), Ranges(options.On));
        var saturation = new Saturation(graph, Rules(vocabulary, options.ChangeDomain), cost);
        var root = saturation.Add(given);
        var stop = saturation.Run();
        var best = new AccuracySearch(graph, cost, given, arithmetic, rows).Best(root, given);
        if (best >= 0)
            steps.AddRange(new Explainer(graph, saturation.NameOf).Explain(root, best));
        return stop;
    }

    private static (List<Step> Steps, StopReason Stop) Round(
        Expr given, ImmutableArray<CompiledRule> rules, IFormulaCost cost, IReadOnlyDictionary<string, Interval> ranges)
    {
        var graph = new EGraph(new(), ranges);
        var saturation = new Saturation(graph, rules, cost);
        var root = saturation.Add(given);
        var stop = saturation.Run();
        var price = new Pricing(cost).Of(given) - Slack;
        IExtraction extraction = cost.SharesParts ? new SharedExtraction(graph, cost, root) : new TreeExtraction(graph, cost);
        return extraction.Cost(root) < price
            ? (new Explainer(graph, saturation.NameOf).Explain(root, extraction.Extract(root)), stop)
            : ([], stop);
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
