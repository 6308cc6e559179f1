using System.Collections.Immutable;
using System.IO.Compression;

namespace SrRepl.Core;

/// <summary>
/// Reads NumPy's arrays: one axis is a column, two are rows and columns, a record type names its columns; an archive of arrays
/// (.npz) gives the columns of all, named by array.
/// </summary>
internal static class NumpyReader
{
    private const int RowsAtOnce = 1024;

    /// <summary>Reads one array; columns without names are x0, x1, ...</summary>
    /// <exception cref="DiagnosticException">No array of numbers with one or two axes, or a value is missing.</exception>
    public static Dataset ReadArray(Stream stream, string file, ReadOptions options) =>
        ToDataset(ReadColumns(stream, file, options.Single, i => $"x{i ?? 0}"), file, options);

    /// <summary>Reads an archive; the columns of array a are a, or a_0, a_1, ...</summary>
    /// <exception cref="DiagnosticException">An array is no table, or arrays have different numbers of rows.</exception>
    public static Dataset ReadArchive(Stream stream, string file, ReadOptions options)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var columns = new List<ArrayColumn>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".npy", StringComparison.OrdinalIgnoreCase)))
        {
            var name = entry.FullName[..^".npy".Length];
            using var content = entry.Open();
            columns.AddRange(ReadColumns(content, $"{file}/{name}", options.Single, i => i is null ? name : $"{name}_{i}"));
        }
        var first = columns.FirstOrDefault();
        foreach (var column in columns)
            if (column.Rows != first!.Rows)
                throw new DiagnosticException(Errors.UnequalArrays(file, first.Name, first.Rows, column.Name, column.Rows));
        return ToDataset(columns, file, options);
    }

    private sealed record ArrayColumn(string Name, int Rows, ColumnBuilder? Values);

    private static List<ArrayColumn> ReadColumns(Stream stream, string file, bool single, Func<int?, string> nameOf)
    {
        try
        {
            var header = NpyHeader.Read(stream, file);
            if (header.Shape.Length is not (1 or 2) || (header.Shape.Length == 2 && header.Fields.Length > 1))
                throw new DiagnosticException(Errors.BadArrayShape(file, header.Shape));
            var (rows, width) = (header.Shape[0], header.Shape.Length == 2 ? header.Shape[1] : 1);
            var alone = width == 1;
            ImmutableArray<NpyField> fields = header.Shape.Length == 2
                ? [.. Enumerable.Range(0, width).Select(i => new NpyField(nameOf(alone ? null : i), header.Fields[0].Type))]
                : [.. header.Fields.Select(field => field with { Name = field.Name.Length > 0 ? field.Name : nameOf(null) })];
            var columns = fields.Select(field => new ArrayColumn(field.Name, rows, field.Type.Decode is null ? null : new ColumnBuilder(single))).ToList();
            if (header.ColumnMajor)
                for (var c = 0; c < fields.Length; c++)
                    Fill(stream, file, [fields[c]], [columns[c]]);
            else
                Fill(stream, file, fields, columns);
            return columns;
        }
        catch (EndOfStreamException failure)
        {
            throw new DiagnosticException(Errors.BadArray(file, "it ends too early"), failure);
        }
    }

    private static void Fill(Stream stream, string file, ImmutableArray<NpyField> fields, List<ArrayColumn> columns)
    {
        var cancellation = RunContext.Current.Cancellation;
        var size = fields.Sum(field => field.Type.Size);
        var buffer = new byte[RowsAtOnce * size];
        for (var start = 0; start < columns[0].Rows; start += RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(RowsAtOnce, columns[0].Rows - start);
            var bytes = buffer.AsSpan(0, count * size);
            stream.ReadExactly(bytes);
            for (var row = 0; row < count; row++)
                for (var c = 0; c < fields.Length; c++)
                {
                    var type = fields[c].Type;
                    if (columns[c].Values is { } values)
                        values.Append(Present(type.Read(bytes), file, fields[c].Name, start + row));
                    bytes = bytes[type.Size..];
                }
        }
    }

    private static double Present(double value, string file, string column, int row) =>
        double.IsNaN(value) ? throw new DiagnosticException(Errors.MissingValueInRow(file, column, row)) : value;

    private static Dataset ToDataset(List<ArrayColumn> columns, string file, ReadOptions options)
    {
        ImmutableArray<string> names = [.. columns.Select(column => column.Name)];
        foreach (var wanted in options.Columns ?? [])
            if (!names.Contains(wanted))
                throw new DiagnosticException(Errors.UnknownColumn(wanted, names));
        ImmutableArray<Column> numbers =
        [
            .. (options.Columns ?? names).Select(name => columns.First(column => column.Name == name))
                .Where(column => column.Values is not null)
                .Select(column => column.Values!.ToColumn(column.Name)),
        ];
        if (numbers.IsEmpty)
            throw new DiagnosticException(Errors.NoNumbers(file));
        if (numbers[0].Length == 0)
            throw new DiagnosticException(Errors.NoRows(file));
        ColumnNames.RequireDistinct(file, numbers);
        return new Dataset(numbers) { TextColumns = [.. columns.Where(column => column.Values is null).Select(column => column.Name)] };
    }
}
