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
    private readonly int _constant;
    private readonly int[] _variables;
    private readonly bool _plain;
    private readonly int? _deepest;
    private readonly int[][] _arguments;
    private readonly (int Outer, int Inner, int Most)[] _nesting;
    private readonly (int Feature, int Operator, int Most)[] _around;

    /// <summary>Reads the limits from the options.</summary>
    /// <exception cref="DiagnosticException">An option names an operator the search does not have, or gives it a limit it cannot have; the complexity knows no weight of an operator.</exception>
    public Limits(EvolveOptions options, OperatorSet operators, ImmutableArray<string> features)
    {
        _operators = operators;
        MaxSize = options.MaxSize;
        (_constant, _deepest) = (options.ComplexityOfConstants, options.MaxDepth);
        _variables = [.. features.Select(name => options.ComplexityOfVariables.Of(name, 1))];
        var named = options.ComplexityOfOperators ?? ImmutableDictionary<string, int>.Empty;
        var codes = named.Keys.Select(CodeOf).ToHashSet();
        // An operator whose complexity is given by name needs none from the weights, which may not know it.
        _weights = [.. operators.Operators.Select((op, code) => codes.Contains(code) || code >= operators.Bred ? 0 : options.Complexity?.WeightOf(op) ?? 1)];
        foreach (var name in (options.Complexity as NamedWeights)?.Names ?? [])
            CodeOf(name);
        foreach (var (name, weight) in named)
            _weights[CodeOf(name)] = weight >= 0 ? weight : throw Bad("complexityOfOperators", weight, "a complexity is at least 0");
        _plain = _constant == 1 && Array.TrueForAll(_variables, weight => weight == 1) && _weights.All(weight => weight == 1);
        _arguments = new int[operators.Operators.Length][];
        foreach (var (name, most) in options.Constraints ?? ImmutableDictionary<string, IReadOnlyList<int>>.Empty)
        {
            var code = CodeOf(name);
            if (most.Count != operators.Arity[code])
                throw Bad("constraints", most.Count, $"`{name}` takes {operators.Arity[code]} limits, one for each argument");
            _arguments[code] = [.. most.Select(limit => limit < 0 ? Unlimited : limit)];
        }
        _nesting = [.. (options.NestedConstraints ?? ImmutableDictionary<string, IReadOnlyDictionary<string, int>>.Empty)
            .SelectMany(outer => outer.Value.Select(inner => (CodeOf(outer.Key), CodeOf(inner.Key), Depth("nestedConstraints", inner.Value))))];
        _around = [.. (options.VariableConstraints ?? ImmutableDictionary<string, IReadOnlyDictionary<string, int>>.Empty)
            .SelectMany(variable => variable.Value.Select(around => (FeatureOf(variable.Key, features), CodeOf(around.Key), Depth("variableConstraints", around.Value))))];
        if (operators.Template is not null && (_around.Length > 0 || _variables.Distinct().Count() > 1))
            throw new DiagnosticException(Errors.BadOption(_around.Length > 0 ? "variableConstraints" : "complexityOfVariables", "{ ... }", "the parts of a template are formulas of their arguments, not of columns"));
    }

    /// <summary>Refuses limits that no formula meets, not even a constant or a variable.</summary>
    /// <exception cref="DiagnosticException">Both are more complex than the most complex formula may be.</exception>
    public void CheckLeaves()
    {
        var least = Math.Max(1, Math.Min(_constant, _variables.Min()));
        if (least > MaxSize)
            throw Bad("maxSize", MaxSize, $"the simplest formula, a constant or a variable alone, has complexity {least}");
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
        && (_deepest is not { } deepest || Shape.Depth(program, _operators) <= deepest + (_operators.Template is null ? 0 : 1))
        && ArgumentsFit(program)
        && NestingFits(program)
        && SurroundingsFit(program);

    private int Complexity(ReadOnlySpan<Node> nodes)
    {
        var sum = 0;
        foreach (ref readonly var node in nodes)
            sum += node.IsConstant ? _constant : node.IsFeature ? _variables[node.Feature] : _weights[node.Code];
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

    private bool SurroundingsFit(Program program)
    {
        foreach (var (feature, code, most) in _around)
            for (var leaf = 0; leaf < program.Count; leaf++)
            {
                if (!program[leaf].IsFeature || program[leaf].Feature != feature)
                    continue;
                var around = 0;
                for (var i = leaf + 1; i < program.Count; i++)
                    around += program[i].Code == code && program.Start(i) <= leaf ? 1 : 0;
                if (around > most)
                    return false;
            }
        return true;
    }

    private static int FeatureOf(string name, ImmutableArray<string> features) =>
        features.IndexOf(name) is >= 0 and var feature ? feature : throw new DiagnosticException(Errors.UnknownColumn(name, features));

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
        for (var code = 0; code < _operators.Bred; code++)
            if (_operators.Operators[code].Name == name || ReferenceEquals(_operators.Operators[code], Core.Operators.Find(name)))
                return code;
        throw new DiagnosticException(Errors.UnknownOperator(name, [.. _operators.Operators.Take(_operators.Bred).Select(op => op.Name)]));
    }

    private static int Depth(string option, int depth) => depth >= 0 ? depth : throw Bad(option, depth, "it is how often one may stand inside the other, at least 0");

    private static DiagnosticException Bad(string option, int value, string wanted) =>
        new(Errors.BadOption(option, value.ToString(CultureInfo.InvariantCulture), wanted));
}
