using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// Makes children: the mutations of PySR on postfix arrays, and crossover. Each returns whether it could do anything;
/// limits are checked by the caller. Owns scratch; one thread at a time.
/// </summary>
internal sealed class Breeder(SearchProblem problem)
{
    // The most nodes of a formula that is drawn at random.
    private const int LargestDrawn = 1000;

    private readonly Program _scratch = new();
    private readonly Program _grown = new();
    private readonly OperatorSet _operators = problem.Operators;

    /// <summary>How many features leaves are drawn from.</summary>
    public int Features { get; set; } = problem.Features.Length;

    /// <summary>Multiplies or divides a constant by a random factor that grows with the temperature; now and then changes its sign.</summary>
    public bool MutateConstant(Program child, Xoshiro256 rng, double temperature)
    {
        var index = PickLeaf(child, rng, constant: true);
        if (index < 0)
            return false;
        var options = problem.Options;
        var factor = Math.Pow(options.PerturbationFactor * temperature + 1.1, rng.NextDouble());
        ref var value = ref child[index].Value;
        value = rng.Chance(0.5) ? value * factor : value / factor;
        if (rng.Chance(options.ProbabilityNegateConstant))
            value = -value;
        return true;
    }

    /// <summary>Another operator of the same arity.</summary>
    public bool MutateOperator(Program child, Xoshiro256 rng)
    {
        var index = PickOperator(child, rng);
        if (index < 0)
            return false;
        var others = _operators.OfArity(_operators.Arity[child[index].Code]);
        if (others.Length < 2)
            return false;
        var place = rng.NextInt(others.Length - 1);
        var code = others[place] == child[index].Code ? others[^1] : others[place];
        child[index].Code = (short)code;
        return true;
    }

    /// <summary>Another feature in a feature's place.</summary>
    public bool MutateFeature(Program child, Xoshiro256 rng)
    {
        var features = Features;
        var index = features > 1 ? PickLeaf(child, rng, constant: false) : -1;
        if (index < 0)
            return false;
        child[index].Feature = (child[index].Feature + 1 + rng.NextInt(features - 1)) % features;
        return true;
    }

    /// <summary>The first two operands of a node exchanged.</summary>
    public bool SwapOperands(Program child, Xoshiro256 rng)
    {
        var index = PickOperator(child, rng, leastArity: 2);
        if (index < 0)
            return false;
        var (first, second) = FirstTwo(child, index);
        _scratch.Clear();
        _scratch.Add(child.Subtree(second));
        _scratch.Add(child.Subtree(first));
        _scratch.Nodes.CopyTo(child.Nodes[child.Start(first)..]);
        return true;
    }

    /// <summary>An operator at the root, or in a leaf's place, with random leaves for its other operands.</summary>
    public bool AddNode(Program child, Xoshiro256 rng)
    {
        if (rng.Chance(0.5))
            return Wrap(child, child.Count - 1, rng);
        var leaf = PickLeaf(child, rng, constant: null);
        _scratch.Clear();
        var code = AnyOperator(rng);
        for (var argument = _operators.Arity[code]; argument > 0; argument--)
            _scratch.Add(RandomLeaf(rng));
        _scratch.Add(Node.Apply(code));
        child.Replace(leaf, 1, _scratch.Nodes);
        child.Measure(_operators);
        return true;
    }

    /// <summary>An operator around any subtree, with random leaves for its other operands.</summary>
    public bool InsertNode(Program child, Xoshiro256 rng) => Wrap(child, rng.NextInt(child.Count), rng);

    /// <summary>An operator replaced by one of its operands.</summary>
    public bool DeleteNode(Program child, Xoshiro256 rng)
    {
        var index = PickOperator(child, rng);
        if (index < 0)
            return false;
        var kept = Argument(child, index, rng.NextInt(_operators.Arity[child[index].Code]));
        _scratch.Clear();
        _scratch.Add(child.Subtree(kept));
        child.Replace(child.Start(index), child[index].Length, _scratch.Nodes);
        child.Measure(_operators);
        return true;
    }

    /// <summary>Rotates at a node: an operand that is an operator becomes the root of the subtree, and takes the old root in the place of one of its own operands.</summary>
    public bool Rotate(Program child, Xoshiro256 rng)
    {
        var root = PickOperator(child, rng);
        if (root < 0)
            return false;
        var pivotPlace = rng.NextInt(_operators.Arity[child[root].Code]);
        var pivot = Argument(child, root, pivotPlace);
        if (!child[pivot].IsOperator)
            return false;
        var movedPlace = rng.NextInt(_operators.Arity[child[pivot].Code]);
        _scratch.Clear();
        for (var i = 0; i < _operators.Arity[child[pivot].Code]; i++)
        {
            if (i != movedPlace)
            {
                _scratch.Add(child.Subtree(Argument(child, pivot, i)));
                continue;
            }
            for (var j = 0; j < _operators.Arity[child[root].Code]; j++)
                _scratch.Add(child.Subtree(j == pivotPlace ? Argument(child, pivot, movedPlace) : Argument(child, root, j)));
            _scratch.Add(child[root]);
        }
        _scratch.Add(child[pivot]);
        child.Replace(child.Start(root), child[root].Length, _scratch.Nodes);
        child.Measure(_operators);
        return true;
    }

    /// <summary>A random subtree in the place of another.</summary>
    public bool ReplaceSubtree(Program child, Xoshiro256 rng)
    {
        var end = rng.NextInt(child.Count);
        _scratch.Clear();
        Grow(_scratch, 1 + rng.NextInt(7), rng);
        child.Replace(child.Start(end), child[end].Length, _scratch.Nodes);
        child.Measure(_operators);
        return true;
    }

    /// <summary>A new random formula of a number of nodes drawn uniformly; where complexities are counted in LUTs, the largest one is no number of nodes.</summary>
    public bool Randomize(Program child, Xoshiro256 rng)
    {
        child.Clear();
        Grow(child, 1 + rng.NextInt(Math.Min(problem.Options.MaxSize, LargestDrawn)), rng);
        return true;
    }

    /// <summary>A random subtree of one parent in the place of a random subtree of a copy of the other.</summary>
    public void Crossover(Program child, Program donor, Xoshiro256 rng)
    {
        var end = rng.NextInt(child.Count);
        var from = rng.NextInt(donor.Count);
        child.Replace(child.Start(end), child[end].Length, donor.Subtree(from));
        child.Measure(_operators);
    }

    /// <summary>Appends random operators to a leaf until the program has at least so many nodes, or as near as the arities allow.</summary>
    public void Grow(Program program, int size, Xoshiro256 rng)
    {
        if (program.Count == 0)
            program.Add(RandomLeaf(rng));
        program.Measure(_operators);
        while (program.Count < size)
        {
            var room = size - program.Count;
            var code = AnyOperator(rng);
            if (_operators.Arity[code] > room && _operators.OfArity(1).Length > 0)
                code = _operators.OfArity(1)[rng.NextInt(_operators.OfArity(1).Length)];
            else if (_operators.Arity[code] > room)
                break;
            var leaf = PickLeaf(program, rng, constant: null);
            _grown.Clear();
            _grown.Add(program[leaf]);
            for (var i = 1; i < _operators.Arity[code]; i++)
                _grown.Add(RandomLeaf(rng));
            _grown.Add(Node.Apply(code));
            program.Replace(leaf, 1, _grown.Nodes);
            program.Measure(_operators);
        }
    }

    /// <summary>A feature, or with less chance a normal deviate.</summary>
    public Node RandomLeaf(Xoshiro256 rng) =>
        Features == 0 || rng.Chance(0.3) ? Node.Number(rng.NextGaussian()) : Node.Input(rng.NextInt(Features));

    private bool Wrap(Program child, int end, Xoshiro256 rng)
    {
        var code = AnyOperator(rng);
        var place = rng.NextInt(_operators.Arity[code]);
        _scratch.Clear();
        for (var i = 0; i < _operators.Arity[code]; i++)
        {
            if (i == place)
                _scratch.Add(child.Subtree(end));
            else
                _scratch.Add(RandomLeaf(rng));
        }
        _scratch.Add(Node.Apply(code));
        child.Replace(child.Start(end), child[end].Length, _scratch.Nodes);
        child.Measure(_operators);
        return true;
    }

    private int AnyOperator(Xoshiro256 rng) => rng.NextInt(_operators.Bred);

    private (int First, int Second) FirstTwo(Program program, int index) => (Argument(program, index, 0), Argument(program, index, 1));

    // Where an operand's subtree ends.
    private int Argument(Program program, int index, int place)
    {
        var child = index - 1;
        for (var i = _operators.Arity[program[index].Code] - 1; i > place; i--)
            child -= program[child].Length;
        return child;
    }

    private int PickOperator(Program program, Xoshiro256 rng, int leastArity = 1)
    {
        var count = 0;
        foreach (ref readonly var node in program.Nodes)
            count += node.IsOperator && _operators.Arity[node.Code] >= leastArity ? 1 : 0;
        if (count == 0)
            return -1;
        var mark = rng.NextInt(count);
        for (var i = 0; ; i++)
            if (program[i].IsOperator && _operators.Arity[program[i].Code] >= leastArity && mark-- == 0)
                return i;
    }

    private static int PickLeaf(Program program, Xoshiro256 rng, bool? constant)
    {
        var count = 0;
        foreach (ref readonly var node in program.Nodes)
            count += Matches(node, constant) ? 1 : 0;
        if (count == 0)
            return -1;
        var mark = rng.NextInt(count);
        for (var i = 0; ; i++)
            if (Matches(program[i], constant) && mark-- == 0)
                return i;

        static bool Matches(in Node node, bool? constant) =>
            constant switch { true => node.IsConstant, false => node.IsFeature, null => !node.IsOperator };
    }
}
