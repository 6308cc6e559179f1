using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>Writes polynomials over classes into a graph: positive terms first, the constant last.</summary>
/// <param name="graph">The graph.</param>
/// <param name="nodeOf">The node to write for an atom.</param>
internal sealed class GraphWriter(EGraph graph, Func<int, int> nodeOf)
{
    public int Write(Polynomial sum)
    {
        var terms = Sorted(sum);
        var written = -1;
        foreach (var term in terms)
            if (!term.Coefficient.IsNegative)
                written = written < 0 ? Write(term) : Apply(Operators.Add, written, Write(term));
        foreach (var term in terms)
            if (term.Coefficient.IsNegative)
                written = written < 0 ? Write(term) : Apply(Operators.Subtract, written, Write(term.Times(-Number.One)));
        return written < 0 ? graph.Add(Number.Zero) : written;
    }

    /// <summary>factor * with + without</summary>
    public int WriteFactored(Factor factor, Polynomial with, Polynomial without)
    {
        var group = Write(with);
        var product = factor.Exponent > 0
            ? Apply(Operators.Multiply, Raised(factor.Atom, factor.Exponent), group)
            : Apply(Operators.Divide, group, Raised(factor.Atom, -factor.Exponent));
        return without.Terms.Count == 0 ? product : Apply(Operators.Add, product, Write(without));
    }

    /// <summary>scale * with + without</summary>
    public int WriteScaled(Number scale, Polynomial with, Polynomial without)
    {
        var product = Apply(Operators.Multiply, graph.Add(scale), Write(with));
        return without.Terms.Count == 0 ? product : Apply(Operators.Add, product, Write(without));
    }

    private int Write(Monomial term)
    {
        var (above, below) = (term.Coefficient.IsOne ? -1 : graph.Add(term.Coefficient), -1);
        foreach (var (atom, exponent, punctured) in term.Factors)
        {
            if (exponent >= 0)
                above = Times(above, Raised(atom, exponent + (punctured ? 1 : 0)));
            if (exponent < 0 || punctured)
                below = Times(below, Raised(atom, punctured ? 1 : -exponent));
        }
        if (above < 0)
            above = graph.Add(Number.One);
        return below < 0 ? above : Apply(Operators.Divide, above, below);
    }

    private int Times(int product, int factor) => product < 0 ? factor : Apply(Operators.Multiply, product, factor);

    private int Raised(int atom, int exponent) =>
        exponent == 1 ? nodeOf(atom) : Apply(Operators.Power, nodeOf(atom), graph.Add(Number.Of(exponent)));

    private int Apply(Operator op, int a, int b) => graph.Add(graph.Symbols.Of(op), [a, b]);

    // By the numbers of their atoms, constants last.
    private static List<Monomial> Sorted(Polynomial sum)
    {
        var terms = new List<Monomial>(sum.Terms);
        terms.Sort((a, b) =>
        {
            for (var i = 0; i < Math.Min(a.Factors.Length, b.Factors.Length); i++)
            {
                var order = a.Factors[i].Atom.CompareTo(b.Factors[i].Atom);
                order = order != 0 ? order : a.Factors[i].Exponent.CompareTo(b.Factors[i].Exponent);
                if (order != 0)
                    return order;
            }
            return a.Factors.Length == 0 || b.Factors.Length == 0
                ? b.Factors.Length.CompareTo(a.Factors.Length)
                : a.Factors.Length.CompareTo(b.Factors.Length);
        });
        return terms;
    }
}
