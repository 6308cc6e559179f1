using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Search;

/// <summary>A front as a LaTeX table, as papers show one: a row a formula, in math mode; needs the packages amsmath and booktabs.</summary>
public static class FrontLatex
{
    /// <summary>The tabular's text.</summary>
    public static string Print(ParetoFront front)
    {
        var text = new StringBuilder("\\begin{tabular}{rrrl}\n    \\toprule\n    Complexity & Loss & Score & Equation \\\\\n    \\midrule\n");
        foreach (var candidate in front.Candidates)
            text.Append(CultureInfo.InvariantCulture, $"    {candidate.Complexity} & ${Figure(candidate.Loss)}$ & ${Figure(candidate.Score)}$ & ${LatexPrinter.Print(candidate.Equation)}$ \\\\\n");
        return text.Append("    \\bottomrule\n\\end{tabular}").ToString();
    }

    private static string Figure(double value) => LatexPrinter.Print(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
