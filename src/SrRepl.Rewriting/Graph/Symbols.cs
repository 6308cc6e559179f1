using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>What a node can be: an operator of some arity, or a leaf, each with a number of its own.</summary>
internal sealed class Symbols
{
    private readonly Dictionary<Operator, int> _operators = [];
    private readonly Dictionary<string, int> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<Number, int> _constants = [];
    private readonly Dictionary<Constant, int> _oddConstants = [];
    private readonly List<Entry> _entries = [];

    /// <summary>Built-in operators come first, in the order of their table, so that rules can be compiled once for all graphs.</summary>
    public Symbols()
    {
        foreach (var op in Operators.All)
            Of(op);
    }

    public int Count => _entries.Count;

    public int Of(Operator op) => Intern(_operators, op, new(op, null, default, op.Arity));

    public int Of(Variable variable) => Intern(_variables, variable.Name, new(null, variable, default, 0));

    public int Of(Number constant) => Intern(_constants, constant, new(null, (Constant)constant.Value, constant, 0));

    /// <summary>A constant that arithmetic leaves alone: not finite, or the negative zero.</summary>
    public int OfOdd(Constant constant) => Intern(_oddConstants, constant, new(null, constant, default, 0));

    public int Arity(int symbol) => _entries[symbol].Arity;

    /// <summary>The operator, or null for a leaf.</summary>
    public Operator? Operator(int symbol) => _entries[symbol].Operator;

    /// <summary>The leaf as a formula.</summary>
    public Expr Leaf(int symbol) => _entries[symbol].Leaf!;

    /// <summary>The value of a constant.</summary>
    public Number Constant(int symbol) => _entries[symbol].Constant;

    private int Intern<T>(Dictionary<T, int> known, T key, Entry entry)
        where T : notnull
    {
        if (known.TryGetValue(key, out var symbol))
            return symbol;
        known.Add(key, _entries.Count);
        _entries.Add(entry);
        return _entries.Count - 1;
    }

    private readonly record struct Entry(Operator? Operator, Expr? Leaf, Number Constant, int Arity);
}
