using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware;

/// <summary>Turns formulas into a Kernel as the user asked: simplified or as written, in hls4ml's manner or typed per node.</summary>
public static class Quantizer
{
    private static readonly FixedType Default = new(16, 6);

    /// <summary>The Kernel of one formula or several, one output each.</summary>
    /// <exception cref="DiagnosticException">There is no formula, one cannot be built, or the error is out of reach.</exception>
    public static Kernel Quantize(IReadOnlyList<IFormula> formulas, QuantizeOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        if (formulas.Count == 0)
            throw new DiagnosticException(Errors.NothingToQuantize());
        if (!options.Inputs.IsEmpty)
            formulas = [new Rewritten(formulas[0].Formula, [.. options.Inputs.Union(formulas[0].Parameters)]), .. formulas.Skip(1)];
        IReadOnlyList<IFormula> ready = options.Simplify ? [.. formulas.Select(Simplified)] : formulas;
        ImmutableArray<Expr> given = [.. formulas.Select(formula => formula.Formula)];
        var mode = options.Mode ?? (options.MaxError is null ? QuantizeMode.Hls4ml : QuantizeMode.Typed);
        var kernel = mode == QuantizeMode.Typed ? Typed(ready, given, options, cancellation) : OneType(ready, options);
        return kernel with { Formulas = given, Options = options };
    }

    private static Kernel OneType(IReadOnlyList<IFormula> formulas, QuantizeOptions options)
    {
        var type = options.Type ?? Default;
        return Lowering.Lower(formulas, type, new OneTypePrecision(type), options.MathLibrary, options.Name);
    }

    private static Kernel Typed(
        IReadOnlyList<IFormula> formulas, ImmutableArray<Expr> given, QuantizeOptions options, CancellationToken cancellation)
    {
        if (options.On is not { Rows: > 0 } data || options.MaxError is not > 0)
            throw new DiagnosticException(Errors.TypedWantsData());
        IReadOnlyList<IFormula> written = [.. formulas.Select(formula => new Rewritten(Expansion.Of(formula.Formula), formula.Parameters))];
        return new WidthSearch(written, given, data, options.MaxError.Value, options, cancellation).Run();
    }

    // The ports stay those of the formula as given: an input that cancelled out is still a column of the data.
    private static IFormula Simplified(IFormula formula) => new Rewritten(Simplifier.Simplify(formula).Formula, formula.Parameters);

    private sealed record Rewritten(Expr Formula, ImmutableArray<string> Parameters) : IFormula;
}
