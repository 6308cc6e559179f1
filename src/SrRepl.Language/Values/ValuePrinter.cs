using System.Globalization;
using System.Text;
using SrRepl.Core;

namespace SrRepl.Language;

/// <summary>How values look: numbers in their shortest form, strings in quotes, everything else as it prints itself.</summary>
public static class ValuePrinter
{
    /// <summary>A value as it can be pasted back where that is possible.</summary>
    public static string Print(object value) => value switch
    {
        double number => InfixPrinter.Number(number),
        bool truth => truth ? "true" : "false",
        string text => Quote(text),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ when Members.RecordOf(value) is { } record => record.ToString(),
        _ => value.ToString() ?? "",
    };

    /// <summary>A value as <c>print</c> and the prompt write it: a string without quotes.</summary>
    public static string Plain(object value) => value as string ?? Print(value);

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
