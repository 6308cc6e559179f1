using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Hardware;

/// <summary>The order of a Kernel's input ports.</summary>
internal static class Ports
{
    // A number beyond this is a name, not a column.
    private const int MostColumns = 4096;

    /// <summary>
    /// The formulas' parameters, the first formula's first; when all are called x and a number, in the order of the
    /// numbers, which is how PySR and hls4ml number a table's columns.
    /// </summary>
    public static ImmutableArray<string> Inputs(IReadOnlyList<IFormula> formulas)
    {
        ImmutableArray<string> names = [.. formulas.SelectMany(formula => formula.Parameters).Distinct()];
        return names.All(name => Number(name) is not null) ? [.. names.OrderBy(name => Number(name))] : names;
    }

    /// <summary>
    /// How many elements hls4ml's array x has that holds these inputs: one for every column up to the highest that is
    /// named by its number; null where an input has a name of its own.
    /// </summary>
    public static int? ArrayLength(IEnumerable<string> inputs)
    {
        var length = 0;
        foreach (var name in inputs)
        {
            if (Number(name) is not { } number || number >= MostColumns)
                return null;
            length = Math.Max(length, number + 1);
        }
        return length;
    }

    private static int? Number(string name) =>
        name.StartsWith('x') && int.TryParse(name.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
