using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>Makes the table that <c>lut</c> was asked for.</summary>
public static class TableMaker
{
    /// <summary>The table of a function of one argument.</summary>
    /// <exception cref="DiagnosticException">The function takes several arguments, the range is empty, or the size is out of bounds.</exception>
    public static TableOperator Make(Operator function, LutOptions? options = null)
    {
        options ??= new();
        return new(options.Name ?? $"{function.Name}_lut", function, options.From, options.To, options.Size)
        {
            Sampling = options.Sampling,
            Interpolate = options.Interpolate,
            EntryType = options.Type,
        };
    }
}
