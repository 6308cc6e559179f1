using System.IO.Compression;
using System.Text;

namespace SrRepl.Core.Tests;

/// <summary>A file that a test writes and that is gone afterwards.</summary>
public sealed class ScratchFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("srrepl").FullName;

    public ScratchFile(string name, string text)
        : this(name, Encoding.UTF8.GetBytes(text))
    {
    }

    public ScratchFile(string name, byte[] bytes)
    {
        Path = System.IO.Path.Combine(_folder, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
