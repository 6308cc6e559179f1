using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>Fits the constants of one formula to a dataset.</summary>
public static class ConstantFit
{
    private const double Tolerance = 1e-14;

    // The curvature is a matrix of as many rows and columns.
    private const int MostConstants = 1000;

    // No name of the language begins so.
    private const string FixedPower = "**";

    /// <summary>
    /// The formula with its constants moved to the nearest minimum of the loss over the dataset's target. Whole exponents
    /// are part of the formula's form and stay.
    /// </summary>
    /// <exception cref="DiagnosticException">No target, values that are not finite, an unknown loss, a variable that is no column, more than 1000 constants.</exception>
    public static Expr Fit(Expr formula, Dataset data, FitOptions options)
    {
        DatasetChecks.Check(data);
        var loss = Losses.Find(options.Loss, 1);
        if (loss.IsMargin)
            DatasetChecks.CheckMargin(data, loss.Name);
        var shape = formula.Rewrite(WithFixedExponent);
        var operators = new OperatorSet(Compiler.OperatorsOf(shape));
        var variables = shape.Variables();
        var program = Compiler.ToProgram(shape, operators, variables);
        if (program.Constants() > MostConstants)
            throw new DiagnosticException(Errors.TooManyConstants(program.Constants(), MostConstants));
        using var rows = SearchData<double>.From(data, variables, data.Target!, [.. Enumerable.Range(0, data.Rows)]);
        using var optimiser = new ConstantOptimiser<double>(MostConstants);
        optimiser.Improve(program, operators, rows, rows.PaddedRows, loss.Double, options.Iterations, Tolerance);
        return Compiler.ToExpr(program, operators, variables).Rewrite(Opened);
    }

    // A power with a whole exponent becomes a function of its base, whose inside the optimiser does not see.
    private static Expr WithFixedExponent(Expr node) =>
        node is Apply { Operator: var op, Arguments: [var x, Constant { Value: var exponent }] } && op == Operators.Power && Math.Floor(exponent) == exponent
            ? new DefinedOperator(FixedPower + InfixPrinter.Number(exponent), ["x"], Operators.Power.Of(new Variable("x"), exponent)).Of(x)
            : node;

    private static Expr Opened(Expr node) =>
        node is Apply { Operator: DefinedOperator op } call && op.Name.StartsWith(FixedPower, StringComparison.Ordinal) ? op.Inline(call.Arguments) : node;
}
