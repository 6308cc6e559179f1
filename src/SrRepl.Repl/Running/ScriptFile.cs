using System.Buffers;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Reads a script as text; whatever is no text is told apart first.</summary>
internal static class ScriptFile
{
    /// <summary>The text of a script, without its byte order mark.</summary>
    /// <exception cref="DiagnosticException">The file is missing, a folder, closed to us or no UTF-8 text.</exception>
    public static SourceText Read(string path) => DataFile.Guard(path, () =>
    {
        if (Directory.Exists(path))
            throw new DiagnosticException(Errors.IsDirectory(path));
        return new SourceText(Decode(path, File.ReadAllBytes(path)), path);
    });

    private static string Decode(string path, byte[] bytes)
    {
        if (FirstOfNoText(bytes) is not { } position)
            return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        var before = bytes.AsSpan(0, position);
        var line = before.LastIndexOf((byte)'\n') + 1;
        var place = new Place(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[line..]) + 1);
        throw new DiagnosticException(Errors.ScriptIsBinary(path, bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..]).At(place));
    }

    // The first byte that is none of UTF-8, or a zero, which no editor writes into a text; null when all is text.
    private static int? FirstOfNoText(ReadOnlySpan<byte> bytes)
    {
        for (var position = 0; position < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[position..], out var rune, out var length) != OperationStatus.Done || rune.Value == 0)
                return position;
            position += length;
        }
        return null;
    }
}
