using System.Collections.Immutable;
using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware;

/// <summary>Turns formulas into a Kernel as the user asked: simplified or as written, in hls4ml's manner or typed per node.</summary>
public static class Quantizer
{
    /// <summary>The one type where none is given.</summary>
    internal static readonly FixedType Default = new(16, 6);

    // Rows that were not seen may be a little worse than those that were.
    private const double SafetyFactor = 0.9;

    /// <summary>The Kernel of one formula or several, one output each.</summary>
    /// <exception cref="DiagnosticException">There is no formula, one cannot be built, or the error is out of reach.</exception>
    public static Kernel Quantize(IReadOnlyList<IFormula> formulas, QuantizeOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new();
        if (formulas.Count == 0)
            throw new DiagnosticException(Errors.NothingToQuantize());
        if (!options.Inputs.IsEmpty)
            formulas = [new RewrittenFormula(formulas[0].Formula, [.. options.Inputs.Union(formulas[0].Parameters)]), .. formulas.Skip(1)];
        var ready = Ready(formulas, options, cancellation);
        ImmutableArray<Expr> given = [.. formulas.Select(formula => formula.Formula)];
        var kernel = options.IsTyped ? Search(ready, given, options, cancellation).Kernel : OneType(ready, options);
        return kernel with { Formulas = given, Options = options };
    }

    /// <summary>The formulas with given input ports.</summary>
    internal static IReadOnlyList<IFormula> WithInputs(ImmutableArray<Expr> formulas, ImmutableArray<string> inputs) =>
        [.. formulas.Select(formula => new RewrittenFormula(formula, [.. inputs.Union(formula.Variables())]))];

    /// <summary>The formulas simplified, if that is wanted.</summary>
    internal static IReadOnlyList<IFormula> Ready(IReadOnlyList<IFormula> formulas, QuantizeOptions options, CancellationToken cancellation) =>
        options.Simplify ? [.. formulas.Select(formula => Simplified(formula, cancellation))] : formulas;

    /// <summary>The formulas in the operators that types per node are chosen for.</summary>
    internal static IReadOnlyList<IFormula> Written(IReadOnlyList<IFormula> formulas, QuantizeOptions options) =>
        [.. formulas.Select(formula => new RewrittenFormula(Expansion.Of(formula.Formula), formula.Parameters))];

    /// <summary>The Kernel with types per node, and what was chosen for each.</summary>
    internal static (Kernel Kernel, WidthChoice Choice) Search(
        IReadOnlyList<IFormula> formulas, ImmutableArray<Expr> given, QuantizeOptions options, CancellationToken cancellation)
    {
        if (options.On is not { Rows: > 0 } data || options.MaxError is not > 0)
            throw new DiagnosticException(Errors.TypedWantsData());
        var (written, maxError) = (Written(formulas, options), options.MaxError.Value);
        if (!options.Proven)
            try
            {
                var inputs = formulas.SelectMany(formula => formula.Formula.Variables()).Concat(given.SelectMany(formula => formula.Variables())).Distinct();
                return new WidthSearch(written, given, Neighbourhood.Of(data, inputs), SafetyFactor * maxError, options, cancellation).Run();
            }
            catch (DiagnosticException failure) when (failure.Diagnostic.Number == Errors.ErrorOutOfReachNumber)
            {
                // Near some row it is too much to ask; on the rows themselves it may still be kept.
            }
        return new WidthSearch(written, given, data, maxError, options, cancellation).Run();
    }

    private static Kernel OneType(IReadOnlyList<IFormula> formulas, QuantizeOptions options)
    {
        var type = options.Type ?? Default;
        if (options.Mode == QuantizeMode.Hls4ml)
            formulas = [.. formulas.Select(formula => new RewrittenFormula(Hls4mlText.Of(formula.Formula), formula.Parameters))];
        return Lowering.Lower(formulas, type, new OneTypePrecision(type), options.MathLibrary, options.Name);
    }

    // The ports stay those of the formula as given: an input that cancelled out is still a column of the data.
    private static IFormula Simplified(IFormula formula, CancellationToken cancellation) =>
        new RewrittenFormula(Simplifier.Simplify(formula, new() { NewFunctions = false }, cancellation).Formula, formula.Parameters);
}
