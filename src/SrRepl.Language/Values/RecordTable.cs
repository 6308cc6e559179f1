using System.Collections;
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
        var all = rows.Select(FieldsOf).ToArray();
        if (all.Length == 0 || all[0].Length == 0)
            throw new DiagnosticException(Errors.NoRowsToTable());
        var names = all[0].Select(field => field.Name).ToArray();
        for (var i = 1; i < all.Length; i++)
            if (!all[i].Select(field => field.Name).SequenceEqual(names, StringComparer.Ordinal))
                throw new DiagnosticException(Errors.UnevenTable(i + 1, string.Join(", ", all[i].Select(field => field.Name)), string.Join(", ", names)));
        var table = new TextTable([.. names.Select((name, i) => all.Any(row => row[i].Value is double) ? ">" + name : name)]);
        foreach (var row in all)
            table.Add([.. row.Select(field => Cell(field.Value, options.Digits))]);
        return table;
    }

    private static (string Name, object Value)[] FieldsOf(object row) => row switch
    {
        RecordValue record => [.. record.Fields.Select(field => (field.Name, field.Value))],
        IDictionary or string => [],
        _ => [.. row.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
            .Select(property => (Members.CamelCase(property.Name), Import.From(property.GetValue(row))))],
    };

    // Whole numbers in full: a count of look-up tables is no measurement.
    private static string Cell(object value, int digits) => value switch
    {
        double number when number == Math.Floor(number) && Math.Abs(number) < 1e15 => InfixPrinter.Number(number),
        double number => number.ToString("G" + Math.Clamp(digits, 1, 17).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal),
        _ => ValuePrinter.Plain(value),
    };
}
