namespace SrRepl.Core;

/// <summary>Reads a dataset from a file in the format that its name tells.</summary>
public static class DatasetFile
{
    private delegate Dataset Reader(Stream stream, string file, ReadOptions options);

    private static readonly Dictionary<string, Reader> OfFormat = new(StringComparer.Ordinal)
    {
        [".arff"] = ArffReader.Read,
        [".npy"] = NumpyReader.ReadArray,
        [".npz"] = NumpyReader.ReadArchive,
    };

    /// <summary>Reads .csv, .tsv and other tables of text, .arff, .npy and .npz, each also packed as .gz.</summary>
    /// <param name="file">A path, relative to the current directory.</param>
    /// <param name="options">What is known of the file; null when nothing is.</param>
    /// <exception cref="DiagnosticException">The file cannot be read, or holds no table of numbers; SR10xx names file, line and column.</exception>
    public static Dataset Read(string file, ReadOptions? options = null) => DataFile.Guard(file, () =>
    {
        using var stream = DataFile.Open(file);
        var reader = OfFormat.GetValueOrDefault(DataFile.Format(file), DelimitedReader.Read);
        return reader(stream, file, options ?? new());
    });
}
