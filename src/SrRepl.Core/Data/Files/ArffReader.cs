using System.Collections.Immutable;
using System.Text;

namespace SrRepl.Core;

/// <summary>
/// Reads Weka's attribute-relation files, as OpenML gives them: attributes of numbers become columns, others are text. Dense rows only.
/// </summary>
internal static class ArffReader
{
    private static readonly CellSyntax Syntax = new((byte)',', SingleQuotes: true, Comment: (byte)'%');

    /// <summary>Reads a table.</summary>
    /// <exception cref="DiagnosticException">The header is no header of this kind, or a row does not fit it.</exception>
    public static Dataset Read(Stream stream, string file, ReadOptions options)
    {
        using var records = new RecordReader(stream, quotes: false);
        Content.RequireText(file, records.Ahead);
        if (records.Ahead.IsEmpty)
            throw new DiagnosticException(Errors.EmptyFile(file));
        var names = ReadHeader(records, file);
        var body = new TableBody(file, records, Syntax, names, options);
        body.Read(onFirstRow: false);
        return body.ToDataset(options);
    }

    private static ImmutableArray<string> ReadHeader(RecordReader records, string file)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var place = new Place(file, 1, 1);
        while (records.Read())
        {
            var line = Encoding.UTF8.GetString(records.Current).Trim();
            place = new RecordView(file, records.Line, records.Current).Whole();
            if (line.Length == 0 || line[0] == '%' || Says(line, "@relation"))
                continue;
            if (Says(line, "@data"))
                return names.Count > 0 ? names.ToImmutable() : throw new DiagnosticException(Errors.BadArff("no @attribute before @data").At(place));
            if (!Says(line, "@attribute"))
                throw new DiagnosticException(Errors.BadArff("@relation, @attribute or @data is expected").At(place));
            var name = NameIn(line["@attribute".Length..].Trim());
            if (name.Length == 0)
                throw new DiagnosticException(Errors.BadArff("an attribute needs a name and a type").At(place));
            if (!seen.Add(name))
                throw new DiagnosticException(Errors.DuplicateName(name).At(place));
            names.Add(name);
        }
        throw new DiagnosticException(Errors.BadArff("there is no @data").At(place));
    }

    private static bool Says(string line, string keyword) => line.StartsWith(keyword, StringComparison.OrdinalIgnoreCase);

    // A name may be quoted; the type behind it does not matter, since the cells tell text from numbers.
    private static string NameIn(string declaration)
    {
        if (declaration.Length > 0 && declaration[0] is '\'' or '"')
        {
            var close = declaration.IndexOf(declaration[0], 1);
            return close > 0 ? declaration[1..close] : "";
        }
        var end = declaration.AsSpan().IndexOfAny(" \t");
        return end > 0 ? declaration[..end] : "";
    }
}
