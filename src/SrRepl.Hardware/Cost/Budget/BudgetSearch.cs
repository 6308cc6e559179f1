using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Rewriting;

namespace SrRepl.Hardware;

/// <summary>
/// Tries ways of building one formula, each with the narrowest types whose every emulated row stays within the error, and
/// keeps those that no other one beats.
/// </summary>
public sealed class BudgetSearch
{
    private const int FewestIntegerBits = 2;
    private const int IntegerBitsTried = 4;
    private const int RowsOfFirstLook = 64;
    private const int NarrowestEver = 4;
    private const int WidestEver = 32;

    // A bit more can be cheaper: a product of 10 bits is LUTs, one of 11 a macro, and a constant may have fewer digits.
    private const int WidthsKept = 4;

    private sealed record Written(Expr Formula, ImmutableArray<string> Parameters) : IFormula;

    private readonly IFormula _formula;
    private readonly Dataset _data;
    private readonly Dataset _firstLook;
    private readonly CheapestOptions _options;
    private readonly double _maxError;
    private readonly CancellationToken _cancellation;
    private double _nearest = double.PositiveInfinity;

    private BudgetSearch(IFormula formula, Dataset data, double maxError, CheapestOptions options, CancellationToken cancellation)
    {
        _formula = formula;
        _data = data;
        _maxError = maxError;
        _options = options;
        _cancellation = cancellation;
        _firstLook = data.TakeRows([.. Enumerable.Range(0, Math.Min(RowsOfFirstLook, data.Rows)).Select(i => (int)((long)i * data.Rows / Math.Min(RowsOfFirstLook, data.Rows)))]);
    }

    /// <summary>The kernels within the budget that no other one beats.</summary>
    /// <exception cref="DiagnosticException">No data or no error is given, a width that cannot be tried, or nothing stays within the budget (SR4206, SR3008, SR4207).</exception>
    public static CheapestKernels Run(IFormula formula, CheapestOptions options, CancellationToken cancellation = default)
    {
        if (options.On is not { Rows: > 0 } data || options.MaxError is not > 0)
            throw new DiagnosticException(Errors.CheapestWantsData());
        if (options.MaxWidth is < NarrowestEver or > WidestEver)
            throw new DiagnosticException(Errors.BadOption("maxWidth", options.MaxWidth.ToString(CultureInfo.InvariantCulture), $"it must be from {NarrowestEver} to {WidestEver}"));
        var search = new BudgetSearch(formula, data, options.MaxError.Value, options, cancellation);
        var found = search.Find();
        return found.Count > 0
            ? new(found)
            : throw new DiagnosticException(Errors.NothingInBudget(options.MaxError.Value, search._nearest, options.MaxLatency));
    }

    private List<CheapKernel> Find()
    {
        var target = _options.Target;
        var found = new List<CheapKernel>();
        foreach (var (name, written) in Writings())
            foreach (var form in FunctionForms.Of(name, written, _data))
                foreach (var kernel in Narrowest(form))
                    Add(kernel, form.Name);
        if (PerNode() is { } typed)
            Add(typed, "quantize { maxError }");
        return found;

        void Add((Kernel Kernel, double Error) kernel, string form)
        {
            var cost = CostModel.EstimateOn(target, kernel.Kernel);
            if (!(cost.Ns > _options.MaxLatency))
                found.Add(new(kernel.Kernel, form, cost, kernel.Error));
        }
    }

    // The widths that quantize finds for every node within the same error, emulated once more here as every kernel is.
    private (Kernel Kernel, double Error)? PerNode()
    {
        try
        {
            var kernel = Quantizer.Quantize(
                [_formula], new() { Mode = QuantizeMode.Typed, On = _data, MaxError = _maxError, Device = _options.Device, Clock = _options.Clock }, _cancellation);
            var error = Error(kernel, _data);
            return error <= _maxError ? (kernel, error) : null;
        }
        catch (DiagnosticException)
        {
            // Out of reach for types per node; the other ways may still have been within it.
            return null;
        }
    }

    private IEnumerable<(string Name, Expr Formula)> Writings()
    {
        yield return ("as written", _formula.Formula);
        var simple = Simplifier.Simplify(_formula, new() { NewFunctions = false }, _cancellation).Formula;
        if (simple != _formula.Formula)
            yield return ("simplified", simple);
    }

    // For each number of integer bits from what inputs and outputs need, the fewest fraction bits within the error, and a few more.
    private IEnumerable<(Kernel Kernel, double Error)> Narrowest(FunctionForm form)
    {
        var first = IntegerBits();
        for (var integer = first; integer < first + IntegerBitsTried; integer++)
            for (var (width, kept) = (integer + 1, 0); width <= _options.MaxWidth && kept < WidthsKept; width++)
            {
                _cancellation.ThrowIfCancellationRequested();
                if (Within(form, new(width, integer)) is not { } kernel)
                    continue;
                kept++;
                yield return kernel;
            }
    }

    private int IntegerBits()
    {
        var largest = _formula.Parameters.Select(name => Largest(_data[name])).Append(Largest(_formula.Formula.Evaluate(_data))).Max();
        return !double.IsFinite(largest) || largest == 0 ? FewestIntegerBits : Math.Max(FewestIntegerBits, Math.ILogB(largest) + 2);
    }

    private static double Largest(Column column)
    {
        var largest = 0.0;
        for (var row = 0; row < column.Length; row++)
            if (double.IsFinite(column[row]))
                largest = Math.Max(largest, Math.Abs(column[row]));
        return largest;
    }

    private (Kernel Kernel, double Error)? Within(FunctionForm form, FixedType type)
    {
        try
        {
            var kernel = Lowering.Lower([new Written(form.Formula, _formula.Parameters)], type, new OneTypePrecision(type), form.Library) with { Formulas = [_formula.Formula] };
            if (Error(kernel, _firstLook) > _maxError)
                return null;
            var error = Error(kernel, _data);
            return error <= _maxError ? (kernel, error) : null;
        }
        catch (DiagnosticException)
        {
            // A table or a function that cannot be built at this type, or a division that meets 0 there, is no candidate.
            return null;
        }
    }

    private double Error(Kernel kernel, Dataset data)
    {
        var error = Agreement.Worst(kernel, [_formula], data, _cancellation).Error;
        if (data == _data)
            _nearest = Math.Min(_nearest, error);
        return error;
    }
}
