using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The order of a Kernel's input ports.</summary>
internal static class Ports
{
    /// <summary>
    /// The formulas' parameters, the first formula's first; when all are called x and a number, in the order of the
    /// numbers, which is how PySR and hls4ml number a table's columns.
    /// </summary>
    public static ImmutableArray<string> Inputs(IReadOnlyList<IFormula> formulas)
    {
        ImmutableArray<string> names = [.. formulas.SelectMany(formula => formula.Parameters).Distinct()];
        return names.All(name => Number(name) is not null) ? [.. names.OrderBy(name => Number(name))] : names;
    }

    private static int? Number(string name) =>
        name.StartsWith('x') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
