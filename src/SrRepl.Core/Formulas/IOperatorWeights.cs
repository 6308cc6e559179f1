namespace SrRepl.Core;

/// <summary>
/// A weight for every operator: what a search counts as the complexity of each use of it, beside 1 for every variable and
/// constant. Cycles on a chip are one (<c>complexity = latency ap_fixed&lt;16,6&gt;</c>), as in the paper of hls4ml's symbolic expressions.
/// </summary>
public interface IOperatorWeights
{
    /// <summary>The operator's weight, at least 1.</summary>
    /// <exception cref="DiagnosticException">The operator has no weight here, since nothing can build it; ask before a search starts.</exception>
    int WeightOf(Operator op);

    /// <summary>The format of numbers that the weights are of; null where they are of none.</summary>
    INumberFormat? Format => null;
}
