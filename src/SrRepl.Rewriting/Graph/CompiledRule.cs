using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// A rule as a small program. Matching runs instructions over registers that hold nodes: register 0 is where the rule
/// is tried, a bind fills the next ones with a node's children. Building runs a list in postfix order.
/// </summary>
internal sealed class CompiledRule
{
    private readonly ImmutableArray<Condition> _conditions;
    private readonly Dictionary<string, int> _registerOf = new(StringComparer.Ordinal);

    // Where a rounded rule found its constants: what it found may be another decimal of the same double.
    private readonly Dictionary<Expr, int> _constantAt = new(ReferenceEqualityComparer.Instance);

    private CompiledRule(Rule rule, Symbols symbols)
    {
        Rule = rule;
        Root = symbols.Of(((Apply)rule.Left).Operator);
        var program = ImmutableArray.CreateBuilder<Instruction>();
        Registers = 1;
        CompileMatch(rule.Left, 0, program, symbols);
        Program = program.ToImmutable();
        Left = CompileBuild(rule.Left, symbols);
        Right = CompileBuild(rule.Right, symbols);
        Variables = [.. _registerOf.Values.Order()];
        _conditions = rule.When;
        Operators = [.. SymbolsIn(rule.Left, symbols).Concat(SymbolsIn(rule.Right, symbols)).Distinct()];
    }

    /// <summary>Every rule of the book, compiled; built-in operators have the same symbols in every graph.</summary>
    public static ImmutableArray<CompiledRule> All { get; } = CompileAll();

    public Rule Rule { get; }

    /// <summary>The symbol at the pattern's root.</summary>
    public int Root { get; }

    public int Registers { get; private set; }

    /// <summary>The registers that hold what the rule's variables stand for.</summary>
    public ImmutableArray<int> Variables { get; }

    public ImmutableArray<Instruction> Program { get; }

    public ImmutableArray<BuildStep> Left { get; }

    public ImmutableArray<BuildStep> Right { get; }

    /// <summary>The symbols of the operators on both sides.</summary>
    public ImmutableArray<int> Operators { get; }

    /// <summary>Whether the side conditions are proven for what the registers hold.</summary>
    public bool Holds(EGraph graph, ReadOnlySpan<int> registers)
    {
        foreach (var condition in _conditions)
            if (!Holds(condition, graph, registers))
                return false;
        return true;
    }

    private bool Holds(Condition condition, EGraph graph, ReadOnlySpan<int> registers)
    {
        var constant = condition.Of is Variable variable ? graph.Constant(registers[_registerOf[variable.Name]]) : -1;
        var facts = FactsOf(condition.Of, graph, registers);
        return condition.Requirement switch
        {
            Requirement.Constant => constant >= 0,
            Requirement.NonZero => facts.NonZero,
            Requirement.Positive => facts.Positive,
            Requirement.NonNegative => facts.Range.Low >= 0,
            Requirement.Negative => facts.Negative,
            Requirement.NonPositive => facts.Range.High <= 0,
            Requirement.Defined => facts.Total,
            Requirement.Whole => facts.Whole,
            Requirement.Even => constant >= 0 && graph.Symbols.Constant(constant) is { IsWhole: true } even && even.Value % 2 == 0,
            Requirement.Odd => constant >= 0 && graph.Symbols.Constant(constant) is { IsWhole: true } odd && odd.Value % 2 != 0,
            _ => false,
        };
    }

    private Facts FactsOf(Expr pattern, EGraph graph, ReadOnlySpan<int> registers)
    {
        if (pattern is Variable variable)
            return graph.Facts(registers[_registerOf[variable.Name]]);
        if (pattern is not Apply apply)
            return Facts.Of(((Constant)pattern).Value);
        var arguments = new Facts[apply.Arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = FactsOf(apply.Arguments[i], graph, registers);
        return Facts.Of(apply.Operator, arguments);
    }

    private void CompileMatch(Expr pattern, int register, ImmutableArray<Instruction>.Builder program, Symbols symbols)
    {
        switch (pattern)
        {
            case Variable variable when _registerOf.TryGetValue(variable.Name, out var bound):
                program.Add(new(Matching.Same, register, bound, default));
                break;
            case Variable variable:
                _registerOf.Add(variable.Name, register);
                break;
            case Constant constant:
                program.Add(new(Matching.Constant, register, 0, Number.Of(constant.Value)));
                if (Rule.IsRounded)
                    _constantAt[constant] = register;
                break;
            case Apply apply:
                var first = Registers;
                Registers += apply.Arguments.Length;
                program.Add(new(Matching.Bind, register, symbols.Of(apply.Operator), default, first));
                // What can fail at once comes before what has to search.
                var children = Enumerable.Range(0, apply.Arguments.Length).OrderBy(i => apply.Arguments[i] is Constant ? 0 : apply.Arguments[i] is Variable ? 1 : 2);
                foreach (var i in children)
                    CompileMatch(apply.Arguments[i], first + i, program, symbols);
                break;
        }
    }

    private ImmutableArray<BuildStep> CompileBuild(Expr pattern, Symbols symbols)
    {
        var steps = ImmutableArray.CreateBuilder<BuildStep>();
        Compile(pattern);
        return steps.ToImmutable();

        void Compile(Expr part)
        {
            switch (part)
            {
                case Variable variable:
                    steps.Add(new(Building.Register, _registerOf[variable.Name], default));
                    break;
                case Constant constant when _constantAt.TryGetValue(constant, out var register):
                    steps.Add(new(Building.Register, register, default));
                    break;
                case Constant constant:
                    steps.Add(new(Building.Constant, 0, Number.Of(constant.Value)));
                    break;
                case Apply apply:
                    foreach (var argument in apply.Arguments)
                        Compile(argument);
                    steps.Add(new(Building.Apply, symbols.Of(apply.Operator), default));
                    break;
            }
        }
    }

    private static IEnumerable<int> SymbolsIn(Expr pattern, Symbols symbols)
    {
        var found = new List<int>();
        pattern.Visit(node =>
        {
            if (node is Apply apply)
                found.Add(symbols.Of(apply.Operator));
        });
        return found;
    }

    private static ImmutableArray<CompiledRule> CompileAll()
    {
        var symbols = new Symbols();
        return [.. RuleBook.All.Select(rule => new CompiledRule(rule, symbols))];
    }
}

/// <summary>What a matching instruction does.</summary>
internal enum Matching
{
    /// <summary>For each node of the register's class that has the symbol: its children into the registers from the output on.</summary>
    Bind,

    /// <summary>The register's class is that of another register.</summary>
    Same,

    /// <summary>The register's class is this constant.</summary>
    Constant,
}

/// <summary>One step of matching; the operand is a symbol to bind, or a register to compare with.</summary>
internal readonly record struct Instruction(Matching Kind, int Register, int Operand, Number Constant, int Output = 0);

/// <summary>What a building step pushes.</summary>
internal enum Building
{
    /// <summary>What a register holds.</summary>
    Register,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>A symbol over the nodes last pushed.</summary>
    Apply,
}

/// <summary>One step of building a side of a rule, in postfix order; the operand is a register or a symbol.</summary>
internal readonly record struct BuildStep(Building Kind, int Operand, Number Constant);
