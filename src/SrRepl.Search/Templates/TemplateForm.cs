using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A template laid out for a search. What is bred is one program whose root joins the parts, each a subtree over the arguments of
/// its part (feature k of a subtree is argument k); what is evaluated is the template's formula with the parts written into it. A
/// constant of a part that is applied several times stays one constant.
/// </summary>
public sealed class TemplateForm
{
    // A part applied to itself again and again grows without end; a program so long is no formula.
    private const int LongestExpansion = 10_000;

    private readonly OperatorSet _operators;
    private readonly Template _template;
    private readonly Step _body;

    /// <summary>Lays a template out.</summary>
    /// <param name="template">The template.</param>
    /// <param name="operators">The search's operators, those of the template among them, and the one that joins the parts.</param>
    /// <param name="features">The columns, by feature index.</param>
    /// <exception cref="DiagnosticException">A variable is neither a column nor an unknown number, or nothing is unknown.</exception>
    public TemplateForm(Template template, OperatorSet operators, ImmutableArray<string> features)
    {
        _template = template;
        _operators = operators;
        Names = [.. NamesOf(template, features)];
        Arities = [.. template.Parts.Select(part => part.Arity), .. Enumerable.Repeat(0, Names.Length - template.Parts.Length)];
        Code = operators.CodeOf(RootOf(template, features));
        _body = Read(template.Body, features);
    }

    /// <summary>What the unknowns are called.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How many arguments each unknown takes: 0 for a number.</summary>
    public ImmutableArray<int> Arities { get; }

    /// <summary>The code of the node that joins the parts.</summary>
    public int Code { get; }

    /// <summary>The operator that joins the parts, never evaluated.</summary>
    public static Operator RootOf(Template template, ImmutableArray<string> features)
    {
        var names = NamesOf(template, features).ToArray();
        foreach (var name in template.Body.Variables())
            if (!features.Contains(name) && !names.Contains(name))
                throw new DiagnosticException(Errors.UnknownColumn(name, features));
        return names.Length == 0 ? throw new DiagnosticException(Errors.NothingUnknown(template.ToString())) : new TemplatePart("template", names.Length);
    }

    /// <summary>The operators that a template's formula applies itself.</summary>
    public static IEnumerable<Operator> OperatorsOf(Template template) => Compiler.OperatorsOf(template.Body).Where(op => op is not TemplatePart);

    /// <summary>Where the subtree of an unknown ends in a program.</summary>
    public int End(Program program, int unknown)
    {
        var end = program.Count - 2;
        for (var i = Arities.Length - 1; i > unknown; i--)
            end -= program[end].Length;
        return end;
    }

    /// <summary>The program of parts, one for each unknown.</summary>
    public Program Join(IEnumerable<Program> parts)
    {
        var program = new Program();
        foreach (var part in parts)
            program.Add(part.Nodes);
        program.Add(Node.Apply(Code));
        program.Measure(_operators);
        return program;
    }

    /// <summary>Writes the parts into the template's formula.</summary>
    /// <param name="program">What is bred.</param>
    /// <param name="expanded">What is evaluated: not a number where it would be too long.</param>
    /// <param name="sources">For every constant of <paramref name="expanded"/> in order, which constant of <paramref name="program"/> it is; -1 for the template's own.</param>
    public void Expand(Program program, Program expanded, List<int>? sources = null)
    {
        expanded.Clear();
        sources?.Clear();
        if (!Emit(_body, program, expanded, sources))
        {
            expanded.Clear();
            sources?.Clear();
            expanded.Add(Node.Number(double.NaN));
            sources?.Add(-1);
        }
        expanded.Measure(_operators);
    }

    /// <summary>The formula of a program.</summary>
    /// <param name="program">What is bred.</param>
    public Expr ToExpr(Program program)
    {
        var parts = Enumerable.Range(0, Names.Length).ToDictionary(unknown => Names[unknown], unknown => Part(program, unknown, Placeholder), StringComparer.Ordinal);
        return _template.Body.Rewrite(node => node switch
        {
            Apply { Operator: TemplatePart part, Arguments: var arguments } =>
                parts[part.Name].Substitute(Enumerable.Range(0, arguments.Length).ToDictionary(Placeholder, i => arguments[i])),
            Variable { Name: var name } when parts.TryGetValue(name, out var number) => number,
            _ => node,
        });
    }

    /// <summary>The unknowns by name, each a formula of its <see cref="ArgumentsOf"/>.</summary>
    public IReadOnlyDictionary<string, Expr> PartsOf(Program program)
    {
        var parts = new Dictionary<string, Expr>(StringComparer.Ordinal);
        for (var unknown = 0; unknown < Names.Length; unknown++)
        {
            var arguments = ArgumentsOf(unknown);
            parts[Names[unknown]] = Wording.Reword(Part(program, unknown, i => arguments[i]), _operators);
        }
        return parts;
    }

    /// <summary>What the arguments of an unknown are called: as the variables it is first applied to, or x1, x2 and so on where it is applied to none.</summary>
    public ImmutableArray<string> ArgumentsOf(int unknown)
    {
        string[]? found = null;
        _template.Body.Visit(node =>
        {
            if (found is null && node is Apply { Operator: TemplatePart part, Arguments: var arguments } && part.Name == Names[unknown]
                && arguments.All(argument => argument is Variable) && arguments.Distinct().Count() == arguments.Length)
                found = [.. arguments.Select(argument => ((Variable)argument).Name)];
        });
        return found is null ? [.. Enumerable.Range(1, Arities[unknown]).Select(i => $"x{i}")] : [.. found];
    }

    private Expr Part(Program program, int unknown, Func<int, string> argument)
    {
        var subtree = new Program();
        subtree.Add(program.Subtree(End(program, unknown)));
        return Compiler.ToExpr(subtree, _operators, [.. Enumerable.Range(0, Arities[unknown]).Select(argument)]);
    }

    private static string Placeholder(int argument) => $"#{argument + 1}";

    private static IEnumerable<string> NamesOf(Template template, ImmutableArray<string> features) =>
        template.Parts.Select(part => part.Name).Concat(template.Body.Variables().Where(name => template.Numbers.Contains(name) && !features.Contains(name)));

    private bool Emit(Step step, Program program, Program expanded, List<int>? sources)
    {
        if (expanded.Count > LongestExpansion)
            return false;
        if (step.Unknown < 0)
        {
            foreach (var argument in step.Arguments)
                if (!Emit(argument, program, expanded, sources))
                    return false;
            expanded.Add(step.Node);
            if (step.Node.IsConstant)
                sources?.Add(-1);
            return true;
        }
        var end = End(program, step.Unknown);
        var constant = 0;
        for (var i = 0; i < program.Start(end); i++)
            constant += program[i].IsConstant ? 1 : 0;
        for (var i = program.Start(end); i <= end; i++)
        {
            if (program[i].IsFeature)
            {
                if (!Emit(step.Arguments[program[i].Feature], program, expanded, sources))
                    return false;
                continue;
            }
            expanded.Add(program[i]);
            if (program[i].IsConstant)
                sources?.Add(constant++);
        }
        return true;
    }

    private Step Read(Expr node, ImmutableArray<string> features) => node switch
    {
        Constant constant => new(Node.Number(constant.Value), -1, []),
        Variable variable => features.IndexOf(variable.Name) is >= 0 and var feature
            ? new(Node.Input(feature), -1, [])
            : new(default, Names.IndexOf(variable.Name), []),
        Apply { Operator: TemplatePart part } apply => new(default, Names.IndexOf(part.Name), [.. apply.Arguments.Select(argument => Read(argument, features))]),
        Apply apply => new(Node.Apply(_operators.CodeOf(apply.Operator)), -1, [.. apply.Arguments.Select(argument => Read(argument, features))]),
        _ => throw new ArgumentException($"{node.GetType().Name} is no formula", nameof(node)),
    };

    // A node of the template's formula: what is written there, or which unknown is applied.
    private sealed record Step(Node Node, int Unknown, ImmutableArray<Step> Arguments);
}
