using System.Text;

namespace SrRepl.Core;

/// <summary>A text with #1, #2, ... where arguments go.</summary>
internal static class Template
{
    /// <summary>The text with the arguments in their places; each may occur any number of times.</summary>
    public static string Fill(string template, IReadOnlyList<string> arguments)
    {
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '#' && i + 1 < template.Length && char.IsAsciiDigit(template[i + 1]))
                text.Append(arguments[template[++i] - '1']);
            else
                text.Append(template[i]);
        }
        return text.ToString();
    }
}
