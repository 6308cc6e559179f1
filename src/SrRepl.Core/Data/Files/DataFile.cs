namespace SrRepl.Core;

/// <summary>Opens a file of data, unpacked when its name ends in .gz, and says in the user's words what may be wrong with it.</summary>
public static class DataFile
{
    private const int BufferSize = 1 << 16;

    /// <summary>The file's bytes from the start.</summary>
    /// <exception cref="DiagnosticException">No such file, a directory, no permission, or not gzip despite its name.</exception>
    public static Stream Open(string path) => Guard(path, () =>
    {
        if (Directory.Exists(path))
            throw new DiagnosticException(Errors.IsDirectory(path));
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        return IsCompressed(path) ? new WholeGzipStream(file) : (Stream)file;
    });

    /// <summary>Runs what reads from the file; a failure of the file system becomes a diagnostic that names the file.</summary>
    public static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (Explain(path, failure) is { } diagnostic)
        {
            throw new DiagnosticException(diagnostic, failure);
        }
    }

    /// <summary>Whether the name says that the content is gzip.</summary>
    public static bool IsCompressed(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The extension that tells the format, lower case with its dot, looked for under .gz.</summary>
    public static string Format(string path) =>
        Path.GetExtension(IsCompressed(path) ? path[..^".gz".Length] : path).ToLowerInvariant();

    /// <summary>The user's view of an exception of the file system or the unpacker; null for any other.</summary>
    public static Diagnostic? Explain(string path, Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => Errors.FileMissing(path, Neighbours(path)),
        UnauthorizedAccessException => Errors.NotPermitted(path),
        InvalidDataException => Errors.BadCompression(path),
        IOException => Errors.NotReadable(path, failure.Message),
        ArgumentException { ParamName: "path" } => Errors.FileMissing(path, []),
        _ => null,
    };

    private static IReadOnlyCollection<string> Neighbours(string path)
    {
        var folder = Path.GetDirectoryName(path);
        if (string.IsNullOrEmpty(folder))
            folder = ".";
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder).Take(1000).Select(file => Path.GetFileName(file))]
            : [];
    }
}
