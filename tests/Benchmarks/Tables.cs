using System.Globalization;
using System.IO.Compression;
using SrRepl.Core;

namespace SrRepl.Benchmarks;

/// <summary>Plain tables of numbers, as the benchmarks need them.</summary>
internal static class Tables
{
    /// <summary>A CSV or TSV with a header, perhaps gzipped; the last column is the target.</summary>
    public static Dataset Read(string path)
    {
        using Stream file = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
        using var reader = new StreamReader(file);
        var header = reader.ReadLine()!;
        var separator = header.Contains('\t') ? '\t' : ',';
        var names = header.Split(separator);
        var columns = names.Select(_ => new List<double>()).ToArray();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cells = line.Split(separator);
            for (var i = 0; i < cells.Length; i++)
                columns[i].Add(double.Parse(cells[i], CultureInfo.InvariantCulture));
        }
        return new Dataset([.. names.Select((name, i) => new Column(name, columns[i].ToArray()))])
        {
            Features = [.. names[..^1]],
            Target = names[^1],
        };
    }
}
