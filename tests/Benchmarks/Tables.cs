using SrRepl.Core;

namespace SrRepl.Benchmarks;

/// <summary>Tables as the benchmarks take them: the last column is the target.</summary>
internal static class Tables
{
    public static Dataset Read(string path)
    {
        var data = DatasetFile.Read(path);
        return data.WithTarget(data.Columns[^1].Name);
    }
}
