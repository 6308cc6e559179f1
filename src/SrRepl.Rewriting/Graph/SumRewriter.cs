using System.Collections.Immutable;

namespace SrRepl.Rewriting;

/// <summary>
/// The rules that no pattern of fixed size can say: like terms of a sum of any length collected, one factor of many
/// terms drawn out (Horner's form, done again and again), one coefficient of many terms drawn out. They spare the graph
/// the exponentially many orders of a long sum.
/// </summary>
internal sealed class SumRewriter(EGraph graph, int firstReason)
{
    private const int Collect = 0;
    private const int FactorOut = 1;
    private const int ScaleOut = 2;
    private const int MostScales = 4;

    private readonly GraphAtoms _atoms = new(graph);
    private readonly Dictionary<int, ulong> _done = [];

    /// <summary>The names of these rules, from the first reason on.</summary>
    public static ImmutableArray<string> Names { get; } = ["collect", "factor-out", "scale-out"];

    /// <summary>Rewrites the best form of every class that is a sum or a product; the number of classes that became equal.</summary>
    public int Apply(TreeExtraction extraction, int mostNodes)
    {
        var reader = new GraphReader(graph, _atoms, extraction);
        var writer = new GraphWriter(graph, reader.Representative);
        // All is read before anything is written: what is best must not change under the reader.
        var read = new List<(int Best, int Exact, Polynomial Sum)>();
        var count = graph.Count;
        for (var node = 0; node < count; node++)
            if (graph.Find(node) == node && graph.Constant(node) < 0 && extraction.Best(node) is >= 0 and var best && GraphReader.IsArithmetic(graph.Operator(best)))
            {
                var (exact, sum) = reader.Read(best);
                // The same sum of the same parts has said all it can.
                var key = Key(sum);
                if (_done.TryGetValue(node, out var known) && known == key)
                    continue;
                _done[node] = key;
                read.Add((best, exact, sum));
            }
        var unions = 0;
        foreach (var (best, exact, sum) in read)
        {
            if (graph.Count >= mostNodes)
                break;
            unions += graph.Union(exact, best, ProofForest.Congruence) ? 1 : 0;
            unions += Join(exact, writer.Write(sum), Collect);
            if (sum.Terms.Count > 1)
                unions += Join(exact, sum, writer);
        }
        return unions;
    }

    private int Join(int exact, Polynomial sum, GraphWriter writer)
    {
        var unions = 0;
        foreach (var (factor, common) in CommonFactors(sum))
        {
            var (with, without) = Split(sum, term => Divide(term, factor, common));
            unions += Join(exact, writer.WriteFactored(factor with { Exponent = common }, with, without), FactorOut);
        }
        foreach (var scale in Scales(sum))
        {
            var (with, without) = Split(sum, term => term.Coefficient.Abs() == scale ? term.Times(Number.One / scale) : null);
            if (with.Terms.Count > 1)
                unions += Join(exact, writer.WriteScaled(scale, with, without), ScaleOut);
            if (without.Terms.Count > 0)
                unions += Join(exact, writer.WriteScaled(scale, sum.Times(Number.One / scale, _atoms), new([])), ScaleOut);
        }
        return unions;
    }

    private int Join(int exact, int written, int rule) => graph.Union(exact, written, firstReason + rule) ? 1 : 0;

    // Atoms that divide, or are divided by in, two terms or more, and the power they have in common.
    private static IEnumerable<(Factor Factor, int Common)> CommonFactors(Polynomial sum)
    {
        var factors = sum.Terms.SelectMany(term => term.Factors).Where(factor => !factor.Punctured && factor.Exponent != 0).ToList();
        foreach (var group in factors.GroupBy(factor => (factor.Atom, Math.Sign(factor.Exponent))))
        {
            var powers = group.Select(factor => Math.Abs(factor.Exponent)).ToList();
            if (powers.Count > 1)
                yield return (group.First(), powers.Min() * group.Key.Item2);
        }
    }

    private static Monomial? Divide(Monomial term, Factor factor, int common)
    {
        var at = Array.FindIndex(term.Factors, own => own.Atom == factor.Atom);
        if (at < 0 || term.Factors[at].Punctured || term.Factors[at].Exponent * Math.Sign(common) <= 0)
            return null;
        var left = term.Factors[at].Exponent - common;
        return term with
        {
            Factors = left == 0
                ? [.. term.Factors[..at], .. term.Factors[(at + 1)..]]
                : [.. term.Factors[..at], term.Factors[at] with { Exponent = left }, .. term.Factors[(at + 1)..]],
        };
    }

    private static IEnumerable<Number> Scales(Polynomial sum) =>
        sum.Terms.Select(term => term.Coefficient.Abs()).Where(scale => !scale.IsOne && !scale.IsZero).Distinct().Take(MostScales);

    private static (Polynomial With, Polynomial Without) Split(Polynomial sum, Func<Monomial, Monomial?> divide)
    {
        var (with, without) = (new List<Monomial>(), new List<Monomial>());
        foreach (var term in sum.Terms)
            if (divide(term) is { } divided)
                with.Add(divided);
            else
                without.Add(term);
        return (new(with), new(without));
    }

    // Sixty-four bits tell the few sums of one class apart.
    private static ulong Key(Polynomial sum)
    {
        var key = 0xCBF29CE484222325;
        foreach (var term in sum.Terms)
        {
            Mix(BitConverter.DoubleToUInt64Bits(term.Coefficient.Value));
            foreach (var (atom, exponent, punctured) in term.Factors)
                Mix(((ulong)(uint)atom << 32) | ((ulong)(ushort)exponent << 1) | (punctured ? 1UL : 0UL));
        }
        return key;

        void Mix(ulong part) => key = ((key ^ part) * 0x9E3779B97F4A7C15) ^ (key >> 29);
    }
}
