using System.Runtime.CompilerServices;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// An e-graph: classes of equal terms that share their parts. After egg (Willsey et al., "egg: Fast and Extensible
/// Equality Saturation", POPL 2021): congruence is restored by deferred rebuilding, and every class carries what is
/// proven of its value. A node is a term exactly as it was added, children included, and keeps its number for ever;
/// what is equal is the business of a union-find over these numbers, and why, of a proof forest. All of it lies in flat
/// arrays of whole numbers.
/// </summary>
internal sealed class EGraph
{
    private const int FewNarrowings = 6;

    private readonly Symbols _symbols;
    private readonly IReadOnlyDictionary<string, Interval> _ranges;
    private readonly ProofForest _proofs = new();

    // By node.
    private Pool<int> _symbol = new(1024);
    private Pool<int> _firstChild = new(1024);
    private Pool<int> _leader = new(1024);
    private Pool<int> _nextInClass = new(1024);
    private Pool<bool> _hidden = new(1024);
    private Pool<int> _children = new(2048);

    // By class, valid at its leader.
    private Pool<Facts> _facts = new(1024);
    private Pool<int> _constant = new(1024);
    private Pool<int> _firstUse = new(1024);
    private Pool<int> _lastUse = new(1024);
    private Pool<int> _size = new(1024);
    private Pool<byte> _narrowings = new(1024);

    // Uses of a class as a child, chained.
    private Pool<int> _user = new(2048);
    private Pool<int> _nextUse = new(2048);

    // Classes whose users must be looked at, and whether their facts became better than what the users knew.
    private Pool<(int Node, bool Facts)> _dirty = new(64);
    private readonly List<List<int>> _bySymbol = [];
    private readonly NodeTable _exact;
    private readonly NodeTable _canonical;

    public EGraph(Symbols symbols, IReadOnlyDictionary<string, Interval> ranges)
    {
        _symbols = symbols;
        _ranges = ranges;
        _exact = new(this, followLeaders: false);
        _canonical = new(this, followLeaders: true);
    }

    public Symbols Symbols => _symbols;

    public ProofForest Proofs => _proofs;

    /// <summary>How many nodes there are, hidden ones included.</summary>
    public int Count => _symbol.Count;

    public int Symbol(int node) => _symbol[node];

    /// <summary>The operator of a node, or null for a leaf.</summary>
    public Operator? Operator(int node) => _symbols.Operator(_symbol[node]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Child(int node, int index) => _children[_firstChild[node] + index];

    public ReadOnlySpan<int> Children(int node) => _children.Slice(_firstChild[node], _symbols.Arity(_symbol[node]));

    /// <summary>Whether matching and extraction pass the node by: a congruent twin stands for it, or a constant does.</summary>
    public bool IsHidden(int node) => _hidden[node];

    /// <summary>The next node of the same class, round in a ring.</summary>
    public int NextInClass(int node) => _nextInClass[node];

    /// <summary>What is proven of the node's value.</summary>
    public Facts Facts(int node) => _facts[Find(node)];

    /// <summary>The constant that the node equals, as a symbol, or -1.</summary>
    public int Constant(int node) => _constant[Find(node)];

    /// <summary>The nodes of a symbol in the order they were added.</summary>
    public List<int> WithSymbol(int symbol)
    {
        while (_bySymbol.Count <= symbol)
            _bySymbol.Add([]);
        return _bySymbol[symbol];
    }

    /// <summary>The leader of the node's class.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int node)
    {
        while (_leader[node] != node)
        {
            _leader[node] = _leader[_leader[node]];
            node = _leader[node];
        }
        return node;
    }

    /// <summary>A formula as a node, its parts too.</summary>
    public int Add(Expr expr)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expr)
        {
            case Constant constant when IsNumber(constant):
                return Add(Number.Of(constant.Value));
            case Constant constant:
                return Add(_symbols.OfOdd(constant), []);
            case Variable variable:
                return Add(_symbols.Of(variable), []);
            default:
                var apply = (Apply)expr;
                Span<int> children = stackalloc int[apply.Arguments.Length];
                for (var i = 0; i < children.Length; i++)
                    children[i] = Add(apply.Arguments[i]);
                return Add(_symbols.Of(apply.Operator), children);
        }
    }

    public int Add(Number constant) => Add(_symbols.Of(constant), []);

    /// <summary>The node of exactly this symbol and these children; new where there was none.</summary>
    public int Add(int symbol, ReadOnlySpan<int> children)
    {
        var node = _exact.Find(symbol, children);
        if (node >= 0)
            return node;
        var twin = _canonical.Find(symbol, children);
        node = Append(symbol, children);
        _exact.Insert(node);
        if (twin >= 0)
        {
            _leader[node] = Find(twin);
            _hidden[node] = true;
            _proofs.Link(node, twin, ProofForest.Congruence);
            return node;
        }
        _canonical.Insert(node);
        WithSymbol(symbol).Add(node);
        for (var i = 0; i < children.Length; i++)
            AddUse(Find(children[i]), node);
        if (_symbols.Operator(symbol) is null)
            _constant[node] = _symbols.Leaf(symbol) is Constant c && IsNumber(c) ? symbol : -1;
        _facts[node] = FactsOf(node);
        Fold(node);
        return node;
    }

    /// <summary>Makes two nodes equal for a reason; false when they already were.</summary>
    public bool Union(int a, int b, int reason)
    {
        var (keep, lose) = (Find(a), Find(b));
        if (keep == lose)
            return false;
        _proofs.Link(a, b, reason);
        if (_size[keep] < _size[lose])
            (keep, lose) = (lose, keep);
        _leader[lose] = keep;
        _size[keep] += _size[lose];
        (_nextInClass[keep], _nextInClass[lose]) = (_nextInClass[lose], _nextInClass[keep]);
        if (_firstUse[keep] < 0)
            _firstUse[keep] = _firstUse[lose];
        else if (_firstUse[lose] >= 0)
            _nextUse[_lastUse[keep]] = _firstUse[lose];
        if (_lastUse[lose] >= 0)
            _lastUse[keep] = _lastUse[lose];
        var facts = _facts[keep].And(_facts[lose]);
        var better = facts != _facts[keep] || facts != _facts[lose];
        _facts[keep] = facts;
        var constant = _constant[keep] >= 0 ? _constant[keep] : _constant[lose];
        _constant[keep] = constant;
        if (constant >= 0)
            HideAllBut(keep, constant);
        _dirty.Add((keep, better || constant >= 0));
        return true;
    }

    /// <summary>Restores congruence: nodes of one symbol whose children became equal are made equal, and facts flow upwards.</summary>
    public void Rebuild()
    {
        while (_dirty.Count > 0)
        {
            var (node, facts) = _dirty[_dirty.Count - 1];
            _dirty.RemoveLast();
            for (var use = _firstUse[Find(node)]; use >= 0; use = _nextUse[use])
                Repair(_user[use], facts);
        }
    }

    /// <summary>The formula that a node is.</summary>
    public Expr ToExpr(int node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var symbol = _symbol[node];
        if (_symbols.Operator(symbol) is not { } op)
            return _symbols.Leaf(symbol);
        var arguments = new Expr[op.Arity];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = ToExpr(Child(node, i));
        return new Apply(op, [.. arguments]);
    }

    // What is not finite, and the negative zero, is left alone by arithmetic.
    private static bool IsNumber(Constant constant) =>
        double.IsFinite(constant.Value) && !(constant.Value == 0 && double.IsNegative(constant.Value));

    private int Append(int symbol, ReadOnlySpan<int> children)
    {
        var node = _symbol.Count;
        _symbol.Add(symbol);
        _firstChild.Add(_children.Count);
        _children.AddRange(children);
        _leader.Add(node);
        _nextInClass.Add(node);
        _hidden.Add(false);
        _facts.Add(default);
        _constant.Add(-1);
        _firstUse.Add(-1);
        _lastUse.Add(-1);
        _size.Add(1);
        _narrowings.Add(0);
        _proofs.Add();
        return node;
    }

    private void AddUse(int child, int user)
    {
        _user.Add(user);
        _nextUse.Add(-1);
        var use = _user.Count - 1;
        if (_lastUse[child] >= 0)
            _nextUse[_lastUse[child]] = use;
        else
            _firstUse[child] = use;
        _lastUse[child] = use;
    }

    private void Repair(int user, bool learns)
    {
        var twin = _canonical.Find(_symbol[user], Children(user));
        if (twin < 0)
            _canonical.Insert(user);
        else if (twin != user)
        {
            // The older of two congruent nodes goes on being matched.
            _hidden[Math.Max(user, twin)] = true;
            Union(user, twin, ProofForest.Congruence);
        }
        if (!learns)
            return;
        var leader = Find(user);
        var known = _facts[leader];
        var better = known.And(FactsOf(user));
        if (better != known && _narrowings[leader] < FewNarrowings)
        {
            _narrowings[leader]++;
            _facts[leader] = better;
            _dirty.Add((leader, true));
        }
        Fold(user);
    }

    private Facts FactsOf(int node)
    {
        var symbol = _symbol[node];
        if (_symbols.Operator(symbol) is not { } op)
            return Rewriting.Facts.Of(_symbols.Leaf(symbol), _ranges);
        Span<Facts> arguments = new Facts[op.Arity];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = _facts[Find(Child(node, i))];
        var facts = Rewriting.Facts.Of(op, arguments);
        // Equal factors make a square.
        if (op == Operators.Multiply && Find(Child(node, 0)) == Find(Child(node, 1)))
            facts = facts with { Range = Operators.Square.Bounds([arguments[0].Range]) };
        return facts;
    }

    // A node of constants alone equals a constant.
    private void Fold(int node)
    {
        if (_hidden[node] || _constant[Find(node)] >= 0 || _symbols.Operator(_symbol[node]) is not { } op)
            return;
        Span<int> constants = stackalloc int[op.Arity];
        Span<Number> values = new Number[op.Arity];
        for (var i = 0; i < constants.Length; i++)
        {
            constants[i] = _constant[Find(Child(node, i))];
            if (constants[i] < 0)
                return;
            values[i] = _symbols.Constant(constants[i]);
        }
        if (Folding.Fold(op, values) is not { } folded)
            return;
        for (var i = 0; i < constants.Length; i++)
            constants[i] = Add(constants[i], []);
        Union(Add(_symbol[node], constants), Add(folded), ProofForest.Fold);
        Union(Add(_symbol[node], constants), node, ProofForest.Congruence);
    }

    private void HideAllBut(int node, int symbol)
    {
        var other = node;
        do
        {
            _hidden[other] = _symbol[other] != symbol;
            other = _nextInClass[other];
        }
        while (other != node);
    }
}
