using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware;

/// <summary>Turns formulas into a Kernel as the user asked: simplified or as written, in hls4ml's manner or typed per node.</summary>
public static class Quantizer
{
    /// <summary>The Kernel of one formula or several, one output each.</summary>
    /// <exception cref="DiagnosticException">There is no formula, or one cannot be built.</exception>
    public static Kernel Quantize(IReadOnlyList<IFormula> formulas, QuantizeOptions? options = null)
    {
        options ??= new();
        if (formulas.Count == 0)
            throw new DiagnosticException(Errors.NothingToQuantize());
        IReadOnlyList<IFormula> ready = options.Simplify ? [.. formulas.Select(Simplified)] : formulas;
        var kernel = Lowering.Lower(ready, options.Type, new OneTypePrecision(options.Type), options.MathLibrary, options.Name);
        return kernel with { Formulas = [.. formulas.Select(formula => formula.Formula)] };
    }

    // The ports stay those of the formula as given: an input that cancelled out is still a column of the data.
    private static IFormula Simplified(IFormula formula) => new Reduced(Simplifier.Simplify(formula).Formula, formula.Parameters);

    private sealed record Reduced(Expr Formula, ImmutableArray<string> Parameters) : IFormula;
}
