namespace SrRepl.Core;

/// <summary>
/// A format of numbers that formulas can be computed in on a chip, such as ap_fixed&lt;16,6&gt;: how a search that knows nothing
/// of hardware asks what the chip would give, and what it would cost.
/// </summary>
public interface INumberFormat
{
    /// <summary>A chip that computes in this format.</summary>
    /// <param name="choice">Which chip, how fast, and where its functions come from.</param>
    /// <exception cref="DiagnosticException">There is no such device, clock or library.</exception>
    IChip On(ChipChoice choice);
}

/// <summary>Which chip a formula is meant for; null where the default is.</summary>
/// <param name="Device">A device, board, part or data file.</param>
/// <param name="Clock">The clock period in ns.</param>
/// <param name="MathLibrary">Where functions come from, as quantize names it.</param>
public sealed record ChipChoice(string? Device = null, double? Clock = null, string? MathLibrary = null);

/// <summary>A chip that computes in one format of numbers. Any number of threads may ask it at once.</summary>
public interface IChip
{
    /// <summary>Usable ns of a clock period: delays within a cycle add up to at most this.</summary>
    double UsableNs { get; }

    /// <summary>Whether its type has a value near a constant: neither 0 nor beyond its range.</summary>
    bool Holds(double constant);

    /// <summary>What a formula costs as a kernel of its own; null where none can be built.</summary>
    ChipCost? CostOf(Expr formula);

    /// <summary>
    /// About what one use of an operator adds: its own part of the cost, <see cref="ChipCost.Ns"/> the time along a path
    /// through it.
    /// </summary>
    /// <param name="op">The operator.</param>
    /// <param name="byConstant">Whether one of two operands is a constant.</param>
    /// <exception cref="DiagnosticException">Nothing can be built of the operator.</exception>
    ChipCost ShareOf(Operator op, bool byConstant);

    /// <summary>What runs formulas on the rows of a dataset; one a thread.</summary>
    IChipRun Over(Dataset data);
}

/// <summary>Runs formulas on the rows of one dataset exactly as the chip would.</summary>
public interface IChipRun
{
    /// <summary>Computes a formula's value in every row; false where no kernel can be built of it, or a divisor is 0.</summary>
    bool TryRun(Expr formula, Span<double> values);
}
