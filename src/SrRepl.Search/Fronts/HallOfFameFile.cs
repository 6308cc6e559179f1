using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>PySR's hall_of_fame.csv: Complexity,Loss,Equation, the equation quoted.</summary>
public static class HallOfFameFile
{
    /// <summary>Writes fronts of several targets as PySR does, each to a file of its own: <c>hall_of_fame_output1.csv</c> and so on.</summary>
    /// <exception cref="DiagnosticException">A file cannot be written.</exception>
    public static void Write(string path, FrontSet fronts)
    {
        for (var i = 0; i < fronts.Count; i++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(path)}_output{i + 1}{Path.GetExtension(path)}");
            Write(Path.Combine(Path.GetDirectoryName(path) ?? "", name), fronts[i].Select(candidate => (candidate.Complexity, candidate.Loss, candidate.Equation)));
        }
    }

    /// <summary>Writes a front.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="front">Complexity, loss and equation, simplest first.</param>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<(int Complexity, double Loss, Expr Equation)> front)
    {
        var text = new StringBuilder("Complexity,Loss,Equation\n");
        foreach (var (complexity, loss, equation) in front)
            text.Append(CultureInfo.InvariantCulture, $"{complexity},{loss:R},\"{equation.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        AtomicFile.WriteText(path, text.ToString());
    }
}
