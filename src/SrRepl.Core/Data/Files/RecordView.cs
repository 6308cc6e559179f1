using System.Text;

namespace SrRepl.Core;

/// <summary>A record and where it stands, from which a cell's place for a diagnostic is made when one is needed.</summary>
/// <param name="file">The file, as the user gave it.</param>
/// <param name="line">The line the record starts on.</param>
/// <param name="bytes">Its bytes.</param>
internal readonly ref struct RecordView(string file, int line, ReadOnlySpan<byte> bytes)
{
    /// <summary>The record's bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The place of a cell's content.</summary>
    public Place PlaceOf(Cell cell) => PlaceOf(cell.Start, cell.Length);

    /// <summary>The place of the whole first line.</summary>
    public Place Whole() => PlaceOf(0, Bytes.Length);

    /// <summary>The place of some bytes, with the line they are on; a quoted cell can have brought several lines into one record.</summary>
    public Place PlaceOf(int start, int length)
    {
        var lineStart = Bytes[..start].LastIndexOf((byte)'\n') + 1;
        var rest = Bytes[lineStart..].IndexOfAny((byte)'\n', (byte)'\r');
        var lineBytes = rest < 0 ? Bytes[lineStart..] : Bytes.Slice(lineStart, rest);
        var end = Math.Min(start + length, lineStart + lineBytes.Length);
        var column = Encoding.UTF8.GetCharCount(Bytes[lineStart..start]);
        var width = end > start ? Encoding.UTF8.GetCharCount(Bytes[start..end]) : 1;
        return new Place(file, line + Bytes[..start].Count((byte)'\n'), column + 1, Encoding.UTF8.GetString(lineBytes), Math.Max(1, width));
    }
}
