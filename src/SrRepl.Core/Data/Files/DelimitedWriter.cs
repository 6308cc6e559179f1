using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace SrRepl.Core;

/// <summary>A table that was written.</summary>
/// <param name="File">Where it stands.</param>
/// <param name="Rows">How many rows it has below its header.</param>
/// <param name="Columns">How many columns.</param>
public sealed record WrittenFile(string File, int Rows, int Columns)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"wrote {File}: {Rows:N0} rows, {Columns} columns");
}

/// <summary>Writes a dataset as CSV or TSV, every number in the shortest form that reads back to the same double.</summary>
public static class DelimitedWriter
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes a file whole or not at all.</summary>
    /// <exception cref="DiagnosticException">No file is named, its name ends in no known format, or it cannot be written.</exception>
    public static WrittenFile Write(Dataset dataset, WriteOptions options)
    {
        if (string.IsNullOrEmpty(options.File))
            throw new DiagnosticException(Errors.NoFileNamed());
        var separator = DataFile.Format(options.File) switch
        {
            ".csv" => ',',
            ".tsv" or ".tab" => '\t',
            _ => throw new DiagnosticException(Errors.NotWritable(options.File)),
        };
        Column[] columns = [.. (options.Columns ?? [.. dataset.Columns.Select(column => column.Name)]).Select(name => dataset[name])];
        AtomicFile.Write(options.File, stream =>
        {
            if (!DataFile.IsCompressed(options.File))
            {
                WriteTo(stream, columns, separator);
                return;
            }
            using var packed = new GZipStream(stream, CompressionLevel.Optimal);
            WriteTo(packed, columns, separator);
        });
        return new(options.File, dataset.Rows, columns.Length);
    }

    private static void WriteTo(Stream stream, Column[] columns, char separator)
    {
        var cancellation = RunContext.Current.Cancellation;
        var buffer = new ArrayBufferWriter<byte>(FlushAt * 2);
        Append(buffer, string.Join(separator, columns.Select(column => Quote(column.Name, separator))));
        Append(buffer, "\n");
        var rows = columns.Length == 0 ? 0 : columns[0].Length;
        for (var row = 0; row < rows; row++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                Append(buffer, columns[c][row]);
                buffer.GetSpan(1)[0] = (byte)(c + 1 < columns.Length ? separator : '\n');
                buffer.Advance(1);
            }
            if (buffer.WrittenCount < FlushAt)
                continue;
            cancellation.ThrowIfCancellationRequested();
            stream.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }
        stream.Write(buffer.WrittenSpan);
    }

    private static string Quote(string name, char separator) =>
        name.AsSpan().IndexOfAny($"\"\r\n{separator}") >= 0 || name.Trim() != name
            ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : name;

    private static void Append(ArrayBufferWriter<byte> buffer, string text) => Encoding.UTF8.GetBytes(text, buffer);

    private static void Append(ArrayBufferWriter<byte> buffer, double value)
    {
        const int Longest = 32;
        if (double.IsInfinity(value))
        {
            Append(buffer, InfixPrinter.Number(value));
            return;
        }
        _ = value.TryFormat(buffer.GetSpan(Longest), out var written, "R", CultureInfo.InvariantCulture);
        buffer.Advance(written);
    }
}
