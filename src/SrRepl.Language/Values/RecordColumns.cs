using System.Collections;
using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A list of records turned on its side: every field's values, in the rows' order.</summary>
/// <param name="Name">The field.</param>
/// <param name="Values">Its values, one a row.</param>
internal sealed record RecordColumns(string Name, object[] Values)
{
    /// <summary>The fields, in the first record's order; of C# objects the public properties.</summary>
    /// <param name="rows">The records.</param>
    /// <param name="usage">How the verb that asks is used, to hint at where there are no records.</param>
    /// <exception cref="DiagnosticException">There is no row, one is no record, or has other fields than the first.</exception>
    public static ImmutableArray<RecordColumns> Of(IEnumerable<object> rows, string usage)
    {
        var all = rows.Select(row => FieldsOf(row, usage)).ToArray();
        if (all.Length == 0 || all[0].Length == 0)
            throw new DiagnosticException(Errors.NoRowsToTable(usage));
        var columns = all[0].Select(field => new RecordColumns(field.Name, new object[all.Length])).ToImmutableArray();
        for (var row = 0; row < all.Length; row++)
        {
            var fields = all[row].ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
            if (fields.Count != columns.Length || columns.Any(column => !fields.ContainsKey(column.Name)))
                throw new DiagnosticException(Errors.UnevenTable(row + 1, Names(all[row]), Names(all[0])));
            foreach (var column in columns)
                column.Values[row] = fields[column.Name];
        }
        return columns;
    }

    private static string Names((string Name, object Value)[] fields) => string.Join(", ", fields.Select(field => field.Name));

    private static (string Name, object Value)[] FieldsOf(object row, string usage) => row switch
    {
        RecordValue record => [.. record.Fields.Select(field => (field.Name, field.Value))],
        double or bool or string or IEnumerable => throw new DiagnosticException(Errors.NoRecord(ValuePrinter.Print(row), usage)),
        _ => [.. row.GetType().GetProperties()
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract")
            .Select(property => (Members.CamelCase(property.Name), Import.From(property.GetValue(row))))],
    };
}
