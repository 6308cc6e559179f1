namespace SrRepl.Core;

/// <summary>Writes a file beside its place and renames it there, so that nobody ever sees half of it.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file, making its directory where there is none.</summary>
    /// <param name="path">Where it shall stand; a file that is there is replaced.</param>
    /// <param name="write">Writes the content. When it throws, the old file stays untouched.</param>
    /// <exception cref="DiagnosticException">A directory stands there, permission is lacking, or the disk is full.</exception>
    public static void Write(string path, Action<Stream> write) => DataFile.Guard(path, () =>
    {
        if (Directory.Exists(path))
            throw new DiagnosticException(Errors.IsDirectory(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Directory.CreateDirectory(folder);
        var beside = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.part");
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
                write(stream);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
        return path;
    });

    /// <summary>Writes a file of text in UTF-8 without a byte order mark.</summary>
    public static void WriteText(string path, string text) => Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
