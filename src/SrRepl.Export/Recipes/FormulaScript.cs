using System.Globalization;
using System.Text;
using SrRepl.Core;
using SrRepl.Hardware;

namespace SrRepl.Export;

/// <summary>
/// The script in an exported folder that makes it again: functions, tables, formulas, types and options. It is the one file of the
/// folder that is meant to be edited; <c>load</c> reads the kernel back from it.
/// </summary>
public static class FormulaScript
{
    /// <summary>The script's name in the folder.</summary>
    public const string FileName = "formula.sr";

    /// <summary>The name that the script binds the kernel to.</summary>
    public const string KernelName = "kernel";

    private const string VectorsName = "vectors.csv";
    private static readonly string[] Exports = [KernelName + " |> hls", KernelName + " |> verilog"];

    /// <summary>The exported folder that a script is of, where its own paths begin; null for any other script.</summary>
    public static string? FolderOf(string script) =>
        Path.GetFileName(script) == FileName && Path.GetDirectoryName(Path.GetFullPath(script)) is { } folder && Manifest.Read(folder).ContainsKey(FileName)
            ? folder
            : null;

    /// <summary>The script without the lines that write the folder.</summary>
    public static string WithoutExport(string script)
    {
        var at = Exports.Select(export => ("\n" + script).IndexOf("\n" + export, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(script.Length).Min();
        return script[..at];
    }

    /// <summary>The script of a kernel and the data files it reads; nothing for a kernel that no formula made.</summary>
    internal static IEnumerable<ProjectFile> Files(Kernel kernel, Recipe recipe)
    {
        if (kernel.Formulas.IsEmpty || kernel.Options is not { } made)
            yield break;
        var data = new List<ProjectFile>();
        var text = new StringBuilder(Resources.Own.Text("Recipes/formula.sr"));
        foreach (var line in Definitions.Of(kernel.Formulas))
            text.Append(line).Append('\n');
        for (var i = 0; i < kernel.Formulas.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"let {Name(i)} = expr {OptionsText.Quoted(kernel.Formulas[i].ToString())}\n");
        var formulas = string.Join("; ", Enumerable.Range(0, kernel.Formulas.Length).Select(Name));
        made = made with { Inputs = kernel.InputNames, Name = recipe.Name };
        text.Append(CultureInfo.InvariantCulture, $"let {KernelName} = [{formulas}] |> quantize {OptionsText.Of(made, new(), Reader("on.csv"), nameof(made.Type), nameof(made.Name))}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{KernelName} |> {recipe.Verb} {recipe.Options(Reader(VectorsName))}\n");
        yield return new(FileName, text.ToString());
        foreach (var file in data)
            yield return file;

        Func<string, Dataset, string> Reader(string file) => (_, dataset) =>
        {
            data.Add(new(file, Table(kernel, dataset)));
            return $"read {OptionsText.Quoted(file)}";
        };
    }

    private static string Name(int output) => string.Create(CultureInfo.InvariantCulture, $"y{output}");

    // The columns that the kernel reads, as far as they are there, every number as it was.
    private static string Table(Kernel kernel, Dataset data)
    {
        var columns = kernel.InputNames.Where(data.Has).Select(name => data[name]).ToArray();
        var text = new StringBuilder().AppendJoin(',', columns.Select(column => Cell(column.Name))).Append('\n');
        for (var row = 0; row < data.Rows; row++)
            text.AppendJoin(',', columns.Select(column => column[row].ToString("R", CultureInfo.InvariantCulture))).Append('\n');
        return text.ToString();
    }

    private static string Cell(string name) =>
        name.AsSpan().IndexOfAny(",\"\n\r") < 0 ? name : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
