using SrRepl.Core;

namespace SrRepl.Rewriting;

/// <summary>
/// Weights of operators as a cost, in which equal parts are built once. A trace of a weight for every node decides
/// between forms of one cost.
/// </summary>
internal sealed class WeightCost(IOperatorWeights weights) : IFormulaCost
{
    private const double Trace = 1e-3;

    private readonly Dictionary<(Operator Operator, double First, double Second), double> _known = [];

    /// <inheritdoc/>
    public bool SharesParts => true;

    /// <inheritdoc/>
    public double Of(Operator op, ReadOnlySpan<double> constants)
    {
        var key = constants.Length == 2 ? (op, constants[0], constants[1]) : (op, double.NaN, double.NaN);
        if (!_known.TryGetValue(key, out var weight))
            _known.Add(key, weight = Weigh(op, constants));
        return weight;
    }

    /// <inheritdoc/>
    public double OfLeaf(Expr leaf) => Trace;

    private double Weigh(Operator op, ReadOnlySpan<double> constants)
    {
        try
        {
            return weights.WeightOf(op, constants) + Trace;
        }
        catch (DiagnosticException)
        {
            // What cannot be built may be written in the formula given, never in the one returned.
            return double.PositiveInfinity;
        }
    }
}
