using System.Text;
using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Reads a script as text; whatever is no text is told apart first.</summary>
internal static class ScriptFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
}
