using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>
/// A front as PySR's hall_of_fame.csv; one with costs has columns between: Complexity,Loss,LUT,FF,DSP,BRAM,Cycles,ns,Equation.
/// </summary>
public static class FrontFile
{
    /// <summary>Writes a front.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="front">The candidates; a figure is left empty where one has no cost.</param>
    /// <exception cref="DiagnosticException">The file cannot be written.</exception>
    public static void Write(string path, ParetoFront front)
    {
        if (front.Candidates.All(candidate => candidate.Cost is null))
        {
            HallOfFameFile.Write(path, front.Select(candidate => (candidate.Complexity, candidate.Loss, candidate.Equation)));
            return;
        }
        var text = new StringBuilder("Complexity,Loss,");
        foreach (var (name, _) in ChipCost.Figures)
            text.Append(name).Append(',');
        text.Append("Equation\n");
        foreach (var candidate in front.Candidates)
        {
            text.Append(CultureInfo.InvariantCulture, $"{candidate.Complexity},{candidate.Loss:R},");
            foreach (var (_, figure) in ChipCost.Figures)
                text.Append(candidate.Cost is { } cost ? figure(cost).ToString("R", CultureInfo.InvariantCulture) : "").Append(',');
            text.Append('"').Append(candidate.Equation.ToString().Replace("\"", "\"\"", StringComparison.Ordinal)).Append("\"\n");
        }
        AtomicFile.WriteText(path, text.ToString());
    }
}
