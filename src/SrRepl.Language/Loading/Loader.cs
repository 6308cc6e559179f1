using System.Collections.Immutable;
using System.Globalization;
using SrRepl.Core;
using SrRepl.Hls;
using SrRepl.Search;

namespace SrRepl.Language;

/// <summary>Reads the files that other tools and this program leave behind, each kind by its own row.</summary>
internal static class Loader
{
    private sealed record Kind(string Name, Func<string, bool> Fits, Func<string, object> Read);

    private static readonly Kind[] Kinds =
    [
        new("a folder that hls or verilog wrote", Directory.Exists, ProjectLoader.Read),
        new("PySR's hall_of_fame.csv", path => HallOfFame.IsHeader(FirstLine(path)), ReadHallOfFame),
        new("a formula as .json", path => IsStructured(path) && FormulaJson.Fits(File.ReadAllText(path)), ReadFormula),
        new("hls4ml's lut_functions as .json or .yml", IsStructured, ReadTables),
    ];

    /// <summary>The value that a file or folder holds.</summary>
    /// <exception cref="DiagnosticException">There is no such file, no kind fits it, or it cannot be read.</exception>
    public static object Read(string path)
    {
        try
        {
            if (HallsOfFame(path) is { Count: > 0 } outputs)
                return outputs.SelectMany(output => Fronts(output).AsEnumerable()).ToImmutableArray();
            if (!File.Exists(path) && !Directory.Exists(path))
                throw new DiagnosticException(Errors.NothingToLoad(path));
            return (Kinds.FirstOrDefault(kind => kind.Fits(path)) ?? throw new DiagnosticException(Errors.CannotLoad(path, Kinds.Select(kind => kind.Name)))).Read(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DiagnosticException(Errors.NotReadable(path, failure.Message), failure);
        }
    }

    private static string FirstLine(string path) => File.ReadLines(path).FirstOrDefault() ?? "";

    // PySR writes a file an output, hall_of_fame.csv.out1 and so on, and none of the name itself.
    private static List<string> HallsOfFame(string path) => File.Exists(path)
        ? []
        : [.. Enumerable.Range(1, int.MaxValue).Select(output => string.Create(CultureInfo.InvariantCulture, $"{path}.out{output}")).TakeWhile(File.Exists)];

    private static object ReadHallOfFame(string path)
    {
        var fronts = Fronts(path);
        return fronts.Length == 1 ? fronts[0] : fronts;
    }

    private static ImmutableArray<ParetoFront> Fronts(string path) => HallOfFame.Read(path, File.ReadAllText(path), name => Session.Current?.FindOperator(name));

    private static bool IsStructured(string path) => Path.GetExtension(path).ToLowerInvariant() is ".json" or ".yml" or ".yaml";

    private static object ReadFormula(string path) => FormulaJson.Read(new SourceText(File.ReadAllText(path), path), name => Session.Current?.FindOperator(name));

    private static object ReadTables(string path) => LutFunctions.Read(new SourceText(File.ReadAllText(path), path), name => Session.Current?.FindOperator(name));
}
