using System.Collections.Immutable;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>A list of records as a dataset: a column a field.</summary>
internal static class RecordDataset
{
    private const string Usage = "read \"file.csv\", or read [{ x = 1; y = 2 }; { x = 2; y = 3 }]";

    /// <summary>The dataset; true counts as 1, false as 0, and fields that hold texts throughout are left out, as of a file.</summary>
    /// <exception cref="DiagnosticException">
    /// There is no row or no number, a row has other fields than the first, a value is none, an option names a column that is
    /// not there, or is one of files.
    /// </exception>
    public static Dataset Of(IEnumerable<object> rows, ReadOptions options)
    {
        if (options.Separator is not null || options.Header is not null)
            throw new DiagnosticException(Errors.OptionOfFiles(options.Header is null ? "separator" : "header"));
        var fields = RecordColumns.Of(rows, Usage).ToDictionary(field => field.Name, StringComparer.Ordinal);
        foreach (var name in (options.Columns ?? []).Append(options.Classes).OfType<string>())
            if (!fields.ContainsKey(name))
                throw new DiagnosticException(Errors.UnknownColumn(name, [.. fields.Keys]));
        var wanted = (options.Columns ?? [.. fields.Keys]).Where(name => name != options.Classes).Select(name => fields[name]).ToArray();
        var texts = wanted.Where(field => field.Values.All(value => value is string)).ToArray();
        ImmutableArray<Column> inputs = [.. wanted.Except(texts).Select(field => ColumnOf(field, options.Single))];
        ImmutableArray<Column> classes = options.Classes is { } of ? [.. ClassesOf(fields[of])] : [];
        if (inputs.IsEmpty && classes.IsEmpty)
            throw new DiagnosticException(Errors.NoRowsToTable(Usage));
        return new([.. inputs, .. classes]) { Features = [.. inputs.Select(column => column.Name)], TextColumns = [.. texts.Select(field => field.Name)] };
    }

    private static Column ColumnOf(RecordColumns field, bool single)
    {
        var numbers = field.Values.Select((value, row) => value switch
        {
            double number => number,
            bool truth => truth ? 1 : 0,
            var other => throw new DiagnosticException(Errors.NoNumberInRow(row + 1, field.Name, ValuePrinter.Print(other))),
        });
        return single ? new(field.Name, numbers.Select(number => (float)number).ToArray()) : new(field.Name, numbers.ToArray());
    }

    private static IEnumerable<Column> ClassesOf(RecordColumns field)
    {
        var names = field.Values.Select(ValuePrinter.Plain).ToArray();
        return names.Distinct().Order(StringComparer.Ordinal)
            .Select(of => new Column($"is_{of}", names.Select(name => name == of ? 1.0 : -1).ToArray()));
    }
}
