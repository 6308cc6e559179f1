using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Language;

/// <summary>The verbs that say what a kernel or an operator costs on a chip.</summary>
public static class CostVerbs
{
    /// <summary>Estimates what synthesis would report of a kernel, operation by operation.</summary>
    [Verb("hardware", "estimates LUT, FF, DSP, BRAM and cycles of a kernel, operation by operation, as synthesis would report them", Example = "kernel |> cost { device = \"pynq-z2\"; clock = 100<MHz> }")]
    public static CostReport Cost(this Kernel kernel, CostOptions? options = null) => CostModel.Estimate(kernel, options);

    /// <summary>The area of every operator at a type, as weights: look-up tables, a DSP macro and a memory block counting as many as the device has for one.</summary>
    [Verb("hardware", "estimates LUT, FF, DSP, BRAM and cycles of a kernel, operation by operation, as synthesis would report them", Example = "best |> simplify { for = cost ap_fixed<16,6> }")]
    public static OperatorCost Cost(this FixedType type, CostOptions? options = null) =>
        new(type, CostMeasure.Area, CostTarget.Of(options));

    /// <summary>The cycles of every operator at a type, as weights for a search's complexity.</summary>
    [Verb("hardware", "gives the cycles of every operator at a type, as a search's complexity", Example = "jets |> evolve { complexity = latency ap_fixed<16,6> }")]
    public static OperatorCost Latency(this FixedType type, CostOptions? options = null) =>
        new(type, CostMeasure.Latency, CostTarget.Of(options));

    /// <summary>The look-up tables of every operator at a type, as weights for a search's complexity.</summary>
    [Verb("hardware", "makes a table of a function, or gives the look-up tables of every operator at a type as a search's complexity", Example = "jets |> evolve { complexity = lut ap_fixed<16,6> }")]
    public static OperatorCost Lut(this FixedType type, CostOptions? options = null) =>
        new(type, CostMeasure.Lut, CostTarget.Of(options));

    /// <summary>The kernels of a formula within an error and a latency that no other one beats in area and time.</summary>
    /// <exception cref="DiagnosticException">No data or no error is given, or nothing stays within them.</exception>
    [Verb("hardware", "tries types, tables and rewritings of a formula and gives the kernels within an error and a latency that no other one beats", Example = "best |> cheapest { on = train; maxError = 0.01; maxLatency = 20<ns> }")]
    public static CheapestKernels Cheapest(this IFormula formula, CheapestOptions options) =>
        BudgetSearch.Run(formula, options, RunContext.Current.Cancellation);

    /// <summary>The devices that costs can be estimated for.</summary>
    [Verb("hardware", "lists the devices that costs can be estimated for", Example = "devices")]
    public static DeviceList Devices() => new();
}
