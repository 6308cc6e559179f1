using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>The verb that reads what other tools and earlier sessions wrote.</summary>
public static class LoadVerbs
{
    /// <summary>
    /// A hall of fame gives a front (a list of fronts where it has several outputs), a folder that <c>hls</c> wrote its kernel,
    /// a dictionary of lut_functions its tables by name.
    /// </summary>
    /// <exception cref="DiagnosticException">There is no such file, its kind is unknown, or it cannot be read.</exception>
    [Verb("search", "reads PySR's hall_of_fame.csv as a front, a folder written by hls or verilog as its kernel, a formula from JSON, or hls4ml's lut_functions as tables", Example = "let front = load \"hall_of_fame.csv\"")]
    public static object Load(this string path) => Loader.Read(path);
}
