using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>A device that computes in one fixed-point type, in hls4ml's manner: what a search scores and prices its candidates with.</summary>
internal sealed class FixedChip(FixedType type, CostTarget target, MathLibrary library) : IChip
{
    /// <inheritdoc/>
    public double UsableNs => target.UsableNs;

    /// <summary>The chip of a type.</summary>
    /// <exception cref="DiagnosticException">There is no such device, clock or library.</exception>
    public static FixedChip Of(FixedType type, ChipChoice choice)
    {
        var defaults = new CostOptions();
        var library = MathLibrary.Own;
        if (choice.MathLibrary is { } named)
        {
            var known = Enum.GetNames<MathLibrary>();
            library = Array.Find(known, name => Nearest.Fold(name) == Nearest.Fold(named)) is { } name
                ? Enum.Parse<MathLibrary>(name)
                : throw new DiagnosticException(Errors.BadOption("mathLibrary", named, "it is one of \"own\", \"hls_math\", \"nnet\""));
        }
        return new(type, CostTarget.Of(defaults with { Device = choice.Device ?? defaults.Device, Clock = choice.Clock ?? defaults.Clock }), library);
    }

    /// <inheritdoc/>
    public bool Holds(double constant) => type.Range.Contains(constant) && Math.Abs(constant) >= Math.ScaleB(1, -type.Fraction);

    /// <inheritdoc/>
    public ChipCost? CostOf(Expr formula)
    {
        try
        {
            return CostModel.EstimateOn(target, Kernel(formula)).Total;
        }
        catch (DiagnosticException)
        {
            // An intermediate result wider than can be built, a constant that is no number: no kernel, so no cost.
            return null;
        }
    }

    /// <inheritdoc/>
    public ChipCost ShareOf(Operator op, bool byConstant)
    {
        var arguments = Enumerable.Range(0, op.Arity).Select(i => (Expr)new Variable("x" + i)).ToArray();
        if (byConstant && arguments.Length > 0)
            arguments[^1] = new Constant(TypicalConstant);
        var report = CostModel.EstimateOn(target, Kernel(op.Of([.. arguments])));
        var rows = report.Rows.Where(row => row.Index >= 0).ToArray();
        var ns = report.Latency == 0 ? report.EstimatedClock : report.Latency * target.UsableNs;
        return new(rows.Sum(row => row.Lut), rows.Sum(row => row.Ff), report.Dsp, report.Bram, report.Cycles, ns);
    }

    /// <inheritdoc/>
    public IChipRun Over(Dataset data) => new Run(this, data);

    // A third has no short form in signed digits, as most constants do not.
    private const double TypicalConstant = 1.0 / 3;

    private Kernel Kernel(Expr formula) => Lowering.Lower([formula], type, new OneTypePrecision(type), library);

    private sealed class Run(FixedChip chip, Dataset data) : IChipRun
    {
        public bool TryRun(Expr formula, Span<double> values)
        {
            try
            {
                Emulator.Run(chip.Kernel(formula), data).Columns[0].CopyTo(0, values[..data.Rows]);
                return true;
            }
            catch (DiagnosticException)
            {
                // No kernel, or a divisor of 0 in some row: the chip gives no value to score.
                return false;
            }
        }
    }
}
