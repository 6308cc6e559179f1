using System.Collections.Frozen;
using SrRepl.Core;
using static SrRepl.Core.Operators;

namespace SrRepl.Rewriting;

/// <summary>
/// Reads a node as a polynomial over classes, going down through the best node of each class as long as it is
/// arithmetic. Constants are distributed over sums; sums within products are atoms.
/// </summary>
internal sealed class GraphReader(EGraph graph, AtomFacts atoms, TreeExtraction extraction)
{
    private const int LargestPower = 64;

    private static readonly FrozenSet<Operator> Arithmetic =
        new Operator[] { Add, Subtract, Negate, Multiply, Divide, Power, Square, Cube, Inverse }.ToFrozenSet();

    private readonly Dictionary<int, int> _representatives = [];

    public static bool IsArithmetic(Operator? op) => op is not null && Arithmetic.Contains(op);

    /// <summary>The node that stands for an atom on both sides of a rewriting.</summary>
    public int Representative(int atom) => _representatives[atom];

    /// <summary>The node with the best nodes below it in place, and what it comes to.</summary>
    public (int Exact, Polynomial Value) Read(int node)
    {
        var op = graph.Operator(node)!;
        var children = graph.Children(node).ToArray();
        if (op == Add || op == Subtract || op == Negate)
            return ReadSum(node, op, children);
        if (op == Multiply)
            return ReadProduct(node, children, divides: false);
        if (op == Divide)
            return ReadProduct(node, children, divides: true);
        var exponent = op == Square ? 2 : op == Cube ? 3 : op == Inverse ? -1 : WholeConstant(children[1]);
        if (exponent is null or 0 || Math.Abs(exponent.Value) > LargestPower)
            return Atom(node);
        var (child, value) = ReadFactor(children[0]);
        children[0] = child;
        var power = value.Terms[0].Power(Math.Abs(exponent.Value), atoms);
        if (exponent < 0)
        {
            if (Reciprocal(power) is not { } reciprocal)
                return Atom(node);
            power = reciprocal;
        }
        return (graph.Add(graph.Symbol(node), children), power);
    }

    private (int Exact, Polynomial Value) ReadSum(int node, Operator op, int[] children)
    {
        (children[0], var sum) = ReadChild(children[0]);
        if (op == Negate)
            sum = sum.Times(-Number.One, atoms);
        else
        {
            (children[1], var second) = ReadChild(children[1]);
            sum = sum.Plus(op == Subtract ? second.Times(-Number.One, atoms) : second, atoms);
        }
        return (graph.Add(graph.Symbol(node), children), sum);
    }

    private (int Exact, Polynomial Value) ReadProduct(int node, int[] children, bool divides)
    {
        var (left, right) = (ConstantOf(children[0]), ConstantOf(children[1]));
        if (divides && right is { IsZero: true })
            return Atom(node);
        if (left is { } scale && !divides)
        {
            (children[1], var sum) = ReadChild(children[1]);
            return (graph.Add(graph.Symbol(node), children), sum.Times(scale, atoms));
        }
        if (right is { } divisor)
        {
            (children[0], var sum) = ReadChild(children[0]);
            return (graph.Add(graph.Symbol(node), children), sum.Times(divides ? Number.One / divisor : divisor, atoms));
        }
        (children[0], var a) = ReadFactor(children[0]);
        (children[1], var b) = ReadFactor(children[1]);
        if (divides)
        {
            if (Reciprocal(b) is not { } reciprocal)
                return Atom(node);
            b = reciprocal;
        }
        return (graph.Add(graph.Symbol(node), children), a.Times(b, atoms));
    }

    private (int Exact, Polynomial Value) ReadChild(int child)
    {
        if (ConstantOf(child) is { } constant)
            return (graph.Add(constant), Polynomial.Of(constant));
        return extraction.Best(child) is >= 0 and var best && IsArithmetic(graph.Operator(best)) ? Read(best) : Atom(child);
    }

    // A child as one term: what is a sum of several is an atom here.
    private (int Exact, Polynomial Value) ReadFactor(int child)
    {
        var (exact, value) = ReadChild(child);
        return value.Terms.Count == 1 ? (exact, value) : Atom(child);
    }

    private (int Exact, Polynomial Value) Atom(int node)
    {
        var leader = graph.Find(node);
        _representatives.TryAdd(leader, node);
        return (_representatives[leader], Polynomial.OfAtom(leader));
    }

    private Polynomial? Reciprocal(Polynomial term) =>
        term.Terms is [{ Coefficient.IsZero: false } single] ? new([single.Reciprocal(atoms)]) : null;

    private Number? ConstantOf(int node) => graph.Constant(node) is >= 0 and var symbol ? graph.Symbols.Constant(symbol) : null;

    private int? WholeConstant(int node) =>
        ConstantOf(node) is { IsWhole: true } whole && Math.Abs(whole.Value) <= LargestPower ? (int)whole.Value : null;
}
