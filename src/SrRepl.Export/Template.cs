using System.Text;

namespace SrRepl.Export;

/// <summary>A text with <c>{{name}}</c> where a value goes. A file is a template and the values of one project.</summary>
internal sealed class Template(string text)
{
    /// <summary>The text with every place filled.</summary>
    /// <exception cref="KeyNotFoundException">A place has no value.</exception>
    public string Fill(IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder();
        for (var at = 0; ;)
        {
            var open = text.IndexOf("{{", at, StringComparison.Ordinal);
            if (open < 0)
                return filled.Append(text, at, text.Length - at).ToString();
            // Of three braces the first is C's own.
            while (text[open + 2] == '{')
                open++;
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            filled.Append(text, at, open - at).Append(values[text[(open + 2)..close]]);
            at = close + 2;
        }
    }
}
