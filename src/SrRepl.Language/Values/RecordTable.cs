using System.Globalization;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>How a list of records is written as a table.</summary>
public sealed record TableOptions
{
    /// <summary>Significant digits of numbers.</summary>
    [Option("significant digits of numbers", Bare = true)]
    public int Digits { get; init; } = 4;
}

/// <summary>A list of records as a table: a column a field, numbers to the right.</summary>
internal static class RecordTable
{
    /// <summary>The table.</summary>
    /// <exception cref="DiagnosticException">There is no row, or one has other fields than the first.</exception>
    public static TextTable Of(IEnumerable<object> rows, TableOptions options)
    {
        var fields = RecordColumns.Of(rows, "table [{ x = 1; y = 2 }; { x = 2; y = 3 }]");
        var table = new TextTable([.. fields.Select(field => field.Values.Any(value => value is double) ? ">" + field.Name : field.Name)]);
        for (var row = 0; row < fields[0].Values.Length; row++)
            table.Add([.. fields.Select(field => Cell(field.Values[row], options.Digits))]);
        return table;
    }

    // Whole numbers in full: a count of look-up tables is no measurement.
    private static string Cell(object value, int digits) => value switch
    {
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => InfixPrinter.Number(number),
        double number => number.ToString("G" + Math.Clamp(digits, 1, 17).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal),
        _ => ValuePrinter.Plain(value),
    };
}
