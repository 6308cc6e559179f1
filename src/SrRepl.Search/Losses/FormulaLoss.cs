using System.Numerics;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A loss the user wrote as a formula of (prediction, target) or (prediction, target, weight).</summary>
public static class FormulaLoss
{
    /// <summary>The loss of a formula; its first parameter is the prediction, its second the target, its third, if any, the weight.</summary>
    /// <exception cref="DiagnosticException">The formula takes other than two or three arguments.</exception>
    public static Loss Of(IFormula formula)
    {
        var parameters = formula.Parameters;
        if (parameters.Length is not (2 or 3))
            throw new DiagnosticException(Errors.BadOption("elementwiseLoss", formula.Formula.ToString(), "a loss is a formula of (prediction, target) or (prediction, target, weight)"));
        var slope = formula.Formula.Derivative(parameters[0]);
        var (value, first) = (Operator("loss", formula.Formula), Operator("slope", slope));
        return new Loss(formula.Formula.ToString(), new FormulaLossTile<float>(value, first, parameters.Length), new FormulaLossTile<double>(value, first, parameters.Length));

        DefinedOperator Operator(string name, Expr body) => new(name, parameters, body);
    }
}

/// <summary>
/// A loss by compiled formulas of its value and slope. The curvature is the slope's change over a small step, kept above
/// a small part of itself where the loss is not convex, so that steps of the optimiser stay bounded.
/// </summary>
internal sealed unsafe class FormulaLossTile<T>(DefinedOperator value, DefinedOperator slope, int parameters) : LossTile<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Step = 1e-3;

    private readonly CompiledTile<T> _value = new(value);
    private readonly CompiledTile<T> _slope = new(slope);

    public override double Sum(T* prediction, T* target, T* weight, int count, T scale, T offset)
    {
        var moved = stackalloc T[Evaluator<T>.TileRows];
        var losses = stackalloc T[Evaluator<T>.TileRows];
        var sum = 0.0;
        for (var start = 0; start < count; start += Evaluator<T>.TileRows)
        {
            var rows = Math.Min(Evaluator<T>.TileRows, count - start);
            for (var row = 0; row < rows; row++)
                moved[row] = prediction[start + row] * scale + offset;
            Run(_value, moved, target + start, weight + start, losses, rows);
            for (var row = 0; row < rows; row++)
                sum += double.CreateTruncating(Weighted(losses[row], weight[start + row]));
        }
        return sum;
    }

    public override void Derivatives(T* prediction, T* target, T* weight, T* slope, T* curvature, int count)
    {
        var moved = stackalloc T[count];
        Run(_slope, prediction, target, weight, slope, count);
        for (var row = 0; row < count; row++)
            moved[row] = prediction[row] + T.CreateTruncating(Step);
        Run(_slope, moved, target, weight, curvature, count);
        for (var row = 0; row < count; row++)
        {
            var bend = T.Abs(curvature[row] - slope[row]) / T.CreateTruncating(Step);
            slope[row] = Weighted(slope[row], weight[row]);
            curvature[row] = Weighted(T.Max(bend, T.CreateTruncating(1e-6)), weight[row]);
        }
    }

    // A formula that takes the weight has used it; padding has weight 0 either way.
    private T Weighted(T loss, T weight) => parameters == 3 ? (weight == T.Zero ? T.Zero : loss) : loss * weight;

    private void Run(CompiledTile<T> formula, T* prediction, T* target, T* weight, T* result, int count)
    {
        var arguments = stackalloc Operand<T>[3];
        arguments[0] = new(prediction, default);
        arguments[1] = new(target, default);
        arguments[2] = new(weight, default);
        formula.Value(arguments, result, count);
    }
}
