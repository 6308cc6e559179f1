using System.Collections.Immutable;
using System.Numerics;

namespace SrRepl.Rewriting;

/// <summary>Finds where rules apply in a graph and applies them: search first, over a graph that stands still, then all changes.</summary>
internal sealed class Matcher(EGraph graph)
{
    private const int MostRegisters = 32;

    private readonly int[] _registers = new int[MostRegisters];
    private readonly int[] _stack = new int[MostRegisters];
    private Pool<int> _found = new(4096);
    private readonly ClassIndex _index = new();
    private readonly HashSet<ulong> _seen = [];
    private CompiledRule _rule = null!;
    private int _limit;

    /// <summary>Takes note of the graph as it is now, before a search.</summary>
    public void Begin() => _index.Update(graph);

    /// <summary>Records where a rule applies and did not before, at most so many times; false when there may be more to find.</summary>
    public bool Search(CompiledRule rule, int index, int limit)
    {
        _rule = rule;
        _limit = limit;
        // Rules bind at the root first: the nodes of that symbol are its only candidates.
        var bind = rule.Program[0];
        var nodes = graph.WithSymbol(rule.Root);
        for (var i = 0; i < nodes.Count && _limit > 0; i++)
        {
            if (graph.IsHidden(nodes[i]))
                continue;
            _registers[0] = nodes[i];
            Bind(nodes[i], bind);
            Run(1, index);
        }
        return _limit > 0;
    }

    /// <summary>Applies what was found until there are too many nodes; the number of classes that became equal.</summary>
    public int Apply(ImmutableArray<CompiledRule> rules, int mostNodes)
    {
        var unions = 0;
        for (var at = 0; at < _found.Count && graph.Count < mostNodes;)
        {
            var rule = rules[_found[at]];
            var registers = _found.Slice(at + 1, rule.Registers);
            at += 1 + rule.Registers;
            var left = Build(rule.Left, registers);
            var right = Build(rule.Right, registers);
            // The left side as the rule sees it equals the node that matched by congruence alone.
            unions += graph.Union(left, registers[0], ProofForest.Congruence) ? 1 : 0;
            unions += graph.Union(left, right, _found[at - 1 - rule.Registers]) ? 1 : 0;
        }
        _found.Clear();
        return unions;
    }

    private void Run(int at, int index)
    {
        if (at == _rule.Program.Length)
        {
            if (_rule.Holds(graph, _registers) && _seen.Add(Key(index)))
            {
                _found.Add(index);
                _found.AddRange(_registers.AsSpan(0, _rule.Registers));
                _limit--;
            }
            return;
        }
        var step = _rule.Program[at];
        var node = _registers[step.Register];
        switch (step.Kind)
        {
            case Matching.Same:
                if (graph.Find(node) == graph.Find(_registers[step.Operand]))
                    Run(at + 1, index);
                break;
            case Matching.Constant:
                if (graph.Constant(node) is >= 0 and var constant && (graph.Symbols.Constant(constant) == step.Constant || (_rule.Rule.IsRounded && graph.Symbols.Constant(constant).Value == step.Constant.Value)))
                    Run(at + 1, index);
                break;
            case Matching.Bind:
                foreach (var member in _index.Nodes(graph, graph.Find(node), step.Operand))
                {
                    if (_limit <= 0)
                        break;
                    Bind(member, step);
                    Run(at + 1, index);
                }
                break;
        }
    }

    // The rule, the class it applies to and those of its variables; sixty-four bits tell a few ten thousand apart.
    private ulong Key(int index)
    {
        var key = (ulong)(uint)index * 0x9E3779B97F4A7C15 ^ (uint)graph.Find(_registers[0]);
        foreach (var register in _rule.Variables)
            key = (BitOperations.RotateLeft(key, 23) ^ (uint)graph.Find(_registers[register])) * 0xD6E8FEB86659FD93;
        return key;
    }

    private void Bind(int node, Instruction bind)
    {
        var children = graph.Children(node);
        for (var i = 0; i < children.Length; i++)
            _registers[bind.Output + i] = children[i];
    }

    private int Build(ImmutableArray<BuildStep> steps, ReadOnlySpan<int> registers)
    {
        var top = 0;
        foreach (var step in steps)
            switch (step.Kind)
            {
                case Building.Register:
                    _stack[top++] = registers[step.Operand];
                    break;
                case Building.Constant:
                    _stack[top++] = graph.Add(step.Constant);
                    break;
                default:
                    var arity = graph.Symbols.Arity(step.Operand);
                    top -= arity;
                    _stack[top] = graph.Add(step.Operand, _stack.AsSpan(top, arity));
                    top++;
                    break;
            }
        return _stack[0];
    }
}
