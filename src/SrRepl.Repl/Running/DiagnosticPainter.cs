using SrRepl.Core;

namespace SrRepl.Repl;

/// <summary>Colours a diagnostic for a terminal: the error's code, the carets and the hint.</summary>
internal static class DiagnosticPainter
{
    private const string Red = "\e[1;31m";
    private const string Cyan = "\e[36m";
    private const string Plain = "\e[0m";

    /// <summary>The text with escapes.</summary>
    public static string Paint(Diagnostic diagnostic)
    {
        var code = $"error {diagnostic.Code}:";
        var lines = diagnostic.ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = i == 0 ? lines[i].Replace(code, Red + code + Plain, StringComparison.Ordinal)
                : lines[i].StartsWith("  hint: ", StringComparison.Ordinal) ? Cyan + lines[i] + Plain
                : lines[i].Trim().Trim('^').Length == 0 ? Red + lines[i] + Plain
                : lines[i];
        return string.Join('\n', lines);
    }
}
