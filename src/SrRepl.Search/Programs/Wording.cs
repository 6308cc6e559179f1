using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A formula as people write it: a constant factor first (<c>-17.4*x</c>), a negative term subtracted (<c>x - 0.67</c>). Each
/// step leaves every value the same double, since products commute, signs are exact, and a + (-b) is a - b.
/// </summary>
internal static class Wording
{
    /// <summary>The formula in that wording; the formula itself where the search would not allow the wording or count it differently.</summary>
    public static Expr Of(Program program, SearchProblem problem)
    {
        var formula = OverFeatures(program, problem);
        return problem.Definitions.Count == 0 ? formula : formula.Substitute(problem.Definitions);
    }

    private static Expr OverFeatures(Program program, SearchProblem problem)
    {
        var formula = problem.FormulaOf(program);
        var worded = Reword(formula, problem.Operators);
        if (worded.Equals(formula) || problem.Operators.Template is not null)
            return worded;
        var reworded = Compiler.ToProgram(worded, problem.Operators, problem.Features);
        return problem.Complexity(reworded) == problem.Complexity(program) && problem.Allows(reworded) ? worded : formula;
    }

    /// <summary>Rewords a formula with the operators of a set alone.</summary>
    public static Expr Reword(Expr formula, OperatorSet operators) =>
        formula is Apply apply ? Join(apply.Operator, [.. apply.Arguments.Select(argument => Reword(argument, operators))], operators) : formula;

    private static Expr Join(Operator op, Expr[] arguments, OperatorSet operators)
    {
        if (op == Operators.Multiply && arguments is [not Constant, Constant factor])
            return factor * arguments[0];
        if (op == Operators.Add && operators.Subtract >= 0)
        {
            if (Opposite(arguments[1]) is { } taken)
                return arguments[0] - taken;
            if (arguments[0] is Constant && Opposite(arguments[0]) is { } first)
                return arguments[1] - first;
        }
        if (op == Operators.Subtract && operators.Add >= 0 && Opposite(arguments[1]) is { } added)
            return arguments[0] + added;
        return op.Of([.. arguments]);
    }

    // A term that starts with a negative constant, without its sign; null for any other.
    private static Expr? Opposite(Expr term) => term switch
    {
        Constant { Value: < 0 } constant => -constant.Value,
        Apply { Operator: var op, Arguments: [var first, var second] } when (op == Operators.Multiply || op == Operators.Divide) && Opposite(first) is { } opposite => op.Of(opposite, second),
        _ => null,
    };
}
