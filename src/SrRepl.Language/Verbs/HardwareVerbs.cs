using SrRepl.Core;
using SrRepl.Hardware;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>The verbs of fixed point: from a formula to what the chip computes.</summary>
public static class HardwareVerbs
{
    /// <summary>A function of one argument as a table that stands wherever an operator can.</summary>
    /// <exception cref="DiagnosticException">The function takes several arguments, the range is empty, or the size is out of bounds.</exception>
    [Verb("hardware", "makes a table of a function of one argument, usable wherever a function is", Example = "let sinL = lut sin { from = -8; to = 8; size = 256 }")]
    public static TableOperator Lut(this Operator function, LutOptions? options = null) => TableMaker.Make(function, options);

    /// <summary>The formula in fixed point.</summary>
    /// <exception cref="DiagnosticException">An operator has no hardware form, or a constant is no number.</exception>
    [Verb("hardware", "turns a formula into the fixed-point kernel that the chip computes", Example = "best |> quantize ap_fixed<16,6>")]
    public static Kernel Quantize(this IFormula formula, QuantizeOptions? options = null) => Quantizer.Quantize([formula], options, RunContext.Current.Cancellation);

    /// <summary>Several formulas as one Kernel, an output each; inputs are matched by name.</summary>
    /// <exception cref="DiagnosticException">There is no formula, an operator has no hardware form, or a constant is no number.</exception>
    [Verb("hardware", "turns formulas into one fixed-point kernel with an output for each", Example = "[f; g] |> quantize ap_fixed<16,6>")]
    public static Kernel Quantize(this IEnumerable<IFormula> formulas, QuantizeOptions? options = null) => Quantizer.Quantize([.. formulas], options, RunContext.Current.Cancellation);

    /// <summary>The Kernel with its constants fitted through the emulator to the dataset's target, or to its own formulas where there is none.</summary>
    /// <exception cref="DiagnosticException">No dataset, an unknown loss, several outputs for one target, or the Kernel cannot run on the data.</exception>
    [Verb("hardware", "fits the constants of a kernel in fixed point, through the emulator", Example = "kernel |> fit { on = train; fixed = true }")]
    public static Kernel Fit(this Kernel kernel, FitOptions? options = null)
    {
        options ??= new();
        var data = options.On ?? throw new DiagnosticException(Errors.DatasetWanted("fit"));
        return FixedFit.Fit(kernel, data, rows => new OutputLoss(rows, kernel.Formulas, options.Loss).Of, RunContext.Current.Cancellation);
    }

    /// <summary>The proven and observed range of every operation, and what they warn of.</summary>
    /// <exception cref="DiagnosticException">A column is missing, or a value is no number.</exception>
    [Verb("hardware", "shows the proven and the observed range of every operation and warns of overflow, division through zero and domains", Example = "kernel |> ranges train")]
    public static RangeReport Ranges(this Kernel kernel, RangesOptions? options = null) =>
        RangeAnalysis.Report(kernel, options?.On, RunContext.Current.Cancellation);

    /// <summary>Why every operation has its type, what its rounding does to the outputs, and how far they can be from the formula.</summary>
    /// <exception cref="DiagnosticException">A column is missing, or the drawing cannot be written.</exception>
    [Verb("hardware", "explains type, range, rounding and share of the error of every operation, as a table and a drawing, and bounds the error", Example = "kernel |> explain { file = \"build/kernel.svg\" }")]
    public static Explanation Explain(this Kernel kernel, ExplainOptions? options = null) =>
        Explanation.Of(kernel, options?.On).SavedAs(options?.File);

    /// <summary>The outputs as the chip computes them, bit for bit: one column an output.</summary>
    /// <exception cref="DiagnosticException">No dataset, a column is missing, a value is no number, or a divisor is 0.</exception>
    [Verb("hardware", "runs a kernel on a dataset exactly as the chip would, one column an output", Example = "kernel |> emulate test |> write \"y.csv\"")]
    public static Dataset Emulate(this Kernel kernel, EmulateOptions? options = null) =>
        Emulator.Run(kernel, options?.On ?? throw new DiagnosticException(Errors.DatasetWanted("emulate")), RunContext.Current.Cancellation);

    /// <summary>Whether the outputs stay near the formula's in double precision on every row; the worst row is named where they do not.</summary>
    /// <exception cref="DiagnosticException">No dataset, or the Kernel cannot run on it.</exception>
    [Verb("hardware", "tells whether a kernel's outputs stay within a distance of the formula on every row, and names the worst row when not", Example = "assert (kernel |> agrees { with = best; on = test; within = 0.01 })")]
    public static bool Agrees(this Kernel kernel, AgreesOptions? options = null)
    {
        options ??= new();
        var data = options.On ?? throw new DiagnosticException(Errors.DatasetWanted("agrees"));
        var formulas = options.With.IsEmpty ? [.. kernel.Formulas] : options.With;
        var worst = Agreement.Worst(kernel, formulas, data, RunContext.Current.Cancellation);
        if (worst.Error <= options.Within)
            return true;
        RunContext.Current.Error.WriteLine(worst);
        return false;
    }
}
