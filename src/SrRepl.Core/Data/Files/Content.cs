namespace SrRepl.Core;

/// <summary>Tells text from other content by a file's first bytes.</summary>
internal static class Content
{
    private const int Looked = 4096;

    private static readonly (byte[] Signature, string Name)[] Known =
    [
        ([.. "PAR1"u8], "a Parquet file"),
        ([0x89, .. "HDF"u8], "an HDF5 file"),
        ([.. "PK\u0003\u0004"u8], "a zip archive, such as an Excel workbook or .npz"),
        ([0x93, .. "NUMPY"u8], "a NumPy file: its name should end in .npy"),
        ([.. "ARROW1"u8], "an Arrow file"),
        ([0x1F, 0x8B], "gzip: its name should end in .gz"),
        ([.. "%PDF"u8], "a PDF"),
        ([0xFF, 0xFE], "text in UTF-16: save it as UTF-8"),
        ([0xFE, 0xFF], "text in UTF-16: save it as UTF-8"),
    ];

    /// <summary>Refuses what is not text.</summary>
    /// <exception cref="DiagnosticException">The head has a known signature of another format, or a zero byte.</exception>
    public static void RequireText(string file, ReadOnlySpan<byte> head)
    {
        foreach (var (signature, name) in Known)
            if (head.StartsWith(signature))
                throw new DiagnosticException(Errors.NotText(file, name));
        if (head[..Math.Min(head.Length, Looked)].Contains((byte)0))
            throw new DiagnosticException(Errors.NotText(file, null));
    }
}
