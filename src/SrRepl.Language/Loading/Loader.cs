using SrRepl.Core;
using SrRepl.Hls;

namespace SrRepl.Language;

/// <summary>Reads the files that other tools and this program leave behind, each kind by its own row.</summary>
internal static class Loader
{
    private sealed record Kind(string Name, Func<string, bool> Fits, Func<string, object> Read);

    private static readonly Kind[] Kinds =
    [
        new("a folder that hls or verilog wrote", Directory.Exists, ProjectLoader.Read),
        new("PySR's hall_of_fame.csv", path => HallOfFame.IsHeader(FirstLine(path)), ReadHallOfFame),
        new("hls4ml's lut_functions as .json or .yml", path => System.IO.Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yml" or ".yaml", ReadTables),
    ];

    /// <summary>The value that a file or folder holds.</summary>
    /// <exception cref="DiagnosticException">There is no such file, no kind fits it, or it cannot be read.</exception>
    public static object Read(string path)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new DiagnosticException(Errors.NothingToLoad(path));
        try
        {
            return (Kinds.FirstOrDefault(kind => kind.Fits(path)) ?? throw new DiagnosticException(Errors.CannotLoad(path, Kinds.Select(kind => kind.Name)))).Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(Errors.NotReadable(path, failure.Message), failure);
        }
    }

    private static string FirstLine(string path) => File.ReadLines(path).FirstOrDefault() ?? "";

    private static object ReadHallOfFame(string path)
    {
        var fronts = HallOfFame.Read(path, File.ReadAllText(path), name => Session.Current?.FindOperator(name));
        return fronts.Length == 1 ? fronts[0] : fronts;
    }

    private static object ReadTables(string path) => LutFunctions.Read(new SourceText(File.ReadAllText(path), path), name => Session.Current?.FindOperator(name));
}
