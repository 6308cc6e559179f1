using System.Text;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Reads a script as text; whatever is no text is told apart first.</summary>
internal static class ScriptFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a script, without its byte order mark.</summary>
    /// <exception cref="DiagnosticException">The file is missing, a folder, closed to us or no UTF-8 text.</exception>
    public static SourceText Read(string path)
    {
        if (Directory.Exists(path))
            throw new DiagnosticException(Errors.ScriptIsFolder(path));
        if (!File.Exists(path))
            throw new DiagnosticException(Errors.NoSuchScript(path, Siblings(path)));
        return new SourceText(Decode(path, ReadBytes(path)), path);
    }

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(Errors.ScriptUnreadable(path, e.Message), e);
        }
    }

    private static string Decode(string path, byte[] bytes)
    {
        if (bytes.AsSpan().Contains((byte)0))
            throw new DiagnosticException(Errors.ScriptIsBinary(path));
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new DiagnosticException(Errors.ScriptIsBinary(path), e);
        }
    }

    // Only the names beside the missing file can be slips of the same path.
    private static IEnumerable<string> Siblings(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        return Directory.Exists(folder.Length == 0 ? "." : folder)
            ? Directory.EnumerateFiles(folder.Length == 0 ? "." : folder)
                .Where(file => ScriptKinds.Of(file) is not null)
                .Select(file => Path.Combine(folder, Path.GetFileName(file)))
            : [];
    }
}
