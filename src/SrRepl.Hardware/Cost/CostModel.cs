using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>
/// What C synthesis would report of a Kernel, without running it: the passes of the tool, one after the other, on the circuit
/// that the Kernel's C++ comes down to.
/// </summary>
public static class CostModel
{
    /// <summary>Estimates area and time.</summary>
    /// <exception cref="DiagnosticException">No such device, a clock out of range, a function without figures.</exception>
    public static CostReport Estimate(Kernel kernel, CostOptions? options = null) => EstimateOn(CostTarget.Of(options), kernel);

    /// <summary>Estimates area and time for a target already worked out.</summary>
    /// <exception cref="DiagnosticException">A function without figures (SR4205).</exception>
    public static CostReport EstimateOn(CostTarget target, Kernel kernel)
    {
        var family = target.Device.Figures;
        var cells = Elaboration.Run(kernel);
        cells = SharedSines.Run(cells);
        cells = ConstantPropagation.Run(cells);
        cells = CommonFactors.Run(cells);
        cells = SignedDigits.Run(cells);
        cells = ConstantPropagation.Run(cells);
        cells = WidthTrimming.Run(cells);
        var macros = MacroMerging.PostAdders(cells, family.Macro);
        var ternaries = TernaryGrouping.Run(cells, macros);
        macros.MergePreAdders(ternaries);
        var instances = Binding.Run(cells, macros, ternaries, target);
        var schedule = Schedule.Run(cells, instances, target.UsableNs);
        var kept = PipelineRegisters.Run(cells, instances, schedule, family.ShiftRegister);
        return new CostAttribution(kernel, target, cells, instances, schedule, kept).Report();
    }
}
