using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Makes the table that <c>lut</c> was asked for.</summary>
public static class TableMaker
{
    private const double DefaultReach = 8;
    private const int DefaultSize = 1024;

    /// <summary>The table of a function of one argument.</summary>
    /// <exception cref="DiagnosticException">The function takes several arguments, the range is empty, the size is out of
    /// bounds, or no table reaches the error.</exception>
    public static TableOperator Make(Operator function, LutOptions? options = null)
    {
        options ??= new();
        if (function.Arity != 1)
            throw new DiagnosticException(Errors.TableArity(function.Name, function.Arity));
        var name = options.Name ?? $"{function.Name}_lut";
        var (from, to) = Range(function, options);
        if (options.MaxError is { } maxError)
            return TableDesign.Find(name, function, from, to, maxError, options);
        return new(name, function, from, to, options.Size ?? DefaultSize)
        {
            Sampling = options.Sampling ?? Sampling.LeftEdge,
            Interpolate = options.Interpolate ?? false,
            EntryType = options.Type,
            Symmetry = options.Symmetry ?? Symmetry.None,
        };
    }

    private static (double From, double To) Range(Operator function, LutOptions options)
    {
        if (options.On is not { } data)
            return (options.From ?? -DefaultReach, options.To ?? DefaultReach);
        var seen = Interval.Empty;
        foreach (var name in function is DefinedOperator { Parameters: [var parameter] } && data.Has(parameter) ? [parameter] : data.Features)
            seen = seen.Union(ObservedRange.Of(data[name]));
        // Outward to a coarse binary grid, so that bounds and step are exact in fixed point; the largest value is inside.
        var grid = Math.ScaleB(1, Math.ILogB(Math.Max(seen.High - seen.Low, double.Epsilon)) - 5);
        return (options.From ?? Math.Floor(seen.Low / grid) * grid, options.To ?? (Math.Floor(seen.High / grid) + 1) * grid);
    }
}
