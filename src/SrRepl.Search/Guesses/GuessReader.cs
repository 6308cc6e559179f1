using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Guesses to programs of a search.</summary>
internal static class GuessReader
{
    /// <summary>The program of a guess.</summary>
    /// <exception cref="DiagnosticException">It is over other columns or operators than the search, beyond its limits, or not of the template's parts.</exception>
    public static Program Read(Guess guess, SearchProblem problem)
    {
        var program = problem.Operators.Template is { } template ? Joined(guess, template, problem) : Whole(guess, problem);
        return problem.Allows(program)
            ? program
            : throw new DiagnosticException(Errors.GuessTooLarge(guess.ToString(), problem.Complexity(program), problem.Options.MaxSize));
    }

    private static Program Whole(Guess guess, SearchProblem problem)
    {
        if (guess.Formula is not { Formula: var formula })
            throw Bad(guess, "a record of parts is for a search with a template; without one a guess is a formula");
        CheckOperators(guess, formula, problem);
        foreach (var name in formula.Variables())
            if (!problem.Features.Contains(name))
                throw new DiagnosticException(Errors.UnknownColumn(name, problem.Features));
        return Compiler.ToProgram(formula, problem.Operators, problem.Features);
    }

    private static Program Joined(Guess guess, TemplateForm template, SearchProblem problem)
    {
        if (guess.Parts is not { } parts)
            throw Bad(guess, $"with a template a guess is a record of its parts: {{ {string.Join("; ", template.Names.Select(name => $"{name} = ..."))} }}");
        foreach (var name in parts.Keys)
            if (!template.Names.Contains(name))
                throw Bad(guess, $"the template has no part `{name}`, only {string.Join(", ", template.Names)}");
        var programs = new List<Program>();
        for (var unknown = 0; unknown < template.Names.Length; unknown++)
        {
            if (!parts.TryGetValue(template.Names[unknown], out var part))
                throw Bad(guess, $"the template's part `{template.Names[unknown]}` is not given");
            CheckOperators(guess, part.Formula, problem);
            var names = ArgumentsOf(guess, part, template, unknown);
            programs.Add(Compiler.ToProgram(part.Formula, problem.Operators, names));
        }
        return template.Join(programs);
    }

    // What the arguments of a part are called: by place in a function, otherwise as what they are applied to.
    private static ImmutableArray<string> ArgumentsOf(Guess guess, IFormula part, TemplateForm template, int unknown)
    {
        var (name, names) = (template.Names[unknown], template.ArgumentsOf(unknown));
        if (part.IsFunction)
            return part.Parameters.Length == names.Length
                ? part.Parameters
                : throw Bad(guess, $"`{name}` is a function of {Count(names.Length)}, not of {part.Parameters.Length}");
        return part.Formula.Variables().FirstOrDefault(variable => !names.Contains(variable)) is { } other
            ? throw Bad(guess, $"`{name}` is {(names.Length == 0 ? "a number" : $"a formula of {string.Join(", ", names)}")}; there is no `{other}` in it")
            : names;
    }

    private static void CheckOperators(Guess guess, Expr formula, SearchProblem problem)
    {
        foreach (var op in Compiler.OperatorsOf(formula))
            if (problem.Operators.CodeOf(op) is var code && (code < 0 || code >= problem.Operators.Bred))
                throw new DiagnosticException(Errors.GuessOperator(guess.ToString(), op.Name));
    }

    private static string Count(int arguments) => arguments == 1 ? "1 argument" : $"{arguments} arguments";

    private static DiagnosticException Bad(Guess guess, string why) => new(Errors.BadOption("guesses", guess.ToString(), why));
}
