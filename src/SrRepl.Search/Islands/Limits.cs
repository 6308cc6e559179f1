using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>What a formula of a search may be: complexity by weights, depth, size of arguments, nesting.</summary>
public sealed class Limits
{
    private const int Unlimited = int.MaxValue;

    private readonly OperatorSet _operators;
    private readonly int[] _weights;
    private readonly int _constant, _variable;
    private readonly bool _plain;
    private readonly int? _deepest;
    private readonly int[][] _arguments;
    private readonly (int Outer, int Inner, int Most)[] _nesting;

    /// <summary>Reads the limits from the options.</summary>
    /// <exception cref="DiagnosticException">An option names an operator the search does not have, or gives it a limit it cannot have; the complexity knows no weight of an operator.</exception>
    public Limits(EvolveOptions options, OperatorSet operators)
    {
        _operators = operators;
        MaxSize = options.MaxSize;
        (_constant, _variable, _deepest) = (options.ComplexityOfConstants, options.ComplexityOfVariables, options.MaxDepth);
        var named = options.ComplexityOfOperators ?? ImmutableDictionary<string, int>.Empty;
        var codes = named.Keys.Select(CodeOf).ToHashSet();
        // An operator whose complexity is given by name needs none from the weights, which may not know it.
        _weights = [.. operators.Operators.Select((op, code) => codes.Contains(code) ? 0 : options.Complexity?.WeightOf(op) ?? 1)];
        foreach (var name in (options.Complexity as NamedWeights)?.Names ?? [])
            CodeOf(name);
        foreach (var (name, weight) in named)
            _weights[CodeOf(name)] = weight >= 0 ? weight : throw Bad("complexityOfOperators", weight, "a complexity is at least 0");
        _plain = _constant == 1 && _variable == 1 && _weights.All(weight => weight == 1);
        _arguments = new int[operators.Operators.Length][];
        foreach (var (name, most) in options.Constraints ?? ImmutableDictionary<string, IReadOnlyList<int>>.Empty)
        {
            var code = CodeOf(name);
            if (most.Count != operators.Arity[code])
                throw Bad("constraints", most.Count, $"`{name}` takes {operators.Arity[code]} limits, one for each argument");
            _arguments[code] = [.. most.Select(limit => limit < 0 ? Unlimited : limit)];
        }
        _nesting = [.. (options.NestedConstraints ?? ImmutableDictionary<string, IReadOnlyDictionary<string, int>>.Empty)
            .SelectMany(outer => outer.Value.Select(inner => (CodeOf(outer.Key), CodeOf(inner.Key), inner.Value)))];
    }

    /// <summary>The largest complexity.</summary>
    public int MaxSize { get; }

    /// <summary>The complexity of a product and a constant, or a sum and a constant: what scale and offset cost.</summary>
    public int ScaleCost => _operators.Multiply < 0 ? 0 : _weights[_operators.Multiply] + _constant;

    /// <summary>The complexity of an operator of the search.</summary>
    public int Weight(Operator op) => _weights[_operators.CodeOf(op)];

    /// <summary>What an offset costs.</summary>
    public int OffsetCost => _operators.Add < 0 ? 0 : _weights[_operators.Add] + _constant;

    /// <summary>The complexity of a program; at least 1.</summary>
    public int Complexity(Program program) => _plain ? program.Count : Math.Max(1, Complexity(program.Nodes));

    /// <summary>Whether a program is within the limits, at most so complex.</summary>
    public bool Allow(Program program, int maxSize) =>
        Complexity(program) <= maxSize
        && (_deepest is not { } deepest || Shape.Depth(program, _operators) <= deepest)
        && ArgumentsFit(program)
        && NestingFits(program);

    private int Complexity(ReadOnlySpan<Node> nodes)
    {
        var sum = 0;
        foreach (ref readonly var node in nodes)
            sum += node.IsConstant ? _constant : node.IsFeature ? _variable : _weights[node.Code];
        return sum;
    }

    private bool ArgumentsFit(Program program)
    {
        for (var end = 0; end < program.Count; end++)
        {
            if (!program[end].IsOperator || _arguments[program[end].Code] is not { } most)
                continue;
            var argument = end - 1;
            for (var i = most.Length - 1; i >= 0; i--)
            {
                if (most[i] != Unlimited && Complexity(program.Subtree(argument)) > most[i])
                    return false;
                argument -= program[argument].Length;
            }
        }
        return true;
    }

    private bool NestingFits(Program program)
    {
        foreach (var (outer, inner, most) in _nesting)
            for (var end = 0; end < program.Count; end++)
                if (program[end].Code == outer && Nested(program, end, inner) > most)
                    return false;
        return true;
    }

    // The most inner operators on a path below a node.
    private int Nested(Program program, int end, int inner)
    {
        var most = 0;
        for (var i = program.Start(end); i < end; i++)
        {
            if (program[i].Code != inner)
                continue;
            var above = 1;
            for (var j = i + 1; j < end; j++)
                above += program[j].Code == inner && program.Start(j) <= i ? 1 : 0;
            most = Math.Max(most, above);
        }
        return most;
    }

    private int CodeOf(string name)
    {
        for (var code = 0; code < _operators.Operators.Length; code++)
            if (_operators.Operators[code].Name == name || ReferenceEquals(_operators.Operators[code], Core.Operators.Find(name)))
                return code;
        throw new DiagnosticException(Errors.UnknownOperator(name, [.. _operators.Operators.Select(op => op.Name)]));
    }

    private static DiagnosticException Bad(string option, int value, string wanted) =>
        new(Errors.BadOption(option, value.ToString(CultureInfo.InvariantCulture), wanted));
}
