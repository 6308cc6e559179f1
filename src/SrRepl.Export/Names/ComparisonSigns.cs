using System.Collections.Frozen;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>The signs of comparisons, which C++ and Verilog share.</summary>
public static class ComparisonSigns
{
    private static readonly FrozenDictionary<string, string> Signs = new Dictionary<string, string>
    {
        ["greater"] = ">",
        ["greater_equal"] = ">=",
        ["less"] = "<",
        ["less_equal"] = "<=",
        ["equal"] = "==",
        ["not_equal"] = "!=",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The sign of an operation of the kind <see cref="OperationKind.Compare"/>.</summary>
    public static string Of(Operation comparison) => Signs[comparison.Function!];
}
