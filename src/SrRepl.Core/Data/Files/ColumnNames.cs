using System.Collections.Immutable;
using System.Text;

namespace SrRepl.Core;

/// <summary>The names of a file's columns: each there, each once.</summary>
internal static class ColumnNames
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The names a header line holds.</summary>
    /// <exception cref="DiagnosticException">An empty name, one that occurs twice, or bytes that are no UTF-8.</exception>
    public static ImmutableArray<string> FromHeader(in RecordView header, ImmutableArray<Cell> cells)
    {
        var names = ImmutableArray.CreateBuilder<string>(cells.Length);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            RequireUtf8(header, cell);
            var name = cell.TextIn(header.Bytes).Trim();
            if (name.Length == 0)
                throw new DiagnosticException(Errors.EmptyName(names.Count + 1).At(header.PlaceOf(cell)));
            if (!seen.Add(name))
                throw new DiagnosticException(Errors.DuplicateName(name).At(header.PlaceOf(cell)));
            names.Add(name);
        }
        return names.MoveToImmutable();
    }

    /// <summary>Refuses columns of one name, which classes and archives can bring about.</summary>
    /// <exception cref="DiagnosticException">Two columns have one name.</exception>
    public static void RequireDistinct(string file, IEnumerable<Column> columns)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
            if (!seen.Add(column.Name))
                throw new DiagnosticException(Errors.DuplicateName(column.Name).At(new Place(file, 1, 1)));
    }

    private static void RequireUtf8(in RecordView header, Cell cell)
    {
        try
        {
            _ = Strict.GetCharCount(header.Bytes.Slice(cell.Start, cell.Length));
        }
        catch (DecoderFallbackException)
        {
            throw new DiagnosticException(Errors.NotUtf8().At(header.PlaceOf(cell)));
        }
    }
}
